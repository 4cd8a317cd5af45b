/** The 10th, 50th and 90th percentile of a prediction: an 80 % interval around its median. */
export interface Interval {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** The interval whose every percentile is multiplied by `factor`. */
export function scaleInterval(interval: Interval, factor: number): Interval {
  return { p10: interval.p10 * factor, p50: interval.p50 * factor, p90: interval.p90 * factor };
}
