import type { Ledger } from "../ledger/index.ts";
import type { Resolved } from "../spec/resolved.ts";
import { type TimeConstants, timeConstants } from "../time/constants.ts";
import {
  type MachineFactors,
  machineConstants,
  machineFactorNames,
  nominalFactors,
} from "../time/machine-factors.ts";
import type { Pass } from "../time/pass.ts";
import { stepTime } from "../time/step.ts";
import type { Point } from "./posterior.ts";
import type { featureRates, TermName } from "./prior.ts";

/** A point, and the model's own time there. */
export interface ModelledPoint extends Point {
  readonly seconds: number;
}

/** Finite differences go this factor up and down. */
const step = 1.05;

/** Devices of a node at which the link's factor holds. */
const sharingReference = 4;

/** log2 of the devices that share a node's links, about the reference. */
function sharingOf({ hardware: { count, perNode } }: Resolved): number {
  return Math.log2(Math.min(count, perNode) / sharingReference);
}

/**
 * Where a scenario lies for the calibration (M19): the model's time, how it answers to each term, its features.
 *
 * Formula: d log t / d log f = log(t(1.05) / t(1 / 1.05)) / (2 log 1.05); exactly 1 for the scale; for the sharing of
 * links, that of the link × log2(devices of a node / 4). Seconds.
 *
 * @param constants those of the model; others while these are fitted
 * @example
 * pointOf(resolve(gpt2OneA100, a100), "train-step", ledger).sensitivities[0] // => 1
 */
export function pointOf(
  resolved: Resolved,
  pass: Pass,
  ledger: Ledger,
  constants: TimeConstants = timeConstants,
): ModelledPoint {
  const timeWith = (slowed: TimeConstants): number => stepTime(resolved, ledger, pass, slowed).seconds;
  return pointFrom(variantsOf(constants).map(timeWith), resolved, pass);
}

/** Factors that are varied one by one; the scale's answer is known. */
const varied = machineFactorNames.filter((name) => name !== "scale");

/** The constants a point is timed with: as they are, then with each factor up and down. */
export function variantsOf(constants: TimeConstants): TimeConstants[] {
  const slowed = (change: Partial<MachineFactors>): TimeConstants =>
    machineConstants({ ...nominalFactors, ...change }, constants);
  return [constants, ...varied.flatMap((name) => [slowed({ [name]: step }), slowed({ [name]: 1 / step })])];
}

/** A point from the seconds that each of {@link variantsOf} gives. */
export function pointFrom(seconds: readonly number[], resolved: Resolved, pass: Pass): ModelledPoint {
  const answers = varied.map(
    (_, i) => Math.log(seconds[2 * i + 1]! / seconds[2 * i + 2]!) / (2 * Math.log(step)),
  );
  const link = answers[varied.indexOf("link")]!;
  return {
    seconds: seconds[0]!,
    sensitivities: [1, ...answers, link * sharingOf(resolved)],
    features: featuresOf(resolved, pass),
  };
}

/** The machine's factors in one scenario, from what a calibration learnt: the link's as its node shares it. */
export function factorsAt(learnt: Readonly<Record<TermName, number>>, resolved: Resolved): MachineFactors {
  const { linkSharing, ...factors } = learnt;
  return { ...factors, link: factors.link * linkSharing ** sharingOf(resolved) };
}

const precisionClass = { fp32: 0, tf32: 1, fp16: 2, bf16: 2, fp8: 3 } as const;
const logOf = Math.log2;

/** Coordinates in which near runs err alike, in the order of `featureRates`. */
function featuresOf({ model, training, software, parallel, hardware }: Resolved, pass: Pass): number[] {
  const sharded = parallel.sharding === "none" ? parallel.data : parallel.shardingGroup;
  const issued = (kind: typeof software.optimizerKernels): number =>
    pass === "train-step" && software.optimizerKernels === kind ? 1 : 0;
  const features: Record<keyof typeof featureRates, number> = {
    width: logOf(model.width),
    layers: logOf(model.layers),
    contextLength: logOf(training.contextLength),
    microBatchSequences: logOf(training.microBatchSequences),
    accumulation: logOf(training.accumulation),
    devices: logOf(hardware.count),
    tensor: logOf(parallel.tensor),
    pipeline: logOf(parallel.pipeline),
    shardingGroups: logOf(parallel.data / sharded),
    precision: precisionClass[training.precision],
    update: pass === "train-step" ? 1 : 0,
    compiled: software.kernels === "compiled" ? 1 : 0,
    recompute: training.recompute === "none" ? 0 : 1,
    synchronous: issued("synchronous"),
    loop: issued("loop"),
    foreach: issued("foreach"),
    fused: issued("fused"),
  };
  return Object.values(features);
}
