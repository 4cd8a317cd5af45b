import { workloadOf } from "../estimate/workload.ts";
import { buildLedger, type Ledger } from "../ledger/index.ts";
import { countParameters } from "../parameters/index.ts";
import type { Resolved } from "../spec/resolved.ts";
import { optimizerKernelKinds } from "../spec/software.ts";
import {
  type MachineFactors,
  machineConstants,
  machineFactorNames,
  nominalFactors,
} from "../time/machine-factors.ts";
import type { Pass } from "../time/pass.ts";
import { stepTime } from "../time/step.ts";
import type { Point } from "./posterior.ts";

/** A point, and the model's own time there. */
export interface ModelledPoint extends Point {
  readonly seconds: number;
}

/** Finite differences go this factor up and down. */
const step = 1.05;

/**
 * Where a scenario lies for the calibration: the model's time, how it answers to each machine factor, its features.
 *
 * Formula: d log t / d log f = log(t(1.05) / t(1 / 1.05)) / (2 log 1.05); exactly 1 for the scale. Seconds.
 *
 * @example
 * pointOf(resolve(gpt2OneA100, a100), "train-step", ledger).sensitivities[0] // => 1
 */
export function pointOf(resolved: Resolved, pass: Pass, ledger: Ledger): ModelledPoint {
  const timeAt = (change: Partial<MachineFactors>): number =>
    stepTime(resolved, ledger, pass, machineConstants({ ...nominalFactors, ...change })).seconds;
  const sensitivities = machineFactorNames.map((name) => {
    if (name === "scale") return 1;
    return Math.log(timeAt({ [name]: step }) / timeAt({ [name]: 1 / step })) / (2 * Math.log(step));
  });
  const { seconds } = stepTime(resolved, ledger, pass);
  return { seconds, sensitivities, features: featuresOf(resolved, pass) };
}

/** The ledger of a scenario's micro-batch. */
export function ledgerFor(resolved: Resolved): Ledger {
  return buildLedger(resolved.model, workloadOf(resolved), countParameters(resolved.model).total);
}

/** How far apart kinds of software and of number formats lie, in doublings: they share little beside the machine. */
const apart = 3;
const precisionClass = { fp32: 0, tf32: 1, fp16: 2, bf16: 2, fp8: 3 } as const;

/**
 * Coordinates in which near runs err alike: log2 of width, context, micro-batch, devices, tensor and pipeline ranks;
 * 3 × class of the number format; whether the optimizer is in the time; 3 × whether compiled; whether recomputed;
 * 3 apart by how the optimizer's kernels are issued.
 */
function featuresOf({ model, training, software, parallel, hardware }: Resolved, pass: Pass): number[] {
  return [
    Math.log2(model.width),
    Math.log2(training.contextLength),
    Math.log2(training.microBatchSequences),
    Math.log2(hardware.count),
    Math.log2(parallel.tensor),
    Math.log2(parallel.pipeline),
    apart * precisionClass[training.precision],
    pass === "train-step" ? 1 : 0,
    software.kernels === "compiled" ? apart : 0,
    training.recompute === "none" ? 0 : 1,
    ...optimizerKernelKinds.map((kind) => (kind === software.optimizerKernels ? apart / 2 : 0)),
  ];
}

/** How many features a point has. */
export const featureCount = 10 + optimizerKernelKinds.length;
