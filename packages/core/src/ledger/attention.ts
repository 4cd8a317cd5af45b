import { flashBackward, flashForward } from "./flash.ts";
import type { Op, OpKind } from "./op.ts";
import { pushRow, type RowPair } from "./row.ts";
import type { Symbols } from "./symbols.ts";

type Words = readonly [name: string, kind: OpKind, shape: string, forward: string, backward: string];

function pair([name, kind, shape, forward, backward]: Words): RowPair {
  const common = { name, scope: "layer", kind, shape } as const;
  return {
    forward: { ...common, phase: "forward", formula: forward },
    backward: { ...common, phase: "backward", formula: backward },
  };
}

const square = "[b x h x s x s]";
const scoresText = pair([
  "scores",
  "score-matmul",
  "bh of [s x k][k x s]",
  "copies Tq + Tc + A; flop 2Ak",
  "copies 2(Tq + Tc + A); flop 4Ak",
]);
const scaleText = pair(["scale", "elementwise", square, "copies 2A; flop A", "copies 2A; flop A"]);
const maskText = pair(["mask", "elementwise", square, "copies 2A + s^2; flop 0", "copies 2A + s^2; flop 0"]);
const maskAndAlibiText = pair([
  "mask",
  "elementwise",
  square,
  "copies 2A + s^2 + l; flop A",
  "copies 2A + s^2; flop 0",
]);
const alibiText = pair(["alibi-bias", "elementwise", square, "copies 2A + l; flop A", "copies 0; flop 0"]);
const softmaxText = pair(["softmax", "elementwise", square, "copies 2A; flop 5A", "copies 3A; flop 4A"]);
const valuesText = pair([
  "weighted-values",
  "score-matmul",
  "bh of [s x s][s x u]",
  "copies A + Te + To; flop 2Au",
  "copies 2(A + Te + To); flop 4Au",
]);

/**
 * Forward of the attention core: from queries, keys and values to the heads' outputs; what selective
 * recompute repeats.
 *
 * Formula, unfused: scores 2Ak, scale A, mask, softmax 5A, weighted values 2Au, each a kernel over A = b h
 * s^2 elements. Fused: one flash kernel, see {@link flashForward}. Units: FLOPs, elements.
 * Source: first-principles count; Vaswani et al. 2017, eq. 1. Grouped keys and values are read once, never
 * repeated.
 * Other convention: A is counted whole: eager code computes scores and then masks them, also those outside a
 * window. A mask is a kernel where there is something to hide (causal, or a window shorter than s); a
 * padding-free encoder has none.
 *
 * @example
 * const rows = [];
 * attentionCoreForward(rows, symbolsOf(gpt2, workload));
 * rows[0].flop // => 154618822656
 */
export function attentionCoreForward(rows: Op[], symbols: Symbols): void {
  if (symbols.fused) flashForward(rows, symbols);
  else materialisedForward(rows, symbols);
}

function materialisedForward(rows: Op[], symbols: Symbols): void {
  const { n, s, T, A, q, c, e, o, k, u } = symbols;
  pushRow(rows, scoresText.forward, n, { flop: 2 * A * k, copies: T * (q + c) + A, launches: 1 });
  pushRow(rows, scaleText.forward, n, { flop: A, copies: 2 * A, launches: 1 });
  maskForward(rows, symbols, s * s);
  pushRow(rows, softmaxText.forward, n, { flop: 5 * A, copies: 2 * A, launches: 1 });
  pushRow(rows, valuesText.forward, n, { flop: 2 * A * u, copies: A + T * (e + o), launches: 1 });
}

/**
 * Hides the future (0 FLOPs) and adds ALiBi in the same kernel (one addition a score); ALiBi alone where
 * nothing is hidden.
 */
function maskForward(rows: Op[], { n, A, l, maskedLayers }: Symbols, mask: number): void {
  const text = (l > 0 ? maskAndAlibiText : maskText).forward;
  pushRow(rows, text, maskedLayers, { flop: l > 0 ? A : 0, copies: 2 * A + mask + l, launches: 1 });
  if (l > 0) pushRow(rows, alibiText.forward, n - maskedLayers, { flop: A, copies: 2 * A + l, launches: 1 });
}

/**
 * Backward of {@link attentionCoreForward}, last kernel first.
 *
 * Formula, unfused: weighted values 4Au, softmax 4A, mask, scale A, scores 4Ak. ALiBi has no parameters and
 * passes its gradient through. Fused: {@link flashBackward}. Units, source: as forward.
 *
 * @example
 * const rows = [];
 * attentionCoreBackward(rows, symbolsOf(gpt2, workload));
 * rows[1].copies // => 3623878656
 */
export function attentionCoreBackward(rows: Op[], symbols: Symbols): void {
  if (symbols.fused) flashBackward(rows, symbols);
  else materialisedBackward(rows, symbols);
}

function materialisedBackward(rows: Op[], symbols: Symbols): void {
  const { n, s, T, A, q, c, e, o, k, u, l, maskedLayers } = symbols;
  const mask = (l > 0 ? maskAndAlibiText : maskText).backward;
  pushRow(rows, valuesText.backward, n, { flop: 4 * A * u, copies: 2 * (A + T * (e + o)), launches: 2 });
  pushRow(rows, softmaxText.backward, n, { flop: 4 * A, copies: 3 * A, launches: 1 });
  pushRow(rows, mask, maskedLayers, { flop: 0, copies: 2 * A + s * s, launches: 1 });
  pushRow(rows, scaleText.backward, n, { flop: A, copies: 2 * A, launches: 1 });
  pushRow(rows, scoresText.backward, n, { flop: 4 * A * k, copies: 2 * (T * (q + c) + A), launches: 2 });
}
