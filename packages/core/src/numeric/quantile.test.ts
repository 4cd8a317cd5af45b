import fc from "fast-check";
import { expect, test } from "vitest";
import { mean, quantile } from "./quantile.ts";

test("quantile([1, 2, 3, 4]) is linear between order statistics, as in R", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4], 0.9)).toBeCloseTo(3.7, 12);
  expect(quantile([7], 0.1)).toBe(7);
});

test("quantile and mean of nothing are null", () => {
  expect(quantile([], 0.5)).toBeNull();
  expect(mean([])).toBeNull();
});

test("quantile lies between the smallest and the largest value and rises with p", () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (xs, p) => {
      const q = quantile(xs, p)!;
      expect(q).toBeGreaterThanOrEqual(Math.min(...xs));
      expect(q).toBeLessThanOrEqual(Math.max(...xs));
      expect(quantile(xs, p / 2)!).toBeLessThanOrEqual(q + 1e-9);
    }),
  );
});
