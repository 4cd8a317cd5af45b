import { lossAt, optimalParameters, tokensForLoss } from "../loss/index.ts";
import { resolve } from "../spec/resolve.ts";
import type { MachineLike } from "../spec/resolve-hardware.ts";
import type { Scenario } from "../spec/scenario.ts";
import { estimate } from "./estimate.ts";
import { lawOf } from "./estimate-resolved.ts";
import { runUnderLaw } from "./run-under-law.ts";

/** A model's size as the law counts it, and tokens that it is trained on. */
export interface SizeAndTokens {
  readonly parameters: number;
  readonly tokens: number;
}

/** Runs that all end at one loss: the larger the model, the fewer tokens it takes. */
export interface EqualLoss {
  readonly nats: number;
  readonly points: readonly SizeAndTokens[];
}

/** The plane of sizes and tokens around a run. */
export interface SizesAndTokens {
  readonly run: SizeAndTokens;
  readonly levels: readonly EqualLoss[];
  /** Where a law's compute 6 N D is spent best; empty for a law that no split is best under. */
  readonly best: readonly SizeAndTokens[];
}

/** The plane is as many times larger and smaller than the run, both ways. */
const reach = 16;
const sizes = 41;
/** Times the run's own tokens and parameters whose losses are drawn: its own and those of runs around it. */
const around = [1 / 9, 1 / 3, 1, 3, 9];

/**
 * Curves of equal loss through the run of a scenario and through runs of a third, a ninth, three and nine times its size and
 * tokens, by its own law: D of N at a loss, everything else kept. N is counted as the law does; a law that knows shapes is read at that
 * of the run's model.
 *
 * @example
 * sizesAndTokens(scenario, machine).levels.length // => 5
 * sizesAndTokens(scenario, machine).run.tokens // => 10000007168
 */
export function sizesAndTokens(scenario: Scenario, machine: MachineLike): SizesAndTokens {
  const {
    law,
    parameters: own,
    uniqueTokens,
    penalty,
  } = runUnderLaw(lawOf(scenario).law, resolve(scenario, machine));
  const { tokens } = estimate(scenario, machine).run;
  const unique = uniqueTokens === null ? null : uniqueTokens / penalty;
  const along = Array.from({ length: sizes }, (_, index) => reach ** ((2 * index) / (sizes - 1) - 1));
  const levels = around.map((by) => {
    const nats = lossAt(law, own * by, (tokens * by) / penalty, unique ?? undefined);
    const points = along.flatMap((share) => {
      const needed = tokensForLoss(law, own * share, nats, unique);
      return needed === null ? [] : [{ parameters: own * share, tokens: needed * penalty }];
    });
    return { nats, points };
  });
  const best = along.flatMap((share) => {
    const parameters = optimalParameters(law, (tokens * share) / penalty);
    return parameters === null ? [] : [{ parameters, tokens: tokens * share }];
  });
  return { run: { parameters: own, tokens }, levels, best };
}

/**
 * Size and tokens of another run as its law counts them: its place in the plane.
 *
 * @example
 * placeOf(scenario, machine).parameters // => 124439808
 */
export function placeOf(scenario: Scenario, machine: MachineLike): SizeAndTokens {
  const { parameters } = runUnderLaw(lawOf(scenario).law, resolve(scenario, machine));
  return { parameters, tokens: estimate(scenario, machine).run.tokens };
}
