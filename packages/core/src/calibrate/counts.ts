import type { Ledger } from "../ledger/index.ts";
import type { Totals } from "../ledger/op.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { Pass } from "../time/pass.ts";

/** What the exact ledger counts for one device in what was timed. */
export interface DeviceCounts {
  readonly flop: number;
  /** Elements read and written. */
  readonly copies: number;
}

/** What a line multiplies by a coefficient. */
export type LineTerm = "constant" | keyof DeviceCounts;

/** One row of a line's regression: the values of its terms. */
export function lineRow(terms: readonly LineTerm[], counts: DeviceCounts): number[] {
  return terms.map((term) => (term === "constant" ? 1 : counts[term]));
}

/**
 * FLOPs and memory copies of a device in a step, or in its passes alone.
 *
 * Formula: (data × accumulation × (forward + backward + recompute) + optimizer × (data; 1 when sharded)) / devices;
 * without the optimizer, or with the forward alone, as the pass says. Source: (M3), arXiv 2406.18922 for the copies.
 *
 * @example
 * deviceCounts(gpt2OnOneA100, ledger, "train-step").copies // => stepLedger's copiesPerStep
 */
export function deviceCounts(
  { parallel, training, hardware }: Pick<Resolved, "parallel" | "training" | "hardware">,
  ledger: Pick<Ledger, "byPhase">,
  pass: Pass,
): DeviceCounts {
  const { forward, backward, recompute, optimizer } = ledger.byPhase;
  const microSteps = parallel.data * training.accumulation;
  const updates = pass !== "train-step" ? 0 : parallel.sharding === "none" ? parallel.data : 1;
  const of = (key: keyof Totals): number => {
    const passes = pass === "forward" ? forward[key] : forward[key] + backward[key] + recompute[key];
    return (microSteps * passes + updates * optimizer[key]) / hardware.count;
  };
  return { flop: of("flop"), copies: of("copies") };
}
