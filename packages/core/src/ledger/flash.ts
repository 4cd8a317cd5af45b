import type { Op } from "./op.ts";
import { elementwise, pushRow, type RowText } from "./row.ts";
import type { Symbols } from "./symbols.ts";

const shape = "[T x q], [T x c], [T x e] -> [T x o]";

function text(phase: "forward" | "backward", name: string, formula: string): RowText {
  return { name, phase, scope: "layer", kind: "flash-attention", shape, formula };
}

interface FlashText {
  readonly full: RowText;
  readonly sliding: RowText;
}

function texts(phase: "forward" | "backward", formula: string): FlashText {
  return {
    full: text(phase, "flash-attention", formula),
    sliding: text(phase, "sliding-flash-attention", formula),
  };
}

const forwardText = texts("forward", "copies Tq + Tc + Te + To + bhs; flop 2E(k + u) + 6E");
const alibiForwardText = texts("forward", "copies Tq + Tc + Te + To + bhs + h; flop 2E(k + u) + 8E");
const backwardText = texts("backward", "copies 2T(q + c + e) + To + 2bhs; flop E(6k + 4u) + 6E");
const alibiBackwardText = texts("backward", "copies 2T(q + c + e) + To + 2bhs + h; flop E(6k + 4u) + 8E");
const deltaText = elementwise("backward", "layer", [
  "flash-attention-delta",
  "[T x o], [T x o] -> [b x h x s]",
  "copies 2To + bhs; flop 2To",
]);

/**
 * Flash attention of every layer, one kernel each: scores never leave the chip.
 *
 * Formula: flop 4Ek + 6E (2E(k + u) when values have another size u), E the scores not skipped: b h s(s+1)/2
 * when causal, b h sum min(i, window) in a sliding layer, b h s^2 in an encoder; copies 2Tq + 2Tc + bhs (the
 * log-sum-exp). ALiBi is computed in place from h slopes: 2 FLOPs a score. Units: FLOPs, elements. Source:
 * Dao 2023 (FlashAttention-2); first-principles count.
 * Other convention: skipping is counted in FLOPs, not in the traffic of queries, keys and values, and no tile
 * re-reads.
 *
 * @example
 * const rows = [];
 * flashForward(rows, symbolsOf(gpt2, { ...workload, variant: "fused" }));
 * rows[0].copies // => 303169536
 */
export function flashForward(rows: Op[], symbols: Symbols): void {
  const { T, q, c, e, o, k, u, h, l } = symbols;
  const alibi = l > 0;
  const copies = T * (q + c + e + o) + T * h + (alibi ? h : 0);
  const flopPerScore = 2 * (k + u) + (alibi ? 8 : 6);
  kernels(rows, alibi ? alibiForwardText : forwardText, symbols, { copies, flopPerScore });
}

/**
 * Backward of {@link flashForward}: a pre-pass (delta = row sums of dO x O) and the kernel that recomputes
 * the scores.
 *
 * Formula: pre-pass flop 2Tq, copies 2Tq + bhs; kernel flop 10Ek + 6E (five matmuls: three over k, two over
 * u), copies 3Tq + 4Tc + 2bhs. Units: FLOPs, elements. Source: Dao 2023, algorithm 2; first-principles count.
 * Other convention: 2.5 times the forward matmul FLOPs is the same 10Ek; the pre-pass is often left out.
 *
 * @example
 * const rows = [];
 * flashBackward(rows, symbolsOf(gpt2, { ...workload, variant: "fused" }));
 * rows[0].copies // => 530841600
 */
export function flashBackward(rows: Op[], symbols: Symbols): void {
  const { n, T, q, c, e, o, k, u, h, l } = symbols;
  const alibi = l > 0;
  const copies = T * (2 * (q + c + e) + o) + 2 * T * h + (alibi ? h : 0);
  const flopPerScore = 6 * k + 4 * u + (alibi ? 8 : 6);
  kernels(rows, alibi ? alibiBackwardText : backwardText, symbols, { copies, flopPerScore });
  pushRow(rows, deltaText, n, { flop: 2 * T * o, copies: 2 * T * o + T * h, launches: 1 });
}

/** Rows of the full and of the sliding layers: the same traffic, other scores. */
function kernels(
  rows: Op[],
  { full, sliding }: FlashText,
  { fullLayers, slidingLayers, fullScores, slidingScores }: Symbols,
  { copies, flopPerScore }: { readonly copies: number; readonly flopPerScore: number },
): void {
  pushRow(rows, full, fullLayers, { flop: fullScores * flopPerScore, copies, launches: 1 });
  pushRow(rows, sliding, slidingLayers, { flop: slidingScores * flopPerScore, copies, launches: 1 });
}
