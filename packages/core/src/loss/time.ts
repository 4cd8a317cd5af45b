import { fail, type Note } from "../errors/issue.ts";
import type { LossSurface } from "./law.ts";
import { lossAt, lossFloor, tokensForLoss } from "./surface.ts";

/** A law rewritten in time: a model of known size that trains at a known speed. */
export interface TimeLaw {
  readonly law: LossSurface;
  /** N as the law counts it. */
  readonly parameters: number;
  /** Tokens that pass a second of wall time, overheads included. */
  readonly tokensPerSecond: number;
  /** Distinct tokens; left out or null: no repetition. */
  readonly uniqueTokens?: number | null;
  /** Tokens that count as one to the law, 1 + batch tokens / critical batch tokens; 1 when left out. */
  readonly penalty?: number;
}

function positive(value: number, path: string): number {
  if (value > 0 && Number.isFinite(value)) return value;
  return fail("not_positive", path, `${path} (${value}) must be a positive number`);
}

/**
 * Loss of a run that ends after `seconds`, nats/token (M40): L(t) = law(N, t × tokens per second / penalty).
 * The final loss of a run planned for that time, its own learning-rate schedule included.
 * Source: `lossAt` at D = seconds × tokensPerSecond.
 *
 * @example
 * lossAtSeconds({ law: besiroglu2024, parameters: 124e6, tokensPerSecond: 1e5 }, 86400) // => 3.0379; L(124e6, 8.64e9)
 */
export function lossAtSeconds(run: TimeLaw, seconds: number): number {
  const { law, parameters, tokensPerSecond, uniqueTokens = null, penalty = 1 } = run;
  const d = (positive(seconds, "seconds") * positive(tokensPerSecond, "tokensPerSecond")) / penalty;
  return lossAt(law, parameters, d, (uniqueTokens ?? d * penalty) / penalty);
}

/**
 * Wall-clock seconds to reach `nats`, the inverse of {@link lossAtSeconds}; null, with a note that names the floor, when
 * no time is enough.
 * Source: algebra on `lossAt`, as `tokensForLoss`.
 *
 * @example
 * const run = { law: besiroglu2024, parameters: 124e6, tokensPerSecond: 1e5 };
 * secondsForLoss(run, 3.3).seconds // => 2.6415e4
 * secondsForLoss(run, 2.5).notes[0].code // => "loss-below-floor"
 */
export function secondsForLoss(
  run: TimeLaw,
  nats: number,
): { seconds: number | null; notes: readonly Note[] } {
  const { law, parameters, tokensPerSecond, uniqueTokens = null, penalty = 1 } = run;
  const unique = uniqueTokens === null ? null : uniqueTokens / penalty;
  const d = tokensForLoss(law, parameters, nats, unique);
  if (d !== null && Number.isFinite(d))
    return { seconds: (d * penalty) / positive(tokensPerSecond, "tokensPerSecond"), notes: [] };
  const floor = lossFloor(law, parameters, unique);
  const message = `${nats} nats is not reached in any time: under ${law.id} this model ends above ${floor.toFixed(4)}`;
  return { seconds: null, notes: [{ code: "loss-below-floor", severity: "warning", message, path: "nats" }] };
}
