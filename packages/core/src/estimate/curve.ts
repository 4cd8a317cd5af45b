import { fail } from "../errors/issue.ts";
import { stepsForLoss } from "../loss/index.ts";
import { countParameters } from "../parameters/index.ts";
import { resolve } from "../spec/resolve.ts";
import type { MachineLike } from "../spec/resolve-hardware.ts";
import type { Scenario } from "../spec/scenario.ts";
import { estimate } from "./estimate.ts";
import { lawOf, lossOf } from "./estimate-resolved.ts";
import { runUnderLaw } from "./run-under-law.ts";
import type { Estimate } from "./types.ts";

/** A point of loss against wall-clock time. */
export interface CurvePoint {
  readonly seconds: number;
  readonly tokens: number;
  /** Median loss, nats a token. */
  readonly nats: number;
  /** The 80 % interval of `nats`, nats a token. */
  readonly p10: number;
  /** Its upper end, nats a token. */
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
 *
 * @example
 * lossCurve(scenario, machine, 3).map((point) => point.nats) // => [5.0223, 3.6170, 3.0118]
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
 * @example
 * lossAfter(scenario, machine, [3600]) // => [{ seconds: 3600, tokens: 7.4651e9, nats: 3.0635, p10: 3.0428, p90: 3.0843 }]
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
 * @example
 * secondsToLoss(scenario, machine, 3.3)?.seconds // => 1269.6
 * secondsToLoss(scenario, machine, 1.5) // => null
 */
export function secondsToLoss(
  scenario: Scenario,
  machine: MachineLike,
  nats: number,
  reply: Estimate = estimate(scenario, machine),
): CurvePoint | null {
  const resolved = resolve(scenario, machine);
  const run = runUnderLaw(lawOf(scenario).law, resolved, reply.parameters);
  const steps = stepsForLoss(run, nats);
  if (steps === null) return null;
  const seconds = (steps * reply.step.seconds.p50) / (1 - resolved.training.overheadShare);
  const tokens = steps * run.stepTokens;
  return Number.isFinite(seconds * tokens) ? lossOfTokens(scenario, machine)(seconds, tokens) : null;
}
