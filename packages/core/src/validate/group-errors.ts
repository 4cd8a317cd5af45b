import { mean, quantile } from "../numeric/quantile.ts";
import type { GroupErrors, MacroErrors, RunComparison, Validation } from "./types.ts";

/** Runs with a measured time, collected by (group, pass) in the order they first appear. */
export function groupRuns(runs: readonly RunComparison[]): Map<string, RunComparison[]> {
  const groups = new Map<string, RunComparison[]>();
  for (const run of runs) {
    if (run.relativeError === null) continue;
    const key = JSON.stringify([run.group, run.pass]);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [run]);
    else members.push(run);
  }
  return groups;
}

/** MAPE, median, bias, 90th percentile and worst of a group's relative errors. */
export function groupErrors(members: readonly RunComparison[]): GroupErrors {
  const [first] = members;
  if (first === undefined) throw new RangeError("a group has at least one run");
  const signed = members.map((run) => run.relativeError ?? 0);
  const absolute = signed.map(Math.abs);
  return {
    group: first.group,
    pass: first.pass,
    runs: members.length,
    mape: mean(absolute) ?? 0,
    medianApe: quantile(absolute, 0.5) ?? 0,
    bias: mean(signed) ?? 0,
    p90Ape: quantile(absolute, 0.9) ?? 0,
    worst: Math.max(...absolute),
  };
}

/** Means over groups; all null without any. */
export function macroErrors(groups: readonly (readonly RunComparison[])[]): MacroErrors {
  const errors = groups.map(groupErrors);
  return {
    mape: mean(errors.map((group) => group.mape)),
    medianApe: mean(errors.map((group) => group.medianApe)),
    coverage80: mean(groups.map((members) => mean(members.map((run) => (isCovered(run) ? 1 : 0))) ?? 0)),
  };
}

/** Macro MAPE of the two one-constant estimates on the same groups. */
export function macroBaselines(groups: readonly (readonly RunComparison[])[]): Validation["macroBaselines"] {
  const of = (seconds: (run: RunComparison) => number): number | null =>
    mean(
      groups.map(
        (members) => mean(members.map((run) => Math.abs(seconds(run) / (run.measuredSeconds ?? 1) - 1))) ?? 0,
      ),
    );
  return {
    flopOnly: of((run) => run.baselines.flopOnlySeconds),
    copiesOnly: of((run) => run.baselines.copiesOnlySeconds),
  };
}

function isCovered({ measuredSeconds, predictedSeconds: { p10, p90 } }: RunComparison): boolean {
  return measuredSeconds !== null && measuredSeconds >= p10 && measuredSeconds <= p90;
}
