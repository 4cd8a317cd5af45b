import type { Ledger } from "./build.ts";
import type { Totals } from "./op.ts";

/** What an optimizer step asks of all devices together. */
export interface StepLedger {
  readonly flopPerStep: number;
  readonly copiesPerStep: number;
  readonly bytesPerStep: number;
  readonly launchesPerStep: number;
}

/** How often the micro-batch and the optimizer of one device are done in a step. */
export interface StepRepeats {
  /** Data-parallel replicas. */
  readonly data: number;
  /** Micro-batches a replica runs before the optimizer. */
  readonly accumulation: number;
  /** Whether replicas share the optimizer's work (ZeRO 1 to 3) instead of each doing all of it. */
  readonly shardedOptimizer: boolean;
}

/**
 * Counts of one optimizer step over all devices.
 *
 * Formula: data x accumulation x (forward + backward + recompute) + (sharded ? 1 : data) x optimizer. Units:
 * FLOPs, elements, bytes, kernels. Source: (M3): the ledger is one micro-batch without parallelism; tensor,
 * pipeline and context parallelism split it and do not change the sums. Other convention: accumulating
 * gradients (3 copies a parameter) is in time, not counted here.
 *
 * @example
 * stepLedger(ledger, { data: 8, accumulation: 4, shardedOptimizer: true }).copiesPerStep // => 1144578671680
 */
export function stepLedger(ledger: Pick<Ledger, "byPhase">, repeats: StepRepeats): StepLedger {
  const { data, accumulation, shardedOptimizer } = repeats;
  const { forward, backward, recompute, optimizer } = ledger.byPhase;
  const microBatches = data * accumulation;
  const updates = shardedOptimizer ? 1 : data;
  const sum = (key: keyof Totals): number =>
    microBatches * (forward[key] + backward[key] + recompute[key]) + updates * optimizer[key];
  return {
    flopPerStep: sum("flop"),
    copiesPerStep: sum("copies"),
    bytesPerStep: sum("bytes"),
    launchesPerStep: sum("launches"),
  };
}
