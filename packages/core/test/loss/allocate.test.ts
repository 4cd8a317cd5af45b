import { expect, test } from "vitest";
import { allocate, checkAllocation, defaultLawId, laws, lossAt, standingOf } from "../../src/loss/index.ts";
import { lawOf } from "./shipped.ts";

test("a surface's split is the least loss of its compute, for every surface", () => {
  for (const surface of laws.filter((each) => each.kind === "surface")) {
    const { parameters: n, tokens: d } = allocate(surface, 1e21);
    if (n === null || d === null) throw new Error("a surface gives both");
    expect(6 * n * d).toBeCloseTo(1e21, -12);
    for (const factor of [0.9, 1.1])
      expect(lossAt(surface, n * factor, d / factor)).toBeGreaterThan(lossAt(surface, n, d));
  }
});

test("Hoffmann's approach 3 at the compute of Gopher: 32 billion parameters as the paper's table A3 has about 40", () => {
  const split = allocate(lawOf("hoffmann-2022"), 5.76e23);
  // G = (0.34 × 406.4 / (0.28 × 410.7))^(1 / 0.62) = 1.3454, C / 6 = 9.6e22, (9.6e22)^(0.28 / 0.62) = 2.398e10
  expect(split.parameters).toBeCloseTo(1.3454 * 9.6e22 ** (0.28 / 0.62), -8);
  expect(split.exponent).toBeCloseTo(0.28 / 0.62, 12);
});

test("allocations by hand: power of N, power of M, power of D, surface in billions", () => {
  const porian = allocate(lawOf("porian-2024"), 1e19);
  expect(porian.parameters).toBeCloseTo(0.118199 * 1e19 ** 0.497029, 0);
  expect(porian.tokens).toBeCloseTo(1e19 / 6 / (porian.parameters ?? 0), 0);
  const deepseek = allocate(lawOf("deepseek-2024"), 1e20);
  expect(deepseek.parameters).toBeCloseTo((0.1715 * 1e20 ** 0.5243) / 6, 0);
  expect(6 * (deepseek.parameters ?? 0) * (deepseek.tokens ?? 0)).toBeCloseTo(1.0001e20, -17);
  // the paper: 402 billion parameters on 16.55 trillion tokens; its exponent is rounded to three digits
  const llama = allocate(lawOf("llama-3-2024"), 3.8e25);
  expect(Math.abs((llama.tokens ?? 0) / 16.55e12 - 1)).toBeLessThan(0.02);
  expect(Math.abs((llama.parameters ?? 0) / 402e9 - 1)).toBeLessThan(0.05);
  expect(llama.notes.map(({ code }) => code)).toContain("extrapolating-allocation");
  // MiniCPM at 1e21: the paper says 192 tokens a parameter
  expect(Math.abs((allocate(lawOf("minicpm-2024"), 1e21).tokensPerParameter ?? 0) / 192 - 1)).toBeLessThan(
    0.06,
  );
});

test("nanochat's split gives the ratio its log settles on, 10.5 within its scatter", () => {
  for (const flop of [1e18, 1e19]) {
    const ratio = allocate(lawOf("nanochat-2026"), flop).tokensPerParameter ?? 0;
    expect(Math.abs(ratio / 10.5 - 1)).toBeLessThan(0.1);
  }
});

test("a law that publishes an exponent only says so and gives no size", () => {
  for (const id of ["kaplan-2020-allocation", "liu-2026", "olmo-2026"]) {
    const split = allocate(lawOf(id), 1e5);
    expect([split.parameters, split.tokens, split.tokensPerParameter]).toEqual([null, null, null]);
    expect(split.notes.map(({ code }) => code)).toContain("exponent-only");
  }
  expect(allocate(lawOf("olmo-2026"), 1e20).exponent).toBeCloseTo(0.213 / 0.465, 12);
});

test("a run is held against each law with the N that law counts; laws of time are left out", () => {
  const checks = checkAllocation({ total: 2e9, nonEmbedding: 1e9 }, 2e10, laws);
  const of = (id: string) => checks.find((check) => check.law === id);
  expect(of("liu-2026")).toBeUndefined();
  expect(of("porian-2024")?.ratio).toBeCloseTo(2e9 / (0.118199 * 2.4e20 ** 0.497029), 9);
  expect(of("deepseek-2024")?.ratio).toBeCloseTo(1e9 / ((0.1715 * 1.2e20 ** 0.5243) / 6), 9);
  expect(of("kaplan-2020-allocation")?.ratio).toBeNull();
});

test("a budget that is no positive number is refused", () => {
  for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => allocate(lawOf("porian-2024"), bad)).toThrow(/must be a positive number/);
});

test("no law from memory is the default, and each one says so", () => {
  expect(standingOf(lawOf(defaultLawId))).toBe("verified");
  const recalled = laws.filter((each) => standingOf(each) === "from memory");
  expect(recalled.map(({ id }) => id)).toEqual(["kaplan-2020"]);
  for (const each of recalled) expect(each.warning).toContain("from memory");
});
