import type { Op, Phase, Totals } from "./op.ts";

type Sums = { -readonly [Key in keyof Totals]: number };

/** Sums by phase and of all phases together. */
export interface LedgerTotals {
  readonly byPhase: Readonly<Record<Phase, Totals>>;
  readonly totals: Totals;
}

/**
 * Bytes one copied element takes: the passes move elements of their precision, the optimizer fp32 states.
 *
 * @example
 * copyBytes("optimizer", 2) // => 4
 */
export function copyBytes(phase: Phase, elementBytes: 2 | 4): 2 | 4 {
  return phase === "optimizer" ? 4 : elementBytes;
}

/**
 * Adds up the rows.
 *
 * Formula: bytes = copies x element bytes, 4 in the optimizer; totals = sum of all phases. Units: FLOPs,
 * elements, bytes, kernels; exact below 2^53. Other convention: a mixed-precision stack also moves fp32 in
 * its loss and norms.
 *
 * @example
 * sumRows([], 2).totals // => { flop: 0, copies: 0, bytes: 0, launches: 0 }
 */
export function sumRows(ops: readonly Op[], elementBytes: 2 | 4): LedgerTotals {
  const byPhase: Record<Phase, Sums> = {
    forward: zero(),
    backward: zero(),
    optimizer: zero(),
    recompute: zero(),
    collective: zero(),
  };
  const totals = zero();
  for (const op of ops) {
    const bytes = op.copies * copyBytes(op.phase, elementBytes);
    add(byPhase[op.phase], op, bytes);
    add(totals, op, bytes);
  }
  return { byPhase, totals };
}

function zero(): Sums {
  return { flop: 0, copies: 0, bytes: 0, launches: 0 };
}

function add(sums: Sums, { flop, copies, launches }: Op, bytes: number): void {
  sums.flop += flop;
  sums.copies += copies;
  sums.bytes += bytes;
  sums.launches += launches;
}
