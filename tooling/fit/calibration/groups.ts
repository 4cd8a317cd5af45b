import type { ModelledPoint } from "../../../packages/core/src/calibrate/point.ts";
import { pointOf } from "../../../packages/core/src/calibrate/point.ts";
import type { Row } from "../../../packages/core/src/calibrate/posterior.ts";
import type { TimeConstants } from "../../../packages/core/src/time/constants.ts";
import type { Observation } from "../time/observations.ts";

/** A run as the calibration sees it. */
export type Measured = Omit<Row, "noise"> & Pick<ModelledPoint, "seconds">;

/** Runs of one source, device and number format that include the backward pass. */
export interface Group {
  readonly name: string;
  readonly source: string;
  readonly runs: readonly Measured[];
}

/** Groups of at least `fewest` runs, under the constants that `constantsFor` gives for a source. */
export function groupsOf(
  observations: readonly Observation[],
  constantsFor: (source: string) => TimeConstants,
  fewest: number,
): Group[] {
  const members = new Map<string, Observation[]>();
  for (const each of observations) {
    if (each.pass === "forward") continue;
    members.set(each.group, [...(members.get(each.group) ?? []), each]);
  }
  return [...members]
    .filter(([, group]) => group.length >= fewest)
    .map(([name, group]) => {
      const { source } = group[0]!;
      const constants = constantsFor(source);
      return { name, source, runs: group.map((each) => measuredOf(each, constants)) };
    });
}

function measuredOf({ resolved, pass, ledger, seconds }: Observation, constants: TimeConstants): Measured {
  const point = pointOf(resolved, pass, ledger, constants);
  return { ...point, logRatio: Math.log(seconds / point.seconds) };
}
