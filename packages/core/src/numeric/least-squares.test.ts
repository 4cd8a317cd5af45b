import { expect, test } from "vitest";
import { leastSquares } from "./least-squares.ts";

test("two points: the line goes through both, and no residual is left to judge it by", () => {
  const line = leastSquares(
    [
      [1, 2e12],
      [1, 6e12],
    ],
    [0.5, 1.3],
  )!;
  // slope (1.3 − 0.5) / 4e12 = 2e-13, intercept 0.5 − 2e12 × 2e-13 = 0.1
  expect(line.coefficients[0]).toBeCloseTo(0.1, 12);
  expect(line.coefficients[1]! * 1e13).toBeCloseTo(2, 10);
  expect(line.degrees).toBe(0);
  expect(line.residualSd).toBeNull();
});

test("three points by hand: y = 1, 2, 2 at x = 0, 1, 2 is 7/6 + x/2", () => {
  const line = leastSquares(
    [
      [1, 0],
      [1, 1],
      [1, 2],
    ],
    [1, 2, 2],
  )!;
  expect(line.coefficients).toEqual([expect.closeTo(7 / 6, 12), expect.closeTo(0.5, 12)]);
  expect(line.residuals).toEqual([-1 / 6, 1 / 3, -1 / 6].map((e) => expect.closeTo(e, 12)));
  // leverages 1/3 + (x − 1)² / 2; Σ e² = 1/6 with one degree of freedom
  expect(line.leverages).toEqual([5 / 6, 1 / 3, 5 / 6].map((h) => expect.closeTo(h, 12)));
  expect(line.residualSd! ** 2).toBeCloseTo(1 / 6, 12);
  // (XᵀX)⁻¹ = [[5, −3], [−3, 3]] / 6
  expect(line.unscaledCovariance.flat()).toEqual([5 / 6, -0.5, -0.5, 0.5].map((c) => expect.closeTo(c, 12)));
});

test("columns that cannot be told apart, or more of them than rows, give no line", () => {
  const same = [1, 2, 3].map((x) => [1, x, 2 * x]);
  expect(leastSquares(same, [1, 2, 3])).toBeNull();
  expect(leastSquares([[1, 1]], [1])).toBeNull();
  expect(leastSquares([[0], [0]], [1, 2])).toBeNull();
  expect(leastSquares([], [])).toBeNull();
});
