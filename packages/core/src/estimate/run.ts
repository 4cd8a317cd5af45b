import { fail } from "../errors/issue.ts";
import { type Interval, scaleInterval } from "../numeric/interval.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { Estimate } from "./types.ts";

/**
 * How long the run takes (M16): steps = ceil(tokens / tokens a step), seconds = steps × step / (1 − overheadShare).
 * With a budget, as many whole steps as it buys at the median step time.
 *
 * @throws UserError `budget_too_small` when it buys no step, `price_unknown` for dollars without a price.
 */
export function runOf(resolved: Resolved, step: Interval, tokens: number): Estimate["run"] {
  const { training, hardware } = resolved;
  const stepTokens = training.globalBatchSequences * training.contextLength;
  const steps =
    resolved.budget === null
      ? Math.ceil(tokens / stepTokens)
      : requireSteps(resolved, secondsPerStep(step.p50, training.overheadShare));
  const seconds = scaleInterval(step, steps / (1 - training.overheadShare));
  return {
    seconds,
    steps,
    tokens: steps * stepTokens,
    deviceHours: deviceHours(hardware.count, seconds.p50),
  };
}

/** Device-hours of `count` devices. */
export function deviceHours(count: number, seconds: number): number {
  return (count * seconds) / 3600;
}

/** Wall-clock seconds of a step with its share of overheads. */
export function secondsPerStep(stepSeconds: number, overheadShare: number): number {
  return stepSeconds / (1 - overheadShare);
}

/**
 * Whole steps that fit into `seconds`. A budget that is a reply's own figure comes back rounded to 10 digits: it still buys the
 * steps it was.
 *
 * @example
 * wholeSteps(10, 3) // => 3
 */
export function wholeSteps(seconds: number, perStep: number): number {
  return Math.floor((seconds / perStep) * (1 + 1e-9));
}

function requireSteps(resolved: Resolved, perStep: number): number {
  const seconds = budgetSeconds(resolved);
  const steps = wholeSteps(seconds, perStep);
  if (steps < 1) {
    const message = `budget buys ${seconds.toPrecision(3)} s, less than one step of ${perStep.toPrecision(3)} s`;
    fail("budget_too_small", "budget", message, "a larger budget, or a smaller global batch");
  }
  return steps;
}

/**
 * Wall-clock seconds a budget pays for.
 *
 * @throws UserError `price_unknown` for dollars without a price; RangeError without a budget
 */
export function budgetSeconds({ budget, hardware }: Pick<Resolved, "budget" | "hardware">): number {
  if (budget === null) throw new RangeError("no budget");
  if ("seconds" in budget) return budget.seconds;
  if ("deviceHours" in budget) return (budget.deviceHours * 3600) / hardware.count;
  const price = hardware.usdPerDeviceHour;
  if (price === null) {
    fail(
      "price_unknown",
      "budget.usd",
      `a budget in dollars needs the price of ${hardware.device.id}`,
      "give hardware.usdPerDeviceHour",
    );
  }
  if (price === 0)
    fail(
      "price_unknown",
      "budget.usd",
      "a budget in dollars needs a price above 0",
      "give hardware.usdPerDeviceHour",
    );
  return (budget.usd / (price * hardware.count)) * 3600;
}
