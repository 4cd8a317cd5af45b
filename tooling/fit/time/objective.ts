import type { TimeConstants } from "../../../packages/core/src/time/constants.ts";
import { stepTime } from "../../../packages/core/src/time/step.ts";
import type { Observation } from "./observations.ts";

/** What is believed of a constant before any run is seen: its value and the standard deviation of its logarithm. */
export type Prior = Readonly<Record<keyof TimeConstants, readonly [value: number, logSd: number]>>;

/** Errors beyond this count linearly, in log units. */
const softScale = 0.1;

/** log(predicted / measured) of each run. */
export function logErrors(constants: TimeConstants, runs: readonly Observation[]): number[] {
  return runs.map(({ resolved, ledger, pass, seconds }) =>
    Math.log(stepTime(resolved, ledger, pass, constants).seconds / seconds),
  );
}

/** Soft-L1 of an error, and the weight that makes its square as steep. */
export const softL1 = (error: number): number => 2 * (Math.sqrt(1 + (error / softScale) ** 2) - 1);
export const softWeight = (error: number): number =>
  1 / (softScale ** 2 * Math.sqrt(1 + (error / softScale) ** 2));

/** Each group counts by the square root of its runs: 100 runs of one machine are not 100 machines. */
export function rowWeights(runs: readonly Observation[]): number[] {
  const sizes = new Map<string, number>();
  for (const { group } of runs) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return runs.map(({ group }) => 1 / Math.sqrt(sizes.get(group) ?? 1));
}
