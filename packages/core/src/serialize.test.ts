import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printed, serialize } from "./serialize.ts";

const toTenDigits = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(10));

/** Numbers whose eleventh digit is a five, or nearly: where rounding is decided. */
const nearTies = fc
  .tuple(
    fc.integer({ min: 0, max: 9_999_999_999 }),
    fc.constantFrom("5", "4999999", "50000001"),
    fc.integer({ min: -40, max: 25 }),
  )
  .map(([digits, end, power]) => Number(`${digits}.${end}e${power}`));

describe("printed", () => {
  test("rounds any number as toPrecision(10) does, to the last bit", () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), nearTies), (value) => {
        expect(printed(value)).toBe(toTenDigits(value));
        expect(printed(-value)).toBe(toTenDigits(-value));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("serialize", () => {
  test("writes any JSON as JSON.stringify writes it with rounded numbers", () => {
    const rounding = (_: string, value: unknown) => (typeof value === "number" ? printed(value) : value);
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(serialize(value)).toBe(`${JSON.stringify(value, rounding)}\n`);
      }),
    );
  });

  test("leaves its argument as it is", () => {
    const value = { a: [1 / 3, { b: 2 / 3 }], c: "d" };
    serialize(value);
    expect(value).toEqual({ a: [1 / 3, { b: 2 / 3 }], c: "d" });
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY]])("refuses %d, wherever it is", (value) => {
    expect(() => serialize({ a: [{ b: value }] })).toThrow(RangeError);
    expect(() => serialize([value])).toThrow(RangeError);
  });
});
