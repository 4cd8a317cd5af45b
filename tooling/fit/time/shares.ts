import { baselinesOf } from "../../../packages/core/src/time/baselines.ts";
import { rowWeights, softWeight } from "./objective.ts";
import type { Observation } from "./observations.ts";

/** The factor by which each baseline's share must change: least soft-L1 error of its logarithm over training passes. */
export function baselineCorrections(all: readonly Observation[]): { flop: number; copies: number } {
  const runs = all.filter(({ pass }) => pass !== "forward");
  const weights = rowWeights(runs);
  const offset = (seconds: (run: Observation) => number): number => {
    const errors = runs.map((run) => Math.log(seconds(run) / run.seconds));
    let shift = 0;
    for (let round = 0; round < 100; round += 1) {
      let sum = 0;
      let total = 0;
      for (const [i, error] of errors.entries()) {
        const weight = weights[i]! * softWeight(error - shift);
        sum += weight * error;
        total += weight;
      }
      shift = sum / total;
    }
    return Math.exp(shift);
  };
  const of = (run: Observation) => baselinesOf(run.resolved, run.ledger, run.pass);
  return {
    flop: offset((run) => of(run).flopOnlySeconds),
    copies: offset((run) => of(run).copiesOnlySeconds),
  };
}
