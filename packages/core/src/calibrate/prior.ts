import type { DeviceFacts } from "@wallclock/hardware/schema";
import { isEvidenced, unseenFactor } from "../time/interval.ts";
import { type MachineFactors, machineFactorNames } from "../time/machine-factors.ts";

/**
 * What a calibration learns: the machine's factors, and how much slower collectives get per doubling of the devices that
 * share a node's links, beyond what the model says; `link` holds at four devices of a node.
 */
export const termNames = [...machineFactorNames, "linkSharing"] as const;
export type TermName = keyof MachineFactors | "linkSharing";

/** What is believed of one term before the machine is measured: standard deviations of its logarithm. */
export interface TermBelief {
  /** Of what all runs of the machine share. */
  readonly shared: number;
  /** Of what runs share only with their neighbours: the term drifts from scenario to scenario. */
  readonly drifting: number;
}

/**
 * What is believed of a machine before it is measured. Fitted by `node tooling/fit/calibration.ts RUNS.jsonl --tune` on
 * groups of public measured runs: the least error and the best intervals of runs not used, the model's own constants
 * fitted without the group's source (docs/log.md says what the fit is worth on sources it has not seen). Then chosen by
 * hand: the scale's drift (the fit says 0.04 to 0.06) and the resources' drifts (0.6 of what it says), which leaves five
 * runs as they are and lowers the error of ten; the loss of the fit hardly tells the two apart.
 */
export interface Prior {
  /** Of each term, in the order of `termNames`. The scale's drift is what no resource explains. */
  readonly terms: readonly TermBelief[];
  /** Of each feature: by how much a step of 1 lowers the logarithm of the correlation of two runs' drifts. */
  readonly rates: readonly number[];
  /** Standard deviation of one measured time about what the machine usually does. */
  readonly noise: number;
  /** Standard deviations off what the other runs say, from which on a run counts less. */
  readonly odd: number;
  /** Rounds of reweighting. */
  readonly rounds: number;
  /** How many runs the widths above are worth: so many measured residuals weigh as much (Student's t). */
  readonly degrees: number;
}

const beliefs: Readonly<Record<TermName, TermBelief>> = {
  scale: { shared: 0.031, drifting: 0.12 },
  compute: { shared: 0.11, drifting: 0.05 },
  memory: { shared: 0.059, drifting: 0.1 },
  host: { shared: 0.15, drifting: 0.26 },
  link: { shared: 0.21, drifting: 0.28 },
  linkSharing: { shared: 0.6, drifting: 0 },
};

/**
 * The features, with their rates. Those marked assumed hardly differ within the groups of the fit: 1 / 8, and kinds of
 * software and of number formats 3 times as far apart, for they share little beside the machine.
 */
export const featureRates = {
  /** log2. */
  width: 0.13,
  layers: 0.074,
  contextLength: 0.92,
  microBatchSequences: 0.25,
  accumulation: 0.073,
  devices: 0.081,
  /** log2 of the ranks; assumed. */
  tensor: 0.125,
  pipeline: 0.125,
  /** log2 of the groups that ZeRO shards within; 0 when nothing is sharded, or over all ranks. */
  shardingGroups: 0.14,
  /** Class of the number format: FP32, TF32, 16 bit, FP8; assumed. */
  precision: 0.375,
  /** Whether the optimizer is in the time. */
  update: 0.058,
  /** Whether compiled; assumed. */
  compiled: 0.375,
  /** Whether recomputed. */
  recompute: 0.13,
  /** How the optimizer's kernels are issued: two ways differ in two features. */
  synchronous: 0.14,
  loop: 0.058,
  foreach: 0.47,
  fused: 0.13,
} as const;

export const prior: Prior = {
  terms: termNames.map((name) => beliefs[name]),
  rates: Object.values(featureRates),
  noise: 0.026,
  odd: 2,
  rounds: 4,
  degrees: 1.8,
};

/**
 * What is believed of the machine with a device: `unseenFactor` times as wide where no measured run on one of its kind stands behind
 * the model, as its interval is.
 *
 * @example
 * priorFor(epyc).terms[0].shared // => 0.062, twice the prior's
 */
export function priorFor(device: Pick<DeviceFacts, "vendor" | "kind">): Prior {
  return isEvidenced(device) ? prior : unseenPrior;
}

const unseenPrior: Prior = {
  ...prior,
  terms: prior.terms.map(({ shared, drifting }) => ({
    shared: unseenFactor * shared,
    drifting: unseenFactor * drifting,
  })),
};
