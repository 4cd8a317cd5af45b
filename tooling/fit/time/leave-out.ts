import type { TimeConstants } from "../../../packages/core/src/time/constants.ts";
import { logErrors, type Prior } from "./objective.ts";
import type { Observation } from "./observations.ts";
import { fitConstants } from "./solve.ts";

/** A run and the log error of a prediction of it. */
export interface Foretold {
  readonly run: Observation;
  readonly error: number;
}

/** Errors of the runs under constants, in sample when these were fitted on them. */
export function foretell(constants: TimeConstants, runs: readonly Observation[]): Foretold[] {
  const errors = logErrors(constants, runs);
  return runs.map((run, i) => ({ run, error: errors[i]! }));
}

/** Every run predicted by constants that were fitted without any run of the same `key`. */
export function leaveOut(
  runs: readonly Observation[],
  key: "chip" | "source" | "family",
  prior: Prior,
  start: TimeConstants,
): Foretold[] {
  const folds = [...new Set(runs.map((run) => run[key]))];
  return folds.flatMap((fold) => {
    const seen = runs.filter((run) => run[key] !== fold);
    const constants = fitConstants(seen, prior, start);
    return foretell(
      constants,
      runs.filter((run) => run[key] === fold),
    );
  });
}

/** One group and pass: how many runs, and how far off. */
export interface GroupError {
  readonly name: string;
  readonly pass: string;
  readonly runs: number;
  readonly mape: number;
  readonly bias: number;
}

export function groupErrors(foretold: readonly Foretold[]): GroupError[] {
  const groups = new Map<string, Foretold[]>();
  for (const each of foretold) {
    const key = `${each.run.group} ${each.run.pass}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((members) => {
    const errors = members.map(({ error }) => Math.exp(error) - 1);
    const mean = (values: number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
    const { run } = members[0]!;
    return {
      name: run.group,
      pass: run.pass,
      runs: members.length,
      mape: mean(errors.map(Math.abs)),
      bias: mean(errors),
    };
  });
}

/** Mean over groups of the mean absolute error: of the passes that train, or of forward passes alone. */
export function macroMape(foretold: readonly Foretold[], forward = false): number {
  const groups = groupErrors(foretold).filter(({ pass }) => (pass === "forward") === forward);
  return groups.reduce((sum, { mape }) => sum + mape, 0) / groups.length;
}
