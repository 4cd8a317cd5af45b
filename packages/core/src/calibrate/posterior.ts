import { type Cholesky, cholesky, dot, inverse, solve, solveLower } from "../numeric/cholesky.ts";
import type { Prior } from "./prior.ts";

/** A place where a time is measured or foretold, as the process sees it. */
export interface Point {
  /** d log seconds / d log factor, in the order of the prior's coefficients. */
  readonly sensitivities: readonly number[];
  /** Coordinates in which near points err alike; a doubling is 1. */
  readonly features: readonly number[];
}

/** A measured point. */
export interface Row extends Point {
  /** log(measured / predicted by the model). */
  readonly logRatio: number;
  /** Standard deviation of this measurement, in log seconds: the prior's noise, more for an outlier. */
  readonly noise: number;
}

/** What the rows teach: enough to foretell any point. */
export interface Posterior {
  readonly rows: readonly Row[];
  readonly prior: Prior;
  readonly factor: Cholesky;
  /** Inverse covariance times log ratios. */
  readonly weights: readonly number[];
  /** How many times the prior's variance the rows show, and the degrees of freedom that this rests on. */
  readonly spread: number;
  readonly degrees: number;
}

/** A distribution of log seconds about the model's: Student's t with the posterior's degrees of freedom. */
export interface Foretold {
  readonly mean: number;
  /** Of the machine's usual time, without the noise of one measurement. */
  readonly variance: number;
}

/** Prior covariance of the log ratios of two points: what the coefficients share, and what neighbours share. */
function covarianceOf(a: Point, b: Point, prior: Prior): number {
  let shared = 0;
  for (const [j, sd] of prior.coefficients.entries()) {
    shared += sd * sd * a.sensitivities[j]! * b.sensitivities[j]!;
  }
  let distance = 0;
  for (const [j, x] of a.features.entries()) distance += Math.abs(x - b.features[j]!);
  return shared + prior.local * prior.local * Math.exp(-distance / prior.reach);
}

/**
 * Conditions the process on measured rows.
 *
 * Formula: y = J δ + r + e, δ ~ N(0, diag(sd²)), r a Gaussian process with kernel local² exp(−|x − x'|₁ / reach),
 * e ~ N(0, noise²): K = J diag(sd²) Jᵀ + R + diag(noise²), weights K⁻¹ y. All variances share an unknown factor, of
 * which the prior is worth ν runs: spread = (ν + yᵀ K⁻¹ y) / (ν + k). One k × k factorization. Log seconds.
 * Source: Rasmussen & Williams 2006, Gaussian Processes for Machine Learning, 2.7 (explicit basis functions);
 * Shah, Wilson & Ghahramani 2014, Student-t processes as alternatives to Gaussian processes (the spread).
 *
 * @example
 * foretell(condition([], prior), point).mean // => 0: the model as it is
 */
export function condition(rows: readonly Row[], prior: Prior): Posterior {
  const matrix = rows.map((a, i) =>
    rows.slice(0, i + 1).map((b, j) => covarianceOf(a, b, prior) + (i === j ? a.noise * a.noise : 0)),
  );
  const factor = cholesky(matrix);
  const y = rows.map((row) => row.logRatio);
  const weights = solve(factor, y);
  const degrees = prior.degrees + rows.length;
  return { rows, prior, factor, weights, spread: (prior.degrees + dot(y, weights)) / degrees, degrees };
}

/** The log ratio at a point: mean k K⁻¹ y, variance (k(x, x) − k K⁻¹ kᵀ) × spread. */
export function foretell({ rows, prior, factor, weights, spread }: Posterior, point: Point): Foretold {
  const k = rows.map((row) => covarianceOf(row, point, prior));
  const known = solveLower(factor, k);
  const left = covarianceOf(point, point, prior) - dot(known, known);
  return { mean: dot(k, weights), variance: spread * Math.max(0, left) };
}

/** The logarithm of each factor: S Jᵀ K⁻¹ y, and the diagonal of (S − S Jᵀ K⁻¹ J S) × spread. */
export function coefficientsOf({ rows, prior, factor, weights, spread }: Posterior): Foretold[] {
  return prior.coefficients.map((sd, j) => {
    const column = rows.map((row) => sd * sd * row.sensitivities[j]!);
    const known = solveLower(factor, column);
    return { mean: dot(column, weights), variance: spread * Math.max(0, sd * sd - dot(known, known)) };
  });
}

/**
 * Log ratio of each row foretold by all the others, in closed form, its own noise in the variance.
 *
 * Formula: mean y − w / q, variance spread / q, with w the weights and q the diagonal of K⁻¹.
 * Source: Rasmussen & Williams 2006, 5.4.2. The rows' noise is taken as it is, not reweighted without the row.
 */
export function leaveOneOut({ rows, factor, weights, spread }: Posterior): Foretold[] {
  const inverted = inverse(factor);
  return rows.map((row, i) => {
    const q = inverted[i]![i]!;
    return { mean: row.logRatio - weights[i]! / q, variance: spread / q };
  });
}

/**
 * Conditions on rows of which some may be wrong: a row far from what the others say gets more noise, and so less
 * weight (Huber 1964), a few rounds.
 *
 * @param points the rows, all with the prior's noise
 */
export function conditionRobustly(points: readonly Omit<Row, "noise">[], prior: Prior): Posterior {
  let posterior = condition(
    points.map((point) => ({ ...point, noise: prior.noise })),
    prior,
  );
  for (let round = 0; round < prior.rounds; round += 1) {
    const left = posterior.rows.map((row, i) => row.noise * row.noise * posterior.weights[i]!);
    const rows = posterior.rows.map((row, i) => {
      const weight = Math.min(1, (prior.huber * prior.noise) / Math.max(Math.abs(left[i]!), 1e-300));
      return { ...row, noise: prior.noise / Math.sqrt(weight) };
    });
    posterior = condition(rows, prior);
  }
  return posterior;
}
