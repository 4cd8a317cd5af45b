import { readFileSync } from "node:fs";
import { type MeasuredRun, parseRun, validateRuns } from "@wallclock/core";
import { describe, expect, test } from "vitest";
import { lookUp } from "../machines.ts";

const file = process.env.WALLCLOCK_RUNS;
if (file === undefined) throw new Error("WALLCLOCK_RUNS must name a JSONL file of measured runs");

const runs: MeasuredRun[] = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => parseRun(JSON.parse(line)));

describe("validateRuns on measured runs", () => {
  const validation = validateRuns(
    runs.map((run) => ({ run })),
    lookUp,
  );

  test("predicts every run", () => {
    expect(validation.unpredicted).toEqual([]);
    expect(validation.runs.length).toBe(runs.length);
  });

  test("has a macro MAPE of at most 9.42 %: 9.12 and three tenths of a point on forward-backward and train-step runs", () => {
    expect(validation.macro.mape).toBeLessThanOrEqual(0.0942);
  });

  test("is better than FLOPs alone and than copies alone, by a factor of three", () => {
    const { flopOnly, copiesOnly } = validation.macroBaselines;
    expect(flopOnly).toBeGreaterThan(3 * (validation.macro.mape ?? 1));
    expect(copiesOnly).toBeGreaterThan(3 * (validation.macro.mape ?? 1));
  });

  test("has 80 % intervals that hold 75 to 95 % of the runs", () => {
    expect(validation.macro.coverage80).toBeGreaterThan(0.75);
    expect(validation.macro.coverage80).toBeLessThan(0.95);
  });
});
