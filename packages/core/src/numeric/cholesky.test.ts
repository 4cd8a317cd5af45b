import fc from "fast-check";
import { expect, test } from "vitest";
import { cholesky, inverse, solve, solveLower } from "./cholesky.ts";

test("cholesky of [[4, 2], [2, 5]] is [[2], [1, 2]]; solve and solveLower use it", () => {
  const lower = cholesky([
    [4, 2],
    [2, 5],
  ]);
  expect(lower).toEqual([[2], [1, 2]]);
  expect(solveLower(lower, [2, 5])).toEqual([1, 2]);
  expect(solve(lower, [8, 9])).toEqual([1.375, 1.25]);
});

test("cholesky refuses what is not positive definite", () => {
  expect(() =>
    cholesky([
      [1, 2],
      [2, 1],
    ]),
  ).toThrow(RangeError);
  expect(() => cholesky([[Number.NaN]])).toThrow(RangeError);
  expect(cholesky([])).toEqual([]);
});

test("inverse times the matrix is one", () => {
  const entries = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(entries, (values) => {
      const b = [0, 1, 2, 3].map((i) => values.slice(4 * i, 4 * i + 4));
      const a = b.map((row, i) =>
        b.map((other, j) => row.reduce((s, v, k) => s + v * other[k]!, i === j ? 1 : 0)),
      );
      const inverted = inverse(cholesky(a));
      for (const [i, row] of a.entries()) {
        for (const j of [0, 1, 2, 3]) {
          const entry = row.reduce((sum, value, k) => sum + value * inverted[k]![j]!, 0);
          expect(entry).toBeCloseTo(i === j ? 1 : 0, 8);
        }
      }
    }),
  );
});
