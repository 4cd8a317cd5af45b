import type { LossSurface } from "./law.ts";
import { medianLoss, type TrainingData } from "./predict.ts";
import { lossFloor, tokensForLoss } from "./surface.ts";

/** A run that goes on until it reaches a loss. */
export interface TargetRun extends Pick<TrainingData, "uniqueTokens" | "penalty"> {
  readonly law: LossSurface;
  /** N as the law counts it. */
  readonly parameters: number;
  /** Tokens of one step. */
  readonly stepTokens: number;
}

/** Beyond this a count of steps is no longer exact. */
const mostSteps = Number.MAX_SAFE_INTEGER;

/**
 * The fewest whole steps whose median loss is at most `nats`; null when no number of steps reaches it.
 * The inverse of the law gives the first guess; the law itself decides which step is the first.
 *
 * @example
 * stepsForLoss({ law: besiroglu2024, parameters: 124e6, stepTokens: 524288, uniqueTokens: null, penalty: 1 }, 3.3) // => 5027
 */
export function stepsForLoss(run: TargetRun, nats: number): number | null {
  const { law, parameters, stepTokens, uniqueTokens, penalty } = run;
  const unique = uniqueTokens === null ? undefined : uniqueTokens / penalty;
  const needed = tokensForLoss(law, parameters, nats, unique);
  if (needed === null) return null;
  const guess = Math.max(1, Math.ceil((needed * penalty) / stepTokens));
  if (!(guess <= mostSteps)) return null;
  const reached = (steps: number): boolean =>
    medianLoss(law, parameters, { tokens: steps * stepTokens, uniqueTokens, penalty }) <= nats;
  return firstTrue(reached, guess);
}

/**
 * The loss that a run ends above however long it goes on, its distinct tokens seen as the law sees them; nats/token.
 *
 * @example
 * floorOf({ law: hoffmann2022, parameters: 70e9, uniqueTokens: null, penalty: 1 }) // => 1.7735
 */
export function floorOf({ law, parameters, uniqueTokens, penalty }: Omit<TargetRun, "stepTokens">): number {
  return lossFloor(law, parameters, uniqueTokens === null ? null : uniqueTokens / penalty);
}

/** The least whole number from 1 on at which a rising condition holds, looked for about `guess`; null beyond {@link mostSteps}. */
function firstTrue(holds: (n: number) => boolean, guess: number): number | null {
  let [low, high] = [guess - 1, guess];
  for (let stride = 1; low > 0 && holds(low); stride *= 2) [low, high] = [Math.max(0, low - stride), low];
  for (let stride = 1; !holds(high); stride *= 2) {
    if (high >= mostSteps) return null;
    [low, high] = [high, Math.min(mostSteps, high + stride)];
  }
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
