import type { Op } from "./op.ts";

/**
 * The same operations once more, in the phase `recompute`.
 *
 * Formula: full = the forward of every layer; selective = the attention core alone (scores, scale, mask,
 * softmax, weighted values; or the flash forward). Units: FLOPs, elements.
 * Source: Chen et al. 2016 for full, Korthikanti et al. 2022, section 5, for selective.
 * Other convention: a checkpointing stack skips the operations whose outputs backward does not read; here
 * none is skipped.
 *
 * @example
 * recomputed(buildLedger(gpt2, workload, 124439808).ops)[0].phase // => "recompute"
 */
export function recomputed(forward: readonly Op[]): Op[] {
  return forward.map((op) => ({
    name: op.name,
    phase: "recompute",
    scope: op.scope,
    kind: op.kind,
    count: op.count,
    flop: op.flop,
    copies: op.copies,
    launches: op.launches,
    shape: op.shape,
    formula: op.formula,
  }));
}
