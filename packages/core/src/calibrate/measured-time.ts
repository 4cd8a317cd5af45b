import { fail } from "../errors/issue.ts";
import type { Resolved } from "../spec/resolved.ts";

/** What a measured time is compared with. */
export interface TimeContext {
  readonly origin: string;
  readonly resolved: Resolved;
  readonly modelSeconds: number;
}

/** No real machine is this many times slower or faster than the model: the number is not seconds a step. */
const absurd = 30;
/** A unit explains a number when the time is then within this factor of the model's. */
const explained = 5;

/** What people write in the place of seconds a step, and the seconds a step it would be. */
function readings(given: number, { training }: Resolved): [unit: string, seconds: number][] {
  const sequences = training.globalBatchSequences;
  const tokens = sequences * training.contextLength;
  return [
    ["milliseconds", given / 1e3],
    ["microseconds", given / 1e6],
    ["minutes", given * 60],
    ["thousands of seconds", given * 1e3],
    ["tokens a second", tokens / given],
    ["sequences a second", sequences / given],
    ["seconds a sequence", given * sequences],
    ["seconds a micro-batch", given * training.accumulation],
    ["seconds a token", given * tokens],
  ];
}

/**
 * A measured time, when it can be one.
 *
 * @throws UserError `bad_time` for what is no positive number, `absurd_time` naming the line and the likely unit
 */
export function checkTime(seconds: number, context: TimeContext): number {
  const { origin, resolved, modelSeconds } = context;
  if (!(seconds > 0 && seconds < Number.POSITIVE_INFINITY)) {
    fail(
      "bad_time",
      "measured.stepSeconds",
      `${origin}: measured.stepSeconds (${seconds}) must be above 0 and finite`,
    );
  }
  const off = (value: number): number => Math.abs(Math.log(value / modelSeconds));
  if (off(seconds) <= Math.log(absurd)) return seconds;
  const [unit, value] = readings(seconds, resolved).sort((a, b) => off(a[1]) - off(b[1]))[0]!;
  const times = seconds > modelSeconds ? seconds / modelSeconds : modelSeconds / seconds;
  const way = seconds > modelSeconds ? "longer" : "shorter";
  return fail(
    "absurd_time",
    "measured.stepSeconds",
    `${origin}: measured.stepSeconds (${seconds}) is ${times.toPrecision(2)} times ${way} than the model's ${modelSeconds.toPrecision(3)} s`,
    off(value) < Math.log(explained)
      ? `is it in ${unit}? ${Number(value.toPrecision(4))} s a step would fit`
      : "check the unit (seconds a step), the batch and the number of devices",
  );
}
