import type { TimeConstants } from "./constants.ts";
import { waitForHost } from "./optimizer.ts";
import type { Rates } from "./rates.ts";
import type { DeviceWork } from "./work.ts";

/** Seconds of one micro-step on one device, with no communication but what hides behind its attention. */
export interface MicroStep {
  readonly matmul: number;
  readonly attention: number;
  readonly memory: number;
  readonly kernels: number;
  /** What is left of passing keys and values around the context ranks, behind the attention on those at hand. */
  readonly context: number;
  /** Waiting for the host to issue kernels. */
  readonly host: number;
  /** Sum of the above. */
  readonly total: number;
  /** Of the total, what the vocabulary head takes, spread over the stages. */
  readonly head: number;
}

/**
 * Time of a micro-step: Σ FLOPs / rate + bytes / bandwidth + kernels, and the wait for the host (M4–M7).
 * @param contextSeconds passing keys and values on, of which the attention hides its own length (Liu et al. 2023)
 *
 * Compute and memory time add up: a maximum of the two (a roofline) fits measured steps worse.
 */
export function microStep(
  work: DeviceWork,
  rates: Rates,
  constants: TimeConstants,
  contextSeconds: number,
): MicroStep {
  const seconds = (bytes: number): number => bytes / rates.memoryBytesPerSecond;
  const dense = work.denseFlop / rates.denseFlopPerSecond;
  const headFlops = work.headFlop / rates.headFlopPerSecond;
  const attention =
    work.scoreFlop / rates.scoreFlopPerSecond +
    work.flashFlop / rates.flash.flopPerSecond +
    work.flashElements * rates.flash.secondsPerScore;
  const context = Math.max(0, contextSeconds - attention);
  const layers = seconds(work.operandBytes + work.elementwiseBytes + work.castBytes + work.accumulationBytes);
  const head = seconds(work.headOperandBytes + work.logitBytes);
  const layerKernels = work.layerKernels * rates.kernelSeconds;
  const issued = work.layerKernels - (1 - constants.backwardIssueShare) * work.backwardKernels;
  const issue = issued * constants.hostKernelSeconds * rates.hostFactor;
  const matmul = dense + headFlops;
  const memory = layers + head + seconds(work.outsideBytes);
  const kernels = layerKernels + work.outsideKernels * rates.kernelSeconds;
  const host = waitForHost(dense + attention + context + layers + layerKernels, issue);
  const total = matmul + attention + memory + kernels + context + host;
  return { matmul, attention, memory, kernels, context, host, total, head: headFlops + head };
}
