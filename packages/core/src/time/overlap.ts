import type { Resolved } from "../spec/resolved.ts";
import type { Communication } from "./communication.ts";
import type { TimeConstants } from "./constants.ts";
import { exchangesInBuckets } from "./stack.ts";

/** Share of a micro-step behind which gradients can travel: from its backward's first layer to its last. Assumed. */
const backwardWindow = 0.6;

/**
 * Data-parallel communication that is not hidden (M10). Under ZeRO-3 a share of the gathers hides behind each
 * micro-step (once a step with pipelining); otherwise the gradients hide behind the last backward.
 *
 * @param micro one micro-step's seconds with the collectives inside it, and how many there are
 */
export function exposedDataSeconds(
  resolved: Pick<Resolved, "parallel" | "software">,
  wires: Pick<Communication, "gatherSeconds" | "gradientStepSeconds" | "updateStepSeconds">,
  { stageSeconds, accumulation }: { readonly stageSeconds: number; readonly accumulation: number },
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
