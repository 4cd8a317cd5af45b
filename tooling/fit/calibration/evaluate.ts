import { condition, conditionRobustly, foretell } from "../../../packages/core/src/calibrate/posterior.ts";
import type { Prior } from "../../../packages/core/src/calibrate/prior.ts";
import { student90 } from "../../../packages/core/src/numeric/student.ts";
import { randomOf, shuffled } from "./draws.ts";
import type { Group, Measured } from "./groups.ts";

/** What the runs not used showed, mean over the draws of a group. */
export interface Score {
  /** Mean of |predicted / measured − 1|. */
  readonly mape: number;
  /** Share of runs inside their 80 % interval. */
  readonly coverage: number;
  /** Mean half-width of the interval, log seconds. */
  readonly halfWidth: number;
  /** Runs foretold in a draw. */
  readonly left: number;
}

/** Calibrates on some of the runs and foretells the others. */
function scoreOf(used: readonly Measured[], others: readonly Measured[], prior: Prior): Score {
  const posterior = used.length === 0 ? condition([], prior) : conditionRobustly(used, prior);
  const t = student90(posterior.degrees);
  let [error, inside, width] = [0, 0, 0];
  for (const run of others) {
    const { mean, variance } = foretell(posterior, run);
    const halfWidth = t * Math.sqrt(variance + posterior.spread * prior.noise ** 2);
    error += Math.abs(Math.exp(mean - run.logRatio) - 1);
    inside += Math.abs(mean - run.logRatio) <= halfWidth ? 1 : 0;
    width += halfWidth;
  }
  const left = others.length;
  return { mape: error / left, coverage: inside / left, halfWidth: width / left, left };
}

/** How the runs to calibrate on are chosen: at random, or after a random one those that are known least. */
export type Choice = "random" | "next";

/** The mean score over seeded draws of k runs; null where fewer than two would be left. */
export function drawn(
  group: Group,
  k: number,
  { prior, draws, choice = "random" }: { prior: Prior; draws: number; choice?: Choice },
): Score | null {
  const count = group.runs.length;
  if (count < k + 2) return null;
  const random = randomOf(`${group.name} ${k}`);
  const scores = Array.from({ length: k === 0 ? 1 : draws }, () => {
    const order = shuffled(count, random);
    const used = choice === "random" ? order.slice(0, k) : leastKnown(group.runs, order[0]!, { k, prior });
    const taken = new Set(used);
    return scoreOf(
      used.map((i) => group.runs[i]!),
      group.runs.filter((_, i) => !taken.has(i)),
      prior,
    );
  });
  const mean = (key: keyof Score): number => scores.reduce((sum, each) => sum + each[key], 0) / scores.length;
  return { mape: mean("mape"), coverage: mean("coverage"), halfWidth: mean("halfWidth"), left: mean("left") };
}

/** As `measureNext` chooses: the run of largest posterior variance, then the one that is known least after it. */
function leastKnown(
  runs: readonly Measured[],
  first: number,
  { k, prior }: { k: number; prior: Prior },
): number[] {
  const used = [first];
  while (used.length < k) {
    const posterior = condition(
      used.map((i) => ({ ...runs[i]!, noise: prior.noise })),
      prior,
    );
    let [best, most] = [-1, Number.NEGATIVE_INFINITY];
    for (const [i, run] of runs.entries()) {
      if (used.includes(i)) continue;
      const { variance } = foretell(posterior, run);
      if (variance > most) [best, most] = [i, variance];
    }
    used.push(best);
  }
  return used;
}
