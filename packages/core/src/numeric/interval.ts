/** The 10th, 50th and 90th percentile of a prediction: an 80 % interval around its median. */
export interface Interval {
  /** In the unit of what it is an interval of: seconds, nats a token. */
  readonly p10: number;
  /** The median, in the same unit. */
  readonly p50: number;
  /** In the same unit. */
  readonly p90: number;
}

/** The interval whose every percentile is multiplied by `factor`. */
export function scaleInterval(interval: Interval, factor: number): Interval {
  return { p10: interval.p10 * factor, p50: interval.p50 * factor, p90: interval.p90 * factor };
}
