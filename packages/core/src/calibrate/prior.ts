import { machineFactorNames } from "../time/machine-factors.ts";

/**
 * What is believed of a machine before it is measured: standard deviations of log seconds. Assumed, by what machines of
 * one kind differ in: matmuls least (the same chip), links and hosts most (their boards, drivers and processors).
 * docs/log.md says what other widths give.
 */
export interface Prior {
  /** Of the logarithm of each machine factor, in the order of `machineFactorNames`. */
  readonly coefficients: readonly number[];
  /** Of what no factor explains at one point: the model's shape error there. */
  readonly local: number;
  /** City-block distance over which that error keeps 1 / e of its correlation; a doubling is 1. */
  readonly reach: number;
  /** Of one measured time about what the machine usually does. */
  readonly noise: number;
  /** Standard deviations from which on a run counts less (Huber). */
  readonly huber: number;
  /** Rounds of reweighting. */
  readonly rounds: number;
  /** How many runs the widths above are worth: so many measured residuals weigh as much (Student's t). */
  readonly degrees: number;
}

const spread: Readonly<Record<(typeof machineFactorNames)[number], number>> = {
  scale: 0.2,
  compute: 0.1,
  memory: 0.15,
  host: 0.4,
  link: 0.5,
};

export const prior: Prior = {
  coefficients: machineFactorNames.map((name) => spread[name]),
  local: 0.15,
  reach: 8,
  noise: 0.05,
  huber: 1.345,
  rounds: 4,
  degrees: 4,
};
