import { countParameters } from "../parameters/index.ts";
import type { Resolved } from "../spec/resolved.ts";
import { buildLedger, type Ledger } from "./build.ts";
import type { Workload } from "./workload.ts";

/** The micro-batch that the ledger counts: attention decides the variant, materialised or flash. */
export function workloadOf({ training, software }: Resolved): Workload {
  return {
    batch: training.microBatchSequences,
    contextLength: training.contextLength,
    precision: training.precision,
    optimizer: training.optimizer,
    recompute: training.recompute,
    variant: software.attention === "materialized" ? "unfused" : "fused",
  };
}

/**
 * The ledger of one micro-batch of a run.
 *
 * @param parameters in all, where they are counted already
 * @example
 * microBatchLedger(resolve(scenario, machine)).totals.launches // => 312
 */
export function microBatchLedger(
  resolved: Resolved,
  parameters = countParameters(resolved.model).total,
): Ledger {
  return buildLedger(resolved.model, workloadOf(resolved), parameters);
}
