import type { Model } from "../spec/model.ts";
import { type NormSize, normBackward, normForward } from "./norm.ts";
import type { Op } from "./op.ts";
import { elementwisePair, pushRow } from "./row.ts";
import type { Symbols } from "./symbols.ts";

const perHead = elementwisePair("layer", {
  name: "qk-norm",
  shape: "[T x h x k], [T x g x k]",
  forward: "copies 2T(q + c) + 2k + sg T(h + g); flop nf T(q + c)",
  backward: "copies 3T(q + c) + sg T(h + g) + 4k; flop 2nf T(q + c)",
});
const overAllHeads = elementwisePair("layer", {
  name: "qk-norm",
  shape: "[T x q], [T x c]",
  forward: "copies 2T(q + c) + (h + g)k + 2sg T; flop nf T(q + c)",
  backward: "copies 3T(q + c) + 2sg T + 2(h + g)k; flop 2nf T(q + c)",
});

/**
 * Norms of queries and of keys, two kernels a layer; they stay kernels of their own in both variants, as RoPE
 * does. Per head: one scale of k for queries, one for keys, statistics of every head; "full": scales (h + g)
 * k, one vector a token. With latent attention the shared rotated key is normed once, as it is stored.
 */
export function qkNormForward(rows: Op[], qkNorm: Model["qkNorm"], symbols: Symbols): void {
  if (qkNorm === false) return;
  const text = (qkNorm === "full" ? overAllHeads : perHead).forward;
  const { flop, copies } = normForward(symbols.innerNorm, queriesAndKeys(qkNorm, symbols));
  pushRow(rows, text, symbols.n, { flop, copies, launches: 2 });
}

/** Backward of {@link qkNormForward}. */
export function qkNormBackward(rows: Op[], qkNorm: Model["qkNorm"], symbols: Symbols): void {
  if (qkNorm === false) return;
  const text = (qkNorm === "full" ? overAllHeads : perHead).backward;
  const { flop, copies } = normBackward(symbols.innerNorm, queriesAndKeys(qkNorm, symbols));
  pushRow(rows, text, symbols.n, { flop, copies, launches: 2 });
}

function queriesAndKeys(qkNorm: true | "full", { T, q, c, h, g, k }: Symbols): NormSize {
  const elements = T * (q + c);
  if (qkNorm === "full") return { elements, vectors: 2 * T, channels: (h + g) * k };
  return { elements, vectors: T * (h + g), channels: 2 * k };
}
