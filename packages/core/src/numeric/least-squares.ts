import { cholesky, inverse, solveLower } from "./cholesky.ts";
import { dot } from "./sum.ts";

/** A line through points, by ordinary least squares. */
export interface LeastSquares {
  readonly coefficients: readonly number[];
  readonly residuals: readonly number[];
  /** Share of each point's residual that leaving it out would add: the diagonal of the hat matrix. */
  readonly leverages: readonly number[];
  /** Points less coefficients. */
  readonly degrees: number;
  /** Standard deviation of the residuals, Σ e² / degrees; null without degrees. */
  readonly residualSd: number | null;
  /** (Xᵀ X)⁻¹: times residualSd² the covariance of the coefficients. */
  readonly unscaledCovariance: readonly (readonly number[])[];
}

/** Columns closer to dependent than this leave nothing to tell them apart by. */
const leastPivot = 1e-10;

/**
 * Ordinary least squares with several columns; columns are scaled inside, so 1 beside 1e15 does no harm.
 *
 * Formula: coefficients (Xᵀ X)⁻¹ Xᵀ y, leverages the diagonal of X (Xᵀ X)⁻¹ Xᵀ.
 *
 * @returns null when the columns are linearly dependent, or are more than the rows
 * @example
 * leastSquares([[1, 0], [1, 2]], [1, 5]).coefficients // => [1, 2]
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  y: readonly number[],
): LeastSquares | null {
  const columns = rows[0]?.length ?? 0;
  if (columns === 0 || rows.length < columns) return null;
  const size = Array.from({ length: columns }, (_, j) => Math.hypot(...rows.map((row) => row[j]!)));
  if (size.some((each) => each === 0)) return null;
  const scaled = rows.map((row) => row.map((value, j) => value / size[j]!));
  const gram = size.map((_, i) => size.map((_each, j) => sumOf(scaled, (row) => row[i]! * row[j]!)));
  const factor = factorOf(gram);
  if (factor === null) return null;
  const covariance = inverse(factor);
  const moments = size.map((_, i) => sumOf(scaled, (row, k) => row[i]! * y[k]!));
  const solution = covariance.map((row) => dot(row, moments));
  const residuals = scaled.map((row, k) => y[k]! - dot(row, solution));
  const degrees = rows.length - columns;
  return {
    coefficients: solution.map((value, j) => value / size[j]!),
    residuals,
    leverages: scaled.map((row) => {
      const half = solveLower(factor, row);
      return Math.min(1, dot(half, half));
    }),
    degrees,
    residualSd: degrees === 0 ? null : Math.sqrt(dot(residuals, residuals) / degrees),
    unscaledCovariance: covariance.map((row, i) => row.map((value, j) => value / (size[i]! * size[j]!))),
  };
}

function sumOf(rows: readonly number[][], term: (row: number[], index: number) => number): number {
  let sum = 0;
  for (const [index, row] of rows.entries()) sum += term(row, index);
  return sum;
}

/** The Gram matrix of unit columns has pivots of at most 1; a tiny one is a column that the others make up. */
function factorOf(gram: number[][]): ReturnType<typeof cholesky> | null {
  try {
    const factor = cholesky(gram);
    return factor.every((row) => row.at(-1)! ** 2 > leastPivot) ? factor : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
