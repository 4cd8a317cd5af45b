import fc from "fast-check";
import { expect, test } from "vitest";
import { exp, expm1, ln, ln1p } from "./elementary.ts";

const bits = new BigInt64Array(1);
const double = new Float64Array(bits.buffer);

/** How many doubles lie between two of them, of one sign. */
function between(x: number, y: number): number {
  double[0] = x;
  const [from] = bits;
  double[0] = y;
  return Math.abs(Number(bits[0]! - from!));
}

const positive = fc.double({ min: 5e-324, max: Number.MAX_VALUE, noNaN: true });

test("ln is within 2 ulp of the platform's logarithm over all positive doubles", () => {
  fc.assert(fc.property(positive, (x) => between(ln(x), Math.log(x)) <= 2));
});

test("exp is within 2 ulp of the platform's over all doubles", () => {
  fc.assert(
    fc.property(fc.double({ min: -760, max: 720, noNaN: true }), (x) => between(exp(x), Math.exp(x)) <= 2),
  );
});

test("ln1p and expm1 are exact for small numbers too", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-300, max: 1e3, noNaN: true }),
      (x) => between(ln1p(x), Math.log1p(x)) <= 4,
    ),
  );
  fc.assert(
    fc.property(
      fc.double({ min: 1e-300, max: 700, noNaN: true }),
      (x) => between(expm1(x), Math.expm1(x)) <= 4,
    ),
  );
});

test("the ends are those of the platform's functions", () => {
  const ends = [
    0,
    -1,
    1,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
    2 ** -1074,
    2 ** -1022,
  ];
  expect(ends.map(ln)).toEqual(ends.map(Math.log));
  expect(ends.map(ln1p)).toEqual(ends.map(Math.log1p));
  expect(ends.map((x) => exp(x).toPrecision(15))).toEqual(ends.map((x) => Math.exp(x).toPrecision(15)));
  expect([800, -800, Number.NaN, 0].map(expm1)).toEqual([Number.POSITIVE_INFINITY, -1, Number.NaN, 0]);
});

test("the bits are the same wherever it runs", () => {
  const sum = (f: (x: number) => number) => {
    let [hash, x] = [0n, 0.001];
    for (let i = 0; i < 2000; i += 1) {
      double[0] = f(x);
      hash = BigInt.asUintN(64, hash * 1099511628211n + bits[0]!);
      x = (x * 7.1 + 0.37) % 20;
    }
    return hash.toString(16);
  };
  expect([ln, exp, ln1p, expm1].map(sum)).toMatchInlineSnapshot(`
    [
      "45b6649dadafffd2",
      "a5d47cb06f39d151",
      "8c66a95f49a2f2c8",
      "4334804163eb0f43",
    ]
  `);
});
