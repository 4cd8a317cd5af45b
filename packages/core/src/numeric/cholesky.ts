import { dot } from "./sum.ts";

/** A symmetric positive definite matrix as its lower triangular factor: A = L Lᵀ, row by row. */
export type Cholesky = readonly (readonly number[])[];

/**
 * The Cholesky factor of a symmetric positive definite matrix; only its lower triangle is read.
 *
 * Formula: L[i][j] = (A[i][j] − Σ_k<j L[i][k] L[j][k]) / L[j][j], the diagonal its square root. Cubic in the size.
 * Source: Golub & Van Loan, Matrix Computations, 4.2.
 *
 * @throws RangeError when a pivot is not above 0: the matrix is not positive definite
 * @example
 * cholesky([[4, 2], [2, 5]]) // => [[2], [1, 2]]
 */
export function cholesky(matrix: readonly (readonly number[])[]): Cholesky {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    for (let j = 0; j < i; j += 1) own.push((row[j]! - dot(own, lower[j]!, j)) / lower[j]![j]!);
    const pivot = row[i]! - dot(own, own, i);
    if (!(pivot > 0)) throw new RangeError(`pivot ${i} is ${pivot}: the matrix is not positive definite`);
    own.push(Math.sqrt(pivot));
    lower.push(own);
  }
  return lower;
}

/**
 * x of L x = b.
 *
 * @example
 * solveLower([[2], [1, 2]], [2, 5]) // => [1, 2]
 */
export function solveLower(lower: Cholesky, b: readonly number[]): number[] {
  const x: number[] = [];
  for (const [i, row] of lower.entries()) x.push((b[i]! - dot(row, x, i)) / row[i]!);
  return x;
}

/**
 * x of A x = b, with A = L Lᵀ.
 *
 * @example
 * solve([[2], [1, 2]], [8, 9]) // => [1.375, 1.25]
 */
export function solve(lower: Cholesky, b: readonly number[]): number[] {
  const x = solveLower(lower, b);
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < x.length; k += 1) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/** The inverse of A = L Lᵀ, symmetric. */
export function inverse(lower: Cholesky): number[][] {
  return lower.map((_, i) =>
    solve(
      lower,
      lower.map((_row, j) => (i === j ? 1 : 0)),
    ),
  );
}
