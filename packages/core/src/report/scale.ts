import { formatCount } from "./format.ts";
import { linearTicks, logTicks, type Tick, tickStep, timeTicks } from "./ticks.ts";

/** One side of a chart. */
export interface Axis {
  /** `time` is logarithmic, in seconds, with ticks people think in. */
  readonly kind: "linear" | "log" | "time";
  /** What it measures, with its unit: "nats a token". */
  readonly label: string;
  /** First and last value, in the unit of `label`; those of the data by default. */
  readonly domain?: readonly [number, number];
  /** How ticks of a `log` axis are written; counts by default. */
  readonly format?: (value: number) => string;
}

/** Where values lie on an axis, from 0 to 1, and its ticks. */
export interface Scale {
  readonly domain: readonly [number, number];
  /** 0 at the first value of the domain, 1 at the last. */
  readonly place: (value: number) => number;
  readonly ticks: readonly Tick[];
}

/** Whether an axis has a place for a value. */
export function shows(axis: Axis, value: number): boolean {
  return Number.isFinite(value) && (axis.kind === "linear" || value > 0);
}

/** The scale of an axis for values that lie on it, with about so many ticks. */
export function makeScale(axis: Axis, values: readonly number[], count: number): Scale {
  const shown = values.filter((value) => shows(axis, value));
  const low = axis.domain?.[0] ?? Math.min(...shown);
  const high = axis.domain?.[1] ?? Math.max(...shown);
  if (axis.kind === "linear") return linear(low, high, count);
  const [first, last] = high > low ? [low, high] : [low / 2, low * 2];
  const span = Math.log(last / first);
  const ticks =
    axis.kind === "time" ? timeTicks(first, last) : logTicks(first, last, count, axis.format ?? tickCount);
  return { domain: [first, last], place: (value) => Math.log(value / first) / span, ticks };
}

/** Ticks are round numbers: `2B`. */
function tickCount(value: number): string {
  return formatCount(value).replace(/\.0+(?=\D?$)/, "");
}

/** A linear axis ends at round numbers when that costs less than a step. */
function linear(low: number, high: number, count: number): Scale {
  const pad = high > low ? 0 : Math.abs(low) * 0.05 || 1;
  const [first, last] = [low - pad, high + pad];
  const step = tickStep(first, last, count * 2);
  const [start, end] = [Math.floor(first / step + 1e-9) * step, Math.ceil(last / step - 1e-9) * step];
  return {
    domain: [start, end],
    place: (value) => (value - start) / (end - start),
    ticks: linearTicks(start, end, count),
  };
}
