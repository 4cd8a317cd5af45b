import { describe, expect, test } from "vitest";
import type { Scenario } from "../../src/spec/scenario.ts";
import { timeInterval } from "../../src/time/interval.ts";
import { resolved, small } from "./scenario.ts";

/** Half-width of the interval in log seconds. */
function halfWidth(scenario: Partial<Scenario>): number {
  const { p10, p50, p90 } = timeInterval(2, resolved(scenario)).interval;
  expect(p50).toBe(2);
  expect(Math.log(p90 / p50)).toBeCloseTo(Math.log(p50 / p10), 12);
  return Math.log(p90 / p50);
}

describe("the 80 % interval", () => {
  test.each([
    ["fp8", 0.15],
    ["bf16", 0.15],
    ["fp16", 0.15],
    ["tf32", 0.21],
    ["fp32", 0.21],
  ] as const)("%s: ± %f in log seconds", (precision, expected) => {
    expect(halfWidth({ hardware: "h100-sxm-80gb", training: { precision } })).toBeCloseTo(expected, 12);
  });

  const moe = { experts: 8, active: 2, ffn: 1024 };
  test.each<[string, Partial<Scenario>]>([
    ["a TPU", { hardware: "tpu-v5e" }],
    ["a mixture of experts", { model: { ...small, moe } }],
    ["context parallelism", { hardware: "2x a100-sxm-80gb", parallel: { context: 2 } }],
    ["all three", { hardware: "2x tpu-v5e", model: { ...small, moe }, parallel: { context: 2 } }],
  ])("is twice as wide for %s, which no run of the fit has, and says so once", (_, scenario) => {
    expect(halfWidth(scenario)).toBeCloseTo(0.3, 12);
    const codes = timeInterval(2, resolved(scenario)).notes.map(({ code }) => code);
    expect(codes.filter((code) => code === "no-evidence")).toHaveLength(1);
  });

  test("names the facts that a device has not", () => {
    const { notes } = timeInterval(1, resolved({ hardware: "tpu-v5e" }));
    expect(notes.find(({ code }) => code === "facts-missing")?.message).toMatch(/no SM count, power: /);
    expect(timeInterval(1, resolved({})).notes).toEqual([]);
  });
});
