import { describe, expect, it } from "vitest";
import {
  formatBytes,
  formatBytesOf,
  formatCount,
  formatInterval,
  formatJoules,
  formatPercent,
  formatRatio,
  formatSeconds,
  formatSi,
  formatSigned,
  formatUsd,
  formatWhole,
  formatWithin,
  significant,
} from "./format.ts";

describe("numbers as engineers write them", () => {
  it.each<[number | null, string]>([
    [null, "unknown"],
    [0, "0 s"],
    [3.2e-9, "3.20 ns"],
    [4.7e-5, "47.0 µs"],
    [0.4123, "412 ms"],
    [0.99949, "999 ms"],
    [0.9996, "1.00 s"],
    [9.336, "9.34 s"],
    [59.96, "1m"],
    [560, "9m 20s"],
    [3599.6, "1h"],
    [5400, "1h 30m"],
    [86_399, "1d"],
    [273_600, "3d 4h"],
    [100 * 86_400, "100 days"],
    [3 * 365.25 * 86_400, "3.00 years"],
    [1e15, "3.17e7 years"],
  ])("formatSeconds(%d) is %s", (value, text) => {
    expect(formatSeconds(value)).toBe(text);
  });

  it.each<[number | null, string]>([
    [null, "unknown"],
    [0, "0 B"],
    [1023, "1,023 B"],
    [1013 * 2 ** 20, "1,013 MiB"],
    [33.5e9, "31.2 GiB"],
    [80 * 2 ** 30, "80.0 GiB"],
    [1.2e15, "1.07 PiB"],
  ])("formatBytes(%d) is %s", (value, text) => {
    expect(formatBytes(value)).toBe(text);
  });

  it.each<[number | null, string]>([
    [null, "unknown"],
    [0, "0"],
    [4.9765, "4.98"],
    [50_257, "50,257"],
    [124_439_808, "124M"],
    [999_885_952, "1.00B"],
    [8.03e9, "8.03B"],
    [7.2e-5, "< 0.01"],
    [1.5e13, "15.0T"],
    [1.2e21, "1.20e21"],
  ])("formatCount(%d) is %s", (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  it.each<[number | null, string]>([
    [null, "unknown"],
    [0, "$0"],
    [0.001, "< $0.01"],
    [3.111, "$3.11"],
    [1234.4, "$1,234"],
    [1.5e6, "$1.50M"],
    [2e9, "$2.00B"],
  ])("formatUsd(%d) is %s", (value, text) => {
    expect(formatUsd(value)).toBe(text);
  });

  it.each<[number | null, string]>([
    [null, "unknown"],
    [0, "0%"],
    [0.0001, "< 0.1%"],
    [0.034, "3.4%"],
    [0.64, "64%"],
    [-0.16, "−16%"],
    [12.5, "1,250%"],
  ])("formatPercent(%d) is %s", (value, text) => {
    expect(formatPercent(value)).toBe(text);
  });

  it("formats the rest", () => {
    expect(formatSi(989.4e12, "FLOP/s")).toBe("989 TFLOP/s");
    expect(formatSi(1.2e21, "FLOP")).toBe("1.20e21 FLOP");
    expect(formatSigned(0.21)).toBe("+21%");
    expect(formatSigned(-0.18)).toBe("−18%");
    expect(formatRatio(1.3234)).toBe("×1.32");
    expect(formatRatio(null)).toBe("–");
    expect(formatJoules(1.1e7)).toBe("3.06 kWh");
    expect(formatWhole(152_589)).toBe("152,589");
    expect(formatBytesOf(33.5e9, 80 * 2 ** 30)).toBe("31.2 of 80 GiB");
    expect(formatBytesOf(2 ** 20, 2 ** 30)).toBe("1.00 MiB of 1 GiB");
    expect(significant(0.99999, 3)).toBe("1.00");
  });

  it("writes an interval once where its ends look the same, and its unit once", () => {
    expect(formatInterval({ p10: 504, p50: 560, p90: 646 }, formatSeconds)).toBe("8m 24s – 10m 46s");
    expect(formatInterval({ p10: 0.0942, p50: 0.1174, p90: 0.1463 }, formatSeconds)).toBe("94.2 – 146 ms");
    expect(formatInterval({ p10: 5, p50: 5, p90: 5 }, formatSeconds)).toBe("5.00 s");
  });

  it("gives a number the digits its interval is worth", () => {
    expect(formatWithin({ p10: 3.291, p50: 3.3702, p90: 3.448 })).toEqual({
      value: "3.37",
      range: "3.29 – 3.45",
    });
    expect(formatWithin({ p10: 2.3, p50: 3.37, p90: 4.9 })).toEqual({ value: "3.4", range: "2.3 – 4.9" });
    expect(formatWithin({ p10: 3, p50: 3, p90: 3 })).toEqual({ value: "3.000", range: "3.000" });
  });
});
