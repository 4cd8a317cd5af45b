import type { Scenario } from "../spec/scenario.ts";
import { candidatesOf } from "./candidates.ts";
import type { Observation } from "./observe.ts";
import { condition, foretell, type Row } from "./posterior.ts";
import { type Prior, prior } from "./prior.ts";

const mostToMeasure = 3;

/**
 * What to measure next: the candidate that is known least, then the one known least once that is measured, up to three.
 * What a point's time turns out to be does not matter for how well others are then known, so nothing need be guessed.
 *
 * Source: uncertainty sampling (MacKay 1992, Information-based objective functions for active data selection).
 */
export function measureNext(rows: readonly Observation[], beliefs: Prior = prior): Scenario[] {
  const open = candidatesOf(rows);
  const known: Row[] = rows.map(({ point }) => ({ ...point, logRatio: 0, noise: beliefs.noise }));
  const chosen: Scenario[] = [];
  while (chosen.length < mostToMeasure && open.length > 0) {
    const posterior = condition(known, beliefs);
    const variances = open.map(({ point }) => foretell(posterior, point).variance);
    const at = variances.indexOf(Math.max(...variances));
    const [best] = open.splice(at, 1);
    chosen.push(best!.scenario);
    known.push({ ...best!.point, logRatio: 0, noise: beliefs.noise });
  }
  return chosen;
}
