/** How many decades a run lies outside what a law was fitted on; 0 inside. */
export interface DecadesOutside {
  /** Of compute, 6 N D. */
  readonly compute: number;
  readonly parameters: number;
  readonly tokens: number;
}

/** What the standard deviation of the loss grows by for each decade outside the fitted range. */
export interface Growth {
  /** For each decade of compute, and for each of tokens. */
  readonly perDecade: number;
  /** For each decade of parameters: the exponent of N is the worst known, as sizes are few. */
  readonly perDecadeOfParameters: number;
}

/**
 * Fitted: `node tooling/fit/loss-coverage.ts`, the growth at which 80 % intervals hold 80 % of the runs held out of nine public
 * run tables, pooled: the dearest 20, 40 and 60 % and the most tokens (0.3 to 1.3 decades outside), then the largest models
 * (0.2 to 0.7 decades). Below a range: assumed to be the same.
 */
export const growth: Growth = { perDecade: 0.8, perDecadeOfParameters: 2.6 };

/**
 * Standard deviation of log loss between runs that differ in their seed alone. Measured: median sd / mean of public repeats
 * 0.14 %, up to 1 %. A law whose rows scatter less has been fitted to its noise.
 */
export const runToRunSd = 0.0014;

/** Decades that x lies outside a range; 0 inside, or where no range is known. */
export function decadesOutside(
  x: number,
  range: { readonly min: number; readonly max: number } | null | undefined,
): number {
  if (range === null || range === undefined) return 0;
  if (x < range.min) return Math.log10(range.min / x);
  return x > range.max ? Math.log10(x / range.max) : 0;
}

/**
 * How many times as wide as inside the fitted range (M39): 1 + the largest of 0.8 for each decade of compute, 0.8 for each of
 * tokens, 2.6 for each of parameters. The covariance knows errors of the coefficients, not that the form may fail to hold.
 */
export function widening({ compute, parameters, tokens }: DecadesOutside, by: Growth = growth): number {
  const { perDecade, perDecadeOfParameters } = by;
  return 1 + Math.max(perDecade * compute, perDecade * tokens, perDecadeOfParameters * parameters);
}

/** What the interval of a predicted loss is made of; standard deviations of log loss. */
export interface LossSpread {
  /** Of the prediction, from the coefficients. */
  readonly coefficientSd: number;
  /** Of runs about the law, run-to-run noise included. */
  readonly residualSd: number;
  readonly outside: DecadesOutside;
}

/**
 * Standard deviation of log(measured / predicted) loss of one run (M38): sqrt(coefficients² + max(residual, noise)²) × widening.
 *
 * @example
 * logLossSd({ coefficientSd: 0.003, residualSd: 0.004, outside: { compute: 0.5, parameters: 0, tokens: 0 } }) // => 0.005 × 1.4
 */
export function logLossSd({ coefficientSd, residualSd, outside }: LossSpread, by: Growth = growth): number {
  return Math.hypot(coefficientSd, Math.max(residualSd, runToRunSd)) * widening(outside, by);
}
