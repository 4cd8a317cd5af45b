import type { TimeConstants } from "./constants.ts";
import { waitForHost } from "./host.ts";
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

/** Seconds of the pieces of a micro-step before anything hides or waits: linear in the work. */
export interface MicroSeconds {
  /** Matmuls of the layers. */
  readonly dense: number;
  readonly attention: number;
  /** Memory traffic of the layers, of casts and of summing gradients. */
  readonly traffic: number;
  readonly layerKernels: number;
  /** The host's own time to issue the layers' kernels. */
  readonly issue: number;
  /** The vocabulary head: its matmuls and its traffic. */
  readonly headFlops: number;
  readonly headTraffic: number;
  /** Embedding and final norm: traffic, and kernels with those of the head. */
  readonly outside: number;
  readonly outsideKernels: number;
}

/** Work over rates: FLOPs / rate, bytes / bandwidth, kernels (M4–M6). */
export function microSeconds(work: DeviceWork, rates: Rates, constants: TimeConstants): MicroSeconds {
  const seconds = (bytes: number): number => bytes / rates.memoryBytesPerSecond;
  const issued = work.layerKernels - (1 - constants.backwardIssueShare) * work.backwardKernels;
  return {
    dense: work.denseFlop / rates.denseFlopPerSecond,
    attention:
      work.scoreFlop / rates.scoreFlopPerSecond +
      work.flashFlop / rates.flash.flopPerSecond +
      work.flashElements * rates.flash.secondsPerScore,
    traffic: seconds(work.operandBytes + work.elementwiseBytes + work.castBytes + work.accumulationBytes),
    layerKernels: work.layerKernels * rates.kernelSeconds,
    issue: issued * constants.hostKernelSeconds * rates.hostFactor,
    headFlops: work.headFlop / rates.headFlopPerSecond,
    headTraffic: seconds(work.headOperandBytes + work.logitBytes),
    outside: seconds(work.outsideBytes),
    outsideKernels: work.outsideKernels * rates.kernelSeconds,
  };
}

/**
 * Time of a micro-step: the sum of its pieces, and the wait for the host (M4–M7).
 *
 * Compute and memory time add up: a maximum of the two (a roofline) fits measured steps worse.
 *
 * @param contextSeconds passing keys and values on, of which the attention hides its own length (Liu et al. 2023)
 */
export function microStep(pieces: MicroSeconds, contextSeconds: number): MicroStep {
  const { dense, attention, traffic, layerKernels, headFlops, headTraffic } = pieces;
  const context = Math.max(0, contextSeconds - attention);
  const matmul = dense + headFlops;
  const memory = traffic + headTraffic + pieces.outside;
  const kernels = layerKernels + pieces.outsideKernels;
  const host = waitForHost(dense + attention + context + traffic + layerKernels, pieces.issue);
  const total = matmul + attention + memory + kernels + context + host;
  return { matmul, attention, memory, kernels, context, host, total, head: headFlops + headTraffic };
}
