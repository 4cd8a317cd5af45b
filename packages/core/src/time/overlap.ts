import type { Resolved } from "../spec/resolved.ts";
import { exchangesInBuckets } from "./buckets.ts";
import type { Communication } from "./communication.ts";
import type { TimeConstants } from "./constants.ts";

/** Share of a micro-step behind which gradients can travel: from its backward's first layer to its last. Assumed. */
const backwardWindow = 0.6;

/** The micro-steps of a step that data-parallel communication can hide behind. */
export interface MicroSteps {
  /** Seconds of one, with the collectives inside it. */
  readonly stageSeconds: number;
  /** How many there are. */
  readonly accumulation: number;
}

/**
 * Data-parallel communication that is not hidden (M10). Under ZeRO-3 a share of the gathers hides behind each
 * micro-step (once a step with pipelining); otherwise the gradients hide behind the last backward.
 *
 */
export function exposedDataSeconds(
  resolved: Pick<Resolved, "parallel" | "software">,
  wires: Pick<Communication, "gatherSeconds" | "gradientStepSeconds" | "updateStepSeconds">,
  { stageSeconds, accumulation }: MicroSteps,
  { overlapShare, gatherOverlapShare }: TimeConstants,
): number {
  const { parallel } = resolved;
  if (parallel.sharding === "zero3") {
    const times = parallel.pipeline > 1 ? 1 : accumulation;
    return times * (wires.gatherSeconds - gatherOverlapShare * Math.min(wires.gatherSeconds, stageSeconds));
  }
  const total = wires.gradientStepSeconds;
  // Layers are gathered as those of ZeRO-3 are; the single tensors of older ZeRO-1 wait for their update.
  const waits = parallel.sharding === "zero1" && !exchangesInBuckets(resolved);
  const latency = wires.updateStepSeconds * (waits ? 1 : 1 - gatherOverlapShare);
  return latency + Math.max(total - backwardWindow * stageSeconds, (1 - overlapShare) * total);
}
