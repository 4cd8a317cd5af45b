import { presets } from "@wallclock/core";
import fc from "fast-check";

/** One of some values. */
export const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Texts that break programs. */
export const hostileText = fc.oneof(
  oneOf(
    "",
    " ",
    "null",
    "undefined",
    "NaN",
    "-0",
    "Infinity",
    "1e999",
    "9".repeat(400),
    "0x10",
    "1_000",
    "10B",
  ),
  oneOf(
    "__proto__",
    "constructor",
    "prototype.x",
    "toString",
    "hasOwnProperty",
    "..",
    "../../etc/passwd",
    "%00",
  ),
  oneOf(
    "\u0000",
    "\u202e",
    "\ufeff",
    "\ud800",
    "💥",
    "İ",
    "ﷺ",
    "'\"<script>",
    "{{7*7}}",
    "$ref",
    "\r\nset-cookie: a=b",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.integer({ min: 1, max: 3000 }).map((length) => "x".repeat(length)),
  oneOf(
    "8x h100",
    "0x h100",
    "99999999999x h100",
    "2x dgx-h100",
    "h1000",
    ...presets.slice(0, 6).map(({ id }) => id),
  ),
);

/** Numbers at the ends of what a number is. */
export const hostileNumber = fc.oneof(
  oneOf(0, -0, -1, 1, 0.5, 1e-320, 5e-324, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 53 + 2, 1e21, 1e100),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);

const nested = fc.integer({ min: 1, max: 3000 }).map((depth) => {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
});

/** Anything JSON can say. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  hostileNumber,
  oneOf<unknown>(null, true, false, [], {}, [[]], [null], { length: 1e9 }, { toJSON: 1 }),
  fc.jsonValue({ maxDepth: 3 }),
  { weight: 1, arbitrary: nested },
);
