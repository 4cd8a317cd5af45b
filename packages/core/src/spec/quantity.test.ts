import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatQuantity, parseQuantity, type QuantityUnit } from "./quantity.ts";

const units: readonly QuantityUnit[] = ["count", "bytes", "seconds", "usd", "bytesPerSecond", "number"];

describe("parseQuantity", () => {
  it.each<[string, QuantityUnit, number]>([
    ["2.5B", "count", 2.5e9],
    ["8.03B", "count", 8_030_000_000],
    ["512k", "count", 512_000],
    ["1e10", "count", 1e10],
    ["10_000", "count", 10_000],
    ["1,000", "count", 1000],
    ["1,234,567", "count", 1_234_567],
    ["1T", "count", 1e12],
    ["100M", "count", 1e8],
    [".5B", "count", 5e8],
    ["12", "count", 12],
    ["80GB", "bytes", 80e9],
    ["80 gb", "bytes", 80e9],
    ["80GiB", "bytes", 80 * 2 ** 30],
    ["1.5 MiB", "bytes", 1.5 * 2 ** 20],
    ["16B", "bytes", 16],
    ["80G", "bytes", 80e9],
    ["24h", "seconds", 86_400],
    ["2h30m", "seconds", 9000],
    ["2h 30min", "seconds", 9000],
    ["90 min", "seconds", 5400],
    ["1.5d", "seconds", 129_600],
    ["1d 4h", "seconds", 100_800],
    ["9m 20s", "seconds", 560],
    ["412 ms", "seconds", 0.412],
    ["3 weeks", "seconds", 1_814_400],
    ["1y", "seconds", 31_557_600],
    ["2 years", "seconds", 63_115_200],
    ["1yr 2w", "seconds", 32_767_200],
    ["86400", "seconds", 86_400],
    ["5µs", "seconds", 5e-6],
    ["$500", "usd", 500],
    ["500usd", "usd", 500],
    ["500 USD", "usd", 500],
    ["500$", "usd", 500],
    ["USD 500", "usd", 500],
    ["usd1.2k", "usd", 1200],
    ["1.2k $", "usd", 1200],
    ["$1.2k", "usd", 1200],
    ["$1,234.50", "usd", 1234.5],
    ["450GB/s", "bytesPerSecond", 450e9],
    ["3.35 TB/s", "bytesPerSecond", 3.35e12],
    ["400Gb/s", "bytesPerSecond", 50e9],
    ["400Gbps", "bytesPerSecond", 50e9],
    ["4.5e11", "bytesPerSecond", 4.5e11],
    ["1GiB/s", "bytesPerSecond", 2 ** 30],
    ["5%", "number", 0.05],
    ["0.15", "number", 0.15],
  ])("%s as %s is %d", (text, unit, expected) => {
    expect(parseQuantity(text, unit)).toBe(expected);
  });

  it.each<[string, QuantityUnit]>([
    ["", "count"],
    [" ", "count"],
    ["B", "count"],
    ["-1", "count"],
    ["+1", "count"],
    ["NaN", "count"],
    ["Infinity", "number"],
    ["1e400", "count"],
    ["0x10", "count"],
    ["1,00", "count"],
    ["1__0", "count"],
    ["10 000", "count"],
    ["12 apples", "count"],
    ["2.5BB", "count"],
    ["1.2.3", "number"],
    ["80GB/s", "bytes"],
    ["450gb/s", "bytesPerSecond"],
    ["1iB/s", "bytesPerSecond"],
    ["2h30", "seconds"],
    ["30m2h", "seconds"],
    ["2h2h", "seconds"],
    ["h", "seconds"],
    ["5 parsecs", "seconds"],
    ["$", "usd"],
    ["$5usd", "usd"],
    ["USD 5$", "usd"],
    ["$5$", "usd"],
    ["2w1y", "seconds"],
    ["9".repeat(65), "count"],
  ])("%j as %s is null", (text, unit) => {
    expect(parseQuantity(text, unit)).toBeNull();
  });

  it("never gives NaN, an infinity or a negative number", () => {
    const piece = fc.constantFrom(
      "1",
      "2.5",
      "1e9",
      "e",
      "k",
      "GB",
      "GiB",
      "h",
      "m",
      " ",
      "$",
      "-",
      ",000",
      "%",
      "/s",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...units), (input, unit) => {
        const value = parseQuantity(input, unit);
        expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
      }),
    );
  });
});

describe("formatQuantity", () => {
  it.each<[number, QuantityUnit, string]>([
    [2.5e9, "count", "2.5B"],
    [1e10, "count", "10B"],
    [768, "count", "768"],
    [8192, "count", "8192"],
    [124_439_808, "count", "124439808"],
    [9000, "seconds", "2h30m"],
    [86_400, "seconds", "24h"],
    [172_800, "seconds", "2d"],
    [0.5, "seconds", "0.5s"],
    [500, "usd", "500usd"],
    [450e9, "bytesPerSecond", "450GB/s"],
    [80 * 2 ** 30, "bytes", "80GiB"],
    [0, "count", "0"],
  ])("%d %s is %s", (value, unit, text) => {
    expect(formatQuantity(value, unit)).toBe(text);
  });

  it("is read back exactly", () => {
    const value = fc.oneof(
      fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      fc.nat({ max: 2 ** 31 - 1 }),
      fc
        .integer({ min: 0, max: 9999 })
        .chain((n) => fc.constantFrom(0, 3, 6, 8, 9, 12, 20).map((p) => n * 10 ** p)),
      fc.nat({ max: 4096 }).map((n) => n * 2 ** 30),
    );
    fc.assert(
      fc.property(value, fc.constantFrom(...units), (input, unit) => {
        expect(parseQuantity(formatQuantity(input, unit), unit)).toBe(input);
      }),
    );
  });

  it("refuses what is not a quantity", () => {
    expect(() => formatQuantity(Number.NaN, "count")).toThrow(RangeError);
  });
});
