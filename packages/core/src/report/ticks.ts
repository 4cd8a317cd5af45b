import { significant } from "./format.ts";

/** A place on an axis and what is written there. */
export interface Tick {
  /** Where it stands, in the unit of its axis. */
  readonly value: number;
  readonly text: string;
}

/**
 * Round numbers from `low` to `high`, about `count` of them: multiples of 1, 2 or 5 times a power of ten.
 * The rule of d3-array: steps change at the geometric means, √2, √10 and √50.
 *
 * @example
 * linearTicks(3, 5.2, 3).map((tick) => tick.text) // => ["3", "4", "5"]
 */
export function linearTicks(low: number, high: number, count: number): Tick[] {
  const step = tickStep(low, high, count);
  if (step === 0) return [{ value: low, text: significant(low, 3) }];
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks: Tick[] = [];
  for (
    let index = Math.ceil(low / step - 1e-9);
    index * step <= high * (1 + 1e-12) + step * 1e-9;
    index += 1
  ) {
    const value = Number((index * step).toPrecision(12));
    ticks.push({ value, text: value.toFixed(Math.min(places, 20)) });
  }
  return ticks;
}

/** Distance between ticks; 0 where there is no range to divide. */
export function tickStep(low: number, high: number, count: number): number {
  if (!(high > low) || count <= 0) return 0;
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const error = raw / power;
  return power * (error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.SQRT2 ? 2 : 1);
}

/**
 * Powers of ten from `low` to `high`, every n-th when there are many; with 2 and 5 times them when there are few;
 * round numbers where there is not one power to the next.
 *
 * @example
 * logTicks(1, 1000, 4, String).map(({ text }) => text) // => ["1", "10", "100", "1000"]
 */
export function logTicks(low: number, high: number, count: number, write: (value: number) => string): Tick[] {
  if (!(low > 0 && high > low)) return [];
  if (high < 10 * low)
    return linearTicks(low, high, count).map(({ value }) => ({ value, text: write(value) }));
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  const every = Math.max(1, Math.ceil((last - first) / Math.max(1, count)));
  const factors = last - first <= count / 2 ? [1, 2, 5] : [1];
  const values: number[] = [];
  for (let power = first; power <= last; power += 1) {
    if (power % every !== 0) continue;
    values.push(...factors.map((factor) => factor * 10 ** power));
  }
  return within(values, low, high).map((value) => ({ value, text: write(value) }));
}

const minute = 60;
const hour = 3600;
const day = 86_400;
const week = 7 * day;
const year = 365.25 * day;

/** The times people think in, and those between for when a range is short. */
const coarse = [
  1e-6,
  1e-5,
  1e-4,
  1e-3,
  0.01,
  0.1,
  1,
  10,
  minute,
  10 * minute,
  hour,
  day,
  week,
  10 * week,
  year,
  10 * year,
  100 * year,
  1e3 * year,
  1e6 * year,
];
const fine = [
  2,
  5,
  20,
  30,
  2 * minute,
  5 * minute,
  20 * minute,
  30 * minute,
  2 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  2 * day,
  3 * day,
  2 * week,
  4 * week,
  26 * week,
  2 * year,
  5 * year,
];

/**
 * Times from `low` to `high` seconds: 1 s, 10 s, 1 m, 10 m, 1 h, 1 d, 1 w and so on; finer ones when there are fewer than three.
 *
 * @example
 * timeTicks(60, 86400).map(({ text }) => text) // => ["1m", "10m", "1h", "1d"]
 */
export function timeTicks(low: number, high: number): Tick[] {
  const few = within(coarse, low, high);
  const values =
    few.length >= 3
      ? few
      : within(
          [...coarse, ...fine].sort((a, b) => a - b),
          low,
          high,
        );
  return values.map((value) => ({ value, text: shortTime(value) }));
}

/** `10s`, `1m`, `1h`, `1d`, `1w`: never 3.6e3. */
function shortTime(seconds: number): string {
  const units: [number, string][] = [
    [year, "y"],
    [week, "w"],
    [day, "d"],
    [hour, "h"],
    [minute, "m"],
    [1, "s"],
    [1e-3, "ms"],
  ];
  const [size, name] = units.find(([unit]) => seconds >= unit * (1 - 1e-9)) ?? [1e-6, "µs"];
  return `${Number((seconds / size).toPrecision(3))}${name}`;
}

function within(values: readonly number[], low: number, high: number): number[] {
  return values.filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
}
