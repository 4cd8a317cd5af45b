import { expect, test } from "vitest";
import { normal90 } from "./normal.ts";
import { student90 } from "./student.ts";

/** qt(0.9, df) of R 4.3. */
test.each([
  [1, 3.077684],
  [2, 1.885618],
  [3, 1.637744],
  [4, 1.533206],
  [5, 1.475884],
  [10, 1.372184],
  [30, 1.310415],
])("student90(%i degrees) is %f", (degrees, expected) => {
  const quantile = student90(degrees);
  expect(Math.abs(quantile / expected - 1)).toBeLessThan(1e-3);
});

test("with many degrees it is the normal quantile; with none there is none", () => {
  expect(student90(Number.POSITIVE_INFINITY)).toBe(normal90);
  expect(() => student90(0)).toThrow(RangeError);
});
