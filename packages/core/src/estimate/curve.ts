import { fail } from "../errors/issue.ts";
import { batchPenalty, lawAt, lawParameters, stepsForLoss } from "../loss/index.ts";
import { countParameters } from "../parameters/index.ts";
import { ffnLayers } from "../spec/layers.ts";
import { resolve } from "../spec/resolve.ts";
import type { MachineLike } from "../spec/resolve-hardware.ts";
import type { Scenario } from "../spec/scenario.ts";
import { estimate, lawOf, lossOf } from "./estimate.ts";
import type { Estimate } from "./types.ts";

/** A point of loss against wall-clock time. */
export interface CurvePoint {
  readonly seconds: number;
  readonly tokens: number;
  /** Median loss, nats a token. */
  readonly nats: number;
  /** Ends of the law's 80 % interval of that loss after these tokens; that the time is itself uncertain is not in it. */
  readonly p10: number;
  readonly p90: number;
}

const defaultPoints = 48;
/** The curve starts at this share of the run: earlier, warm-up rules and no law holds. */
const startShare = 0.01;

/** The loss of a scenario's run after any number of its tokens. */
function lossOfTokens(scenario: Scenario, machine: MachineLike) {
  const resolved = resolve(scenario, machine);
  const parameters = countParameters(resolved.model);
  const { law } = lawOf(scenario);
  return (seconds: number, tokens: number): CurvePoint => {
    const { p10, p50, p90 } = lossOf(resolved, law, parameters, tokens).nats;
    return { seconds, tokens, nats: p50, p10, p90 };
  };
}

/**
 * Loss against wall-clock time along the run, at times evenly spaced in their logarithm: the law in tokens with
 * tokens = seconds × speed. Each point is the final loss of a run that ends there (its own learning-rate schedule).
 */
export function lossCurve(scenario: Scenario, machine: MachineLike, points = defaultPoints): CurvePoint[] {
  const { run } = estimate(scenario, machine);
  const at = lossOfTokens(scenario, machine);
  return Array.from({ length: points }, (_, i) => {
    const share = startShare ** (1 - i / (points - 1));
    return at(run.seconds.p50 * share, run.tokens * share);
  });
}

/**
 * The loss of this run ended after each of `seconds` of wall time: tokens = seconds × predicted tokens per second, overheads
 * in, whole steps not asked for. L(t) of the hyperparameters and the clock alone; {@link lossCurve} is this along the run.
 *
 * @throws UserError `not_positive` for a time that is no positive number
 */
export function lossAfter(
  scenario: Scenario,
  machine: MachineLike,
  seconds: readonly number[],
): CurvePoint[] {
  const { run } = estimate(scenario, machine);
  const at = lossOfTokens(scenario, machine);
  const tokensPerSecond = run.tokens / run.seconds.p50;
  return seconds.map((each) => {
    if (!(each > 0 && Number.isFinite(each)))
      fail("not_positive", "seconds", `seconds (${each}) must be a positive number`);
    return at(each, each * tokensPerSecond);
  });
}

/**
 * Wall-clock seconds until the median loss reaches `nats`; null when the law's floor for this model lies above it.
 * Whole steps, as in a run.
 *
 * @param reply - the scenario's estimate, where it is at hand
 */
export function secondsToLoss(
  scenario: Scenario,
  machine: MachineLike,
  nats: number,
  reply: Estimate = estimate(scenario, machine),
): CurvePoint | null {
  const { training, model } = resolve(scenario, machine);
  const { law } = lawOf(scenario);
  const n = lawParameters({ law, parameters: reply.parameters, isMoe: ffnLayers(model).moe > 0 });
  const stepTokens = training.globalBatchSequences * training.contextLength;
  const penalty = batchPenalty(stepTokens, training.criticalBatchTokens);
  const { uniqueTokens } = training;
  const steps = stepsForLoss(
    { law: lawAt(law, model), parameters: n, stepTokens, uniqueTokens, penalty },
    nats,
  );
  if (steps === null) return null;
  const seconds = (steps * reply.step.seconds.p50) / (1 - training.overheadShare);
  if (!Number.isFinite(seconds * steps * stepTokens)) return null;
  return lossOfTokens(scenario, machine)(seconds, steps * stepTokens);
}
