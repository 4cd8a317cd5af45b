import type { Op } from "./op.ts";
import { elementwise, pushRow, type RowText } from "./row.ts";
import type { Symbols } from "./symbols.ts";

const shape = "[T x q], [T x c], [T x e] -> [T x o]";

function text(phase: "forward" | "backward", name: string, formula: string): RowText {
  return { name, phase, scope: "layer", kind: "flash-attention", shape, formula };
}

const forwardFormula = "copies Tq + Tc + Te + To + bhs; flop 2E(k + u) + 6E (ALiBi: + h; + 2E)";
const backwardFormula = "copies 2T(q + c + e) + To + 2bhs; flop E(6k + 4u) + 6E (ALiBi: + h; + 2E)";
const full = {
  forward: text("forward", "flash-attention", forwardFormula),
  backward: text("backward", "flash-attention", backwardFormula),
};
const sliding = {
  forward: text("forward", "sliding-flash-attention", forwardFormula),
  backward: text("backward", "sliding-flash-attention", backwardFormula),
};
const delta = elementwise("backward", "layer", [
  "flash-attention-delta",
  "[T x o], [T x o] -> [b x h x s]",
  "copies 2To + bhs; flop 2To",
]);

/**
 * Flash attention of every layer, one kernel each: scores never leave the chip.
 *
 * Formula: flop 4Ek + 6E (2E(k + u) when values have another size u), E the scores not skipped: b h s(s+1)/2 when causal,
 * b h sum min(i, window) in a sliding layer, b h s^2 in an encoder; copies 2Tq + 2Tc + bhs (the log-sum-exp).
 * ALiBi is computed in place from h slopes: 2 FLOPs a score. Units: FLOPs, elements. Source: Dao 2023 (FlashAttention-2); ledger table B.
 * Other convention: skipping is counted in FLOPs, not in the traffic of queries, keys and values, and no tile re-reads.
 *
 * @example
 * flashForward(rows, symbols) // GPT-2, b = 8, s = 1024: rows[0].copies => 303169536
 */
export function flashForward(rows: Op[], symbols: Symbols): void {
  const { T, q, c, e, o, k, u, h } = symbols;
  const copies = T * (q + c + e + o) + T * h + slopes(symbols);
  const flopPerScore = 2 * (k + u) + 6 + alibiFlop(symbols);
  const launches = 1;
  const { fullScores, slidingScores } = symbols;
  pushRow(rows, full.forward, symbols.fullLayers, { flop: fullScores * flopPerScore, copies, launches });
  pushRow(rows, sliding.forward, symbols.slidingLayers, {
    flop: slidingScores * flopPerScore,
    copies,
    launches,
  });
}

/**
 * Backward of {@link flashForward}: a pre-pass (delta = row sums of dO x O) and the kernel that recomputes the scores.
 *
 * Formula: pre-pass flop 2Tq, copies 2Tq + bhs; kernel flop 10Ek + 6E (five matmuls: three over k, two over u), copies
 * 3Tq + 4Tc + 2bhs. Units: FLOPs, elements. Source: Dao 2023, algorithm 2; ledger table B.
 * Other convention: 2.5 times the forward matmul FLOPs is the same 10Ek; the pre-pass is often left out.
 *
 * @example
 * flashBackward(rows, symbols) // GPT-2, b = 8, s = 1024: rows[0].copies => 529858560
 */
export function flashBackward(rows: Op[], symbols: Symbols): void {
  const { T, q, c, e, o, k, u, h, n } = symbols;
  const copies = T * (2 * (q + c + e) + o) + 2 * T * h + slopes(symbols);
  const flopPerScore = 6 * k + 4 * u + 6 + alibiFlop(symbols);
  const launches = 1;
  const { fullScores, slidingScores } = symbols;
  pushRow(rows, full.backward, symbols.fullLayers, { flop: fullScores * flopPerScore, copies, launches });
  pushRow(rows, sliding.backward, symbols.slidingLayers, {
    flop: slidingScores * flopPerScore,
    copies,
    launches,
  });
  pushRow(rows, delta, n, { flop: 2 * T * o, copies: 2 * T * o + T * h, launches });
}

function alibiFlop({ l }: Symbols): number {
  return l > 0 ? 2 : 0;
}

function slopes({ l, h }: Symbols): number {
  return l > 0 ? h : 0;
}
