import { type Cholesky, cholesky, inverse, solve, solveLower } from "../numeric/cholesky.ts";
import { dot, total } from "../numeric/sum.ts";
import type { Prior } from "./prior.ts";

/** A place where a time is measured or foretold, as the process sees it. */
export interface Point {
  /** d log seconds / d log factor, in the order of the prior's terms. */
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

/** Correlation of two points' drifts. */
function nearness(a: Point, b: Point, { rates }: Prior): number {
  let distance = 0;
  for (const [f, rate] of rates.entries()) distance += rate * Math.abs(a.features[f]! - b.features[f]!);
  return Math.exp(-distance);
}

/** Prior covariance of the log ratios of two points (M20): what a term shares everywhere, and what it shares with neighbours. */
function covarianceOf(a: Point, b: Point, prior: Prior): number {
  const near = nearness(a, b, prior);
  let sum = 0;
  for (const [j, { shared, drifting }] of prior.terms.entries()) {
    sum += a.sensitivities[j]! * b.sensitivities[j]! * (shared * shared + drifting * drifting * near);
  }
  return sum;
}

/**
 * Conditions the process on measured rows (M21).
 *
 * Formula: y = Σ_j J_j (δ_j + r_j(x)) + e, δ_j ~ N(0, shared_j²), r_j a Gaussian process of covariance
 * drifting_j² exp(−Σ_f rate_f |x_f − x'_f|), e ~ N(0, noise²); weights K⁻¹ y. All variances share an unknown factor, of
 * which the prior is worth ν runs: spread = (ν + yᵀ K⁻¹ y) / (ν + k). One k × k factorization. Log seconds.
 * Source: Rasmussen & Williams 2006, Gaussian Processes for Machine Learning, 2.7 (explicit basis functions);
 * Gelfand et al. 2003, Spatial modeling with spatially varying coefficient processes (the drift); Shah, Wilson & Ghahramani 2014, Student-t processes as alternatives to Gaussian processes (the spread).
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

/** The mean of {@link foretell} alone: k K⁻¹ y. */
export function foretellMean({ rows, prior, weights }: Posterior, point: Point): number {
  let mean = 0;
  for (const [i, row] of rows.entries()) mean += covarianceOf(row, point, prior) * weights[i]!;
  return mean;
}

/** The log ratio at a point: mean k K⁻¹ y, variance (k(x, x) − k K⁻¹ kᵀ) × spread. */
export function foretell(posterior: Posterior, point: Point): Foretold {
  const { rows, prior, factor, spread } = posterior;
  const k = rows.map((row) => covarianceOf(row, point, prior));
  const known = solveLower(factor, k);
  const left = covarianceOf(point, point, prior) - dot(known, known);
  return { mean: foretellMean(posterior, point), variance: spread * Math.max(0, left) };
}

/**
 * The logarithm of each term on the rows: what all share and the drift there, rows weighted by how they answer to it.
 *
 * Formula: c_j = δ_j + Σ_m ω_m r_j(x_m), ω ∝ |J_j|; its covariance with the rows k gives the mean k K⁻¹ y and the
 * variance (its own − k K⁻¹ kᵀ) × spread. Without rows that answer, δ_j alone.
 */
export function coefficientsOf({ rows, prior, factor, weights, spread }: Posterior): Foretold[] {
  const near = rows.map((a) => rows.map((b) => nearness(a, b, prior)));
  return prior.terms.map(({ shared, drifting }, j) => {
    const answers = rows.map((row) => Math.abs(row.sensitivities[j]!));
    const all = total(answers);
    const shares = answers.map((answer) => (all > 0 ? answer / all : 0));
    const drifts = near.map((row) => drifting * drifting * dot(row, shares));
    const k = rows.map((row, i) => row.sensitivities[j]! * (shared * shared + drifts[i]!));
    const known = solveLower(factor, k);
    const own = shared * shared + dot(drifts, shares);
    return { mean: dot(k, weights), variance: spread * Math.max(0, own - dot(known, known)) };
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

/** The middle value; of two, the one nearer to 0: what at least half of them are off, the others aside. */
export function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)] ?? 0;
  const high = sorted[Math.ceil(middle)] ?? 0;
  return Math.abs(low) < Math.abs(high) ? low : high;
}

/**
 * What the rows are off together, beyond what the prior holds possible of any of them: no reason to doubt one. Log ratio.
 *
 * Formula: sign(m) × max(0, |m| − odd × largest prior standard deviation of a row), m the middle log ratio.
 */
function commonOffset(points: readonly Omit<Row, "noise">[], prior: Prior): number {
  const middle = middleOf(points.map((point) => point.logRatio));
  const widest = Math.sqrt(Math.max(...points.map((point) => covarianceOf(point, point, prior))));
  return Math.sign(middle) * Math.max(0, Math.abs(middle) - prior.odd * widest);
}

/**
 * Conditions on rows of which some may be wrong: a row that lies more than `odd` standard deviations off what all the
 * others say gets as much noise as puts it there, and so less weight; a few rounds. A single row has no others.
 *
 * Formula: r = w / q, v = 1 / q − n² + noise² with q the diagonal of K⁻¹ and w = K⁻¹ (y − common offset);
 * n² ← noise² + max(0, r² / odd² − v).
 * Source: Huber 1964 (the loss whose weights these are, of errors left out rather than left over).
 */
export function conditionRobustly(points: readonly Omit<Row, "noise">[], prior: Prior): Posterior {
  const usual = prior.noise * prior.noise;
  let posterior = condition(
    points.map((point) => ({ ...point, noise: prior.noise })),
    prior,
  );
  if (points.length === 1) return posterior;
  const offset = commonOffset(points, prior);
  const about = points.map((point) => point.logRatio - offset);
  for (let round = 0; round < prior.rounds; round += 1) {
    const { factor, rows } = posterior;
    const weights = offset === 0 ? posterior.weights : solve(factor, about);
    const inverted = inverse(factor);
    const reweighted = rows.map((row, i) => {
      const q = inverted[i]![i]!;
      const off = weights[i]! / q / prior.odd;
      const excess = off * off - (1 / q - row.noise * row.noise + usual);
      return { ...row, noise: Math.sqrt(usual + Math.max(0, excess)) };
    });
    if (reweighted.every(({ noise }, i) => noise === rows[i]!.noise)) break;
    posterior = condition(reweighted, prior);
  }
  return posterior;
}
