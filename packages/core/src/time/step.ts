import type { TimePart } from "../estimate/types.ts";
import type { Ledger } from "../ledger/build.ts";
import { total } from "../numeric/sum.ts";
import type { Resolved } from "../spec/resolved.ts";
import { type Communication, communicationOf } from "./communication.ts";
import { type TimeConstants, timeConstants } from "./constants.ts";
import { geometryOf } from "./geometry.ts";
import { type MicroStep, microStep } from "./micro-step.ts";
import { noOptimizer, optimizerTime } from "./optimizer.ts";
import { exposedDataSeconds } from "./overlap.ts";
import type { Pass } from "./pass.ts";
import { ratesOf } from "./rates.ts";
import { deviceWork } from "./work.ts";

/** The time of one optimizer step (or of the passes alone) and what it is made of; parts sum to seconds. */
export interface StepTime {
  readonly seconds: number;
  readonly parts: readonly TimePart[];
}

/**
 * Predicted time of an optimizer step, in seconds.
 *
 * Formula: ((m + (p − 1) / v) (micro-step + its collectives) + exposed data-parallel time + optimizer) · stragglers + start,
 * with m micro-batches, p stages, v chunks a stage (M4–M12 of docs/method.md).
 * Differs from a roofline: compute and memory time of an operation add up instead of overlapping.
 *
 * @param pass what is timed; the forward pass alone pays no start of a step
 * @throws RangeError for a precision the device lacks; `resolve` refuses it before
 * @example
 * stepTime(resolve(bertLarge, a100), ledger).seconds // => 0.4707 (measured 0.5128)
 */
export function stepTime(
  resolved: Resolved,
  ledger: Ledger,
  pass: Pass = "train-step",
  constants: TimeConstants = timeConstants,
): StepTime {
  const rates = ratesOf(resolved, constants);
  const geometry = geometryOf(resolved);
  const wires = communicationOf(resolved, geometry, constants, pass);
  const micro = microStep(
    deviceWork(resolved, ledger, geometry, pass),
    rates,
    constants,
    wires.contextSeconds,
  );
  const update = { geometry, updateFlop: updateFlop(ledger) };
  const optimizer = pass === "train-step" ? optimizerTime(resolved, update, rates, constants) : noOptimizer;
  const { parts, stageSeconds } = passParts(resolved, micro, wires);
  const data = exposedDataSeconds(resolved, wires, stageSeconds, constants);
  parts.push(
    { name: "data-parallel", seconds: data, bound: "network" },
    { name: "optimizer", seconds: optimizer.memorySeconds, bound: "memory" },
    { name: "optimizer-matmul", seconds: optimizer.matmulSeconds, bound: "compute" },
    { name: "optimizer-launch", seconds: optimizer.launchSeconds + optimizer.hostSeconds, bound: "launch" },
  );
  const { data: replicas, context } = resolved.parallel;
  const stragglers = secondsOf(parts) * constants.jitterPerDoubling * Math.log2(replicas * context);
  parts.push(
    { name: "stragglers", seconds: stragglers, bound: "network" },
    { name: "step-start", seconds: pass === "forward" ? 0 : constants.stepStartSeconds, bound: "launch" },
  );
  const present = parts.filter((part) => part.seconds > 0);
  return { seconds: secondsOf(present), parts: present };
}

/** The parts of all micro-steps, with the collectives inside them and the pipeline's bubble. */
function passParts(
  { training, parallel }: Resolved,
  micro: MicroStep,
  wires: Communication,
): { parts: TimePart[]; stageSeconds: number } {
  const { accumulation: m } = training;
  const { pipeline: p, interleave: v } = parallel;
  const stageSeconds = micro.total + wires.tensorSeconds + wires.expertSeconds + wires.pipelineSeconds;
  // The head sits on the last stage alone: the others wait for it half of the time.
  const imbalance = (m * micro.head * (p - 1)) / 2;
  const parts: TimePart[] = [
    { name: "matmul", seconds: m * micro.matmul, bound: "compute" },
    { name: "attention", seconds: m * micro.attention, bound: "compute" },
    { name: "memory-traffic", seconds: m * micro.memory, bound: "memory" },
    { name: "kernel-launch", seconds: m * micro.kernels, bound: "launch" },
    { name: "host", seconds: m * micro.host, bound: "launch" },
    { name: "tensor-parallel", seconds: m * wires.tensorSeconds, bound: "network" },
    { name: "context-parallel", seconds: m * micro.context, bound: "network" },
    { name: "expert-parallel", seconds: m * wires.expertSeconds, bound: "network" },
    { name: "pipeline-transfer", seconds: m * wires.pipelineSeconds, bound: "network" },
    { name: "pipeline-bubble", seconds: ((p - 1) / v) * stageSeconds + imbalance, bound: "bubble" },
  ];
  return { parts, stageSeconds };
}

/** FLOPs of the matmuls in the update; none but for Muon. */
function updateFlop({ ops }: Ledger): number {
  return total(
    ops.filter((op) => op.phase === "optimizer" && op.kind === "dense-matmul").map((op) => op.flop),
  );
}

function secondsOf(parts: readonly TimePart[]): number {
  return total(parts.map((part) => part.seconds));
}
