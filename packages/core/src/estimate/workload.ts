import type { Workload } from "../ledger/workload.ts";
import type { Resolved } from "../spec/resolved.ts";

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
