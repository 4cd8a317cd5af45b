import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestDivisors } from "./divisors.ts";

test("nearestDivisors(768, 10) is [8, 12]", () => {
  expect(nearestDivisors(768, 10)).toEqual([8, 12]);
  expect(nearestDivisors(13, 5)).toEqual([1, 13]);
  expect(nearestDivisors(12, 24)).toEqual([12]);
  expect(nearestDivisors(12, 4)).toEqual([4]);
});

test("every suggestion divides", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (total, wanted) => {
      for (const divisor of nearestDivisors(total, wanted)) expect(total % divisor).toBe(0);
    }),
    { numRuns: 30 },
  );
});
