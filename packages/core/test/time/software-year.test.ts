import { describe, expect, test } from "vitest";
import { exchangesInBuckets } from "../../src/time/buckets.ts";
import { resolved } from "./scenario.ts";

describe("the year of software that a scenario does not give", () => {
  test.each([
    ["unfused", 2023, 2023, 2025],
    ["library", 2023, 2023, 2025],
    ["megatron", 2022, 2024, 2026],
    ["compiled", 2024, 2024, 2025],
  ] as const)("%s: %i on A100, %i on H100, %i on B200, and is assumed", (kernels, ...years) => {
    const devices = ["a100-sxm-80gb", "h100-sxm-80gb", "b200-sxm-180gb"];
    for (const [index, hardware] of devices.entries()) {
      const { software, assumed } = resolved({ hardware, software: { kernels } });
      expect(software.year).toBe(years[index]);
      expect(assumed).toContainEqual({ path: "software.year", value: years[index] });
    }
  });

  test("is the earliest of its kind on a device of unknown or old age", () => {
    expect(resolved({ hardware: "v100-sxm2-32gb", software: { kernels: "megatron" } }).software.year).toBe(
      2021,
    );
  });
});

test("a given year wins and is not assumed", () => {
  const { software, assumed } = resolved({ software: { kernels: "compiled", year: 2019 } });
  expect(software.year).toBe(2019);
  expect(assumed.map(({ path }) => path)).not.toContain("software.year");
});

test("stacks exchange buckets from 2024 on", () => {
  const buckets = (year: number) => exchangesInBuckets(resolved({ software: { year } }));
  expect([2023, 2024].map(buckets)).toEqual([false, true]);
});
