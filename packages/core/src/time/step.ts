import type { TimePart } from "../estimate/types.ts";
import type { Ledger } from "../ledger/build.ts";
import type { Resolved } from "../spec/resolved.ts";
import { type Communication, communicationOf } from "./communication.ts";
import { type TimeConstants, timeConstants } from "./constants.ts";
import { geometryOf } from "./geometry.ts";
import { type OptimizerTime, optimizerTime, waitForHost } from "./optimizer.ts";
import type { Pass } from "./pass.ts";
import { type Rates, ratesOf } from "./rates.ts";
import { type DeviceWork, deviceWork } from "./work.ts";

/** The time of one optimizer step (or of the passes alone) and what it is made of; parts sum to seconds. */
export interface StepTime {
  readonly seconds: number;
  readonly parts: readonly TimePart[];
}

/** Seconds of one micro-step on one device before any communication. */
interface MicroStep {
  readonly matmul: number;
  readonly attention: number;
  readonly memory: number;
  readonly kernels: number;
  readonly host: number;
  /** Of these, the vocabulary head's share of a stage. */
  readonly head: number;
}

/**
 * Predicted time of an optimizer step.
 *
 * Formula: micro-step = Σ ops (FLOPs / rate + bytes / bandwidth) + kernels + wait for the host;
 * step = ((m + (p − 1) / v) (micro-step + collectives in it) + exposed data-parallel time + optimizer) · stragglers + start,
 * with m micro-batches, p stages, v chunks a stage. docs/method.md derives each term.
 * It differs from a roofline in that compute and memory time of an operation add up instead of overlapping: real
 * kernels do not hide one behind the other (measured; the sum fits better than the maximum).
 *
 * @param pass what was timed; the forward pass alone pays no start of a step
 */
export function stepTime(
  resolved: Resolved,
  ledger: Ledger,
  pass: Pass = "train-step",
  constants: TimeConstants = timeConstants,
): StepTime {
  const rates = ratesOf(resolved.hardware.device, resolved.training.precision, constants);
  const geometry = geometryOf(resolved);
  const work = deviceWork(resolved, ledger, geometry, pass);
  const micro = microStep(work, rates, constants);
  const wires = communicationOf(resolved, geometry, constants, pass);
  const optimizer = pass === "train-step" ? optimizerTime(resolved, geometry, rates, constants) : noOptimizer;
  const parts = assemble(resolved, micro, wires, optimizer, constants);
  const busy = sum(parts);
  const stragglers = busy * constants.jitterPerDoubling * Math.log2(resolved.hardware.count);
  parts.push({ name: "stragglers", seconds: stragglers, bound: "network" });
  parts.push({ name: "step-start", seconds: pass === "forward" ? 0 : constants.stepStartSeconds, bound: "launch" });
  const present = parts.filter((part) => part.seconds > 0);
  return { seconds: sum(present), parts: present };
}

const noOptimizer: OptimizerTime = { memorySeconds: 0, launchSeconds: 0, hostSeconds: 0 };

function microStep(work: DeviceWork, rates: Rates, constants: TimeConstants): MicroStep {
  const head = work.headFlop / rates.headFlopPerSecond;
  const attention = work.scoreFlop / rates.scoreFlopPerSecond + work.flashFlop / rates.flashFlopPerSecond;
  const inflated = (bytes: number): number => bytes * constants.elementwiseTraffic;
  const layerBytes = work.operandBytes + inflated(work.elementwiseBytes + work.castBytes + work.accumulationBytes);
  const headBytes = work.headOperandBytes + inflated(work.logitBytes);
  const memory = (layerBytes + headBytes + inflated(work.outsideBytes)) / rates.memoryBytesPerSecond;
  const dense = work.denseFlop / rates.denseFlopPerSecond;
  const layerKernels = work.layerKernels * rates.kernelSeconds;
  const layersGpu = dense + attention + layerBytes / rates.memoryBytesPerSecond + layerKernels;
  const issue = work.layerKernels * constants.hostKernelSeconds * rates.hostFactor;
  return {
    matmul: dense + head,
    attention,
    memory,
    kernels: layerKernels + work.outsideKernels * rates.kernelSeconds,
    host: waitForHost(layersGpu, issue),
    head: head + headBytes / rates.memoryBytesPerSecond,
  };
}

function assemble(
  resolved: Resolved,
  micro: MicroStep,
  wires: Communication,
  optimizer: OptimizerTime,
  constants: TimeConstants,
): TimePart[] {
  const { accumulation: m } = resolved.training;
  const { pipeline: p, interleave: v } = resolved.parallel;
  const compute = micro.matmul + micro.attention + micro.memory + micro.kernels + micro.host;
  const context = Math.max(0, wires.contextSeconds - micro.attention);
  const inside = wires.tensorSeconds + context + wires.expertSeconds + wires.pipelineSeconds;
  const stage = compute + inside;
  // The head sits on the last stage alone: the others wait for it half of the time.
  const imbalance = (m * micro.head * p * (1 - 1 / p)) / 2;
  const bubble = ((p - 1) / v) * stage + imbalance;
  return [
    { name: "matmul", seconds: m * micro.matmul, bound: "compute" },
    { name: "attention", seconds: m * micro.attention, bound: "compute" },
    { name: "memory-traffic", seconds: m * micro.memory, bound: "memory" },
    { name: "kernel-launch", seconds: m * micro.kernels + optimizer.launchSeconds, bound: "launch" },
    { name: "host", seconds: m * micro.host + optimizer.hostSeconds, bound: "launch" },
    { name: "tensor-parallel", seconds: m * wires.tensorSeconds, bound: "network" },
    { name: "context-parallel", seconds: m * context, bound: "network" },
    { name: "expert-parallel", seconds: m * wires.expertSeconds, bound: "network" },
    { name: "pipeline-transfer", seconds: m * wires.pipelineSeconds, bound: "network" },
    { name: "pipeline-bubble", seconds: bubble, bound: "bubble" },
    { name: "data-parallel", seconds: exposedData(resolved, wires, stage, constants), bound: "network" },
    { name: "optimizer", seconds: optimizer.memorySeconds, bound: "memory" },
  ];
}

/** Share of a micro-step behind which gradients can travel: from its backward's first layer to its last. */
const backwardWindow = 0.6;

/**
 * What is left of data-parallel communication: under ZeRO-3 a share of the gathers hides behind each micro-step
 * (once a step with pipelining); otherwise the gradients hide behind the last backward, except in Megatron,
 * which sends them when it is over.
 */
function exposedData(resolved: Resolved, wires: Communication, stage: number, constants: TimeConstants): number {
  const { overlapShare } = constants;
  if (resolved.parallel.sharding === "zero3") {
    const times = resolved.parallel.pipeline > 1 ? 1 : resolved.training.accumulation;
    return times * (wires.gatherSeconds - overlapShare * Math.min(wires.gatherSeconds, stage));
  }
  const total = wires.gradientStepSeconds;
  if (resolved.software.kernels === "megatron" && resolved.parallel.sharding === "none") return total;
  return Math.max(total - backwardWindow * overlapShare * stage, (1 - overlapShare) * total);
}

function sum(parts: readonly TimePart[]): number {
  return parts.reduce((total, part) => total + part.seconds, 0);
}
