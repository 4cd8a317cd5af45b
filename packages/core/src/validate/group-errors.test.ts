import { expect, test } from "vitest";
import { groupErrors, groupRuns, macroBaselines, macroErrors } from "./group-errors.ts";
import type { RunComparison } from "./types.ts";

const run = (
  group: string,
  measured: number,
  predicted: number,
  pass: RunComparison["pass"] = "train-step",
): RunComparison => ({
  id: null,
  group,
  pass,
  measuredSeconds: measured,
  predictedSeconds: { p10: predicted * 0.8, p50: predicted, p90: predicted * 1.25 },
  relativeError: predicted / measured - 1,
  baselines: { flopOnlySeconds: 2 * measured, copiesOnlySeconds: 0.5 * measured },
  memoryRelativeError: null,
});

test("groupErrors of +10 %, −20 % and +60 % has MAPE 0.3, median 0.2, bias 1/6, worst 0.6", () => {
  const errors = groupErrors([run("a", 1, 1.1), run("a", 1, 0.8), run("a", 1, 1.6)]);
  expect(errors.runs).toBe(3);
  expect(errors.mape).toBeCloseTo(0.3, 12);
  expect(errors.medianApe).toBeCloseTo(0.2, 12);
  expect(errors.bias).toBeCloseTo(0.5 / 3, 12);
  expect(errors.p90Ape).toBeCloseTo(0.52, 12);
  expect(errors.worst).toBeCloseTo(0.6, 12);
});

test("groupRuns keeps passes of one group apart and leaves out runs without a time", () => {
  const untimed = { ...run("a", 1, 1), measuredSeconds: null, relativeError: null };
  const groups = groupRuns([run("a", 1, 1), run("a", 1, 1, "forward"), run("b", 1, 1), untimed]);
  expect([...groups.values()].map((members) => members.length)).toEqual([1, 1, 1]);
});

test("macroErrors is the mean over groups, not over runs", () => {
  const many = [run("a", 1, 1.1), run("a", 1, 1.1), run("a", 1, 1.1)];
  const macro = macroErrors([many, [run("b", 1, 1.5)]]);
  expect(macro.mape).toBeCloseTo(0.3, 12);
  // 1.5 × 0.8 = 1.2 > 1: the second group's run is below its interval
  expect(macro.coverage80).toBe(0.5);
});

test("macroErrors and macroBaselines of nothing are null, not NaN", () => {
  expect(macroErrors([])).toEqual({ mape: null, medianApe: null, coverage80: null });
  expect(macroBaselines([])).toEqual({ flopOnly: null, copiesOnly: null });
});

test("macroBaselines of twice and half the measured time are 100 % and 50 %", () => {
  const baselines = macroBaselines([[run("a", 3, 3)], [run("b", 5, 5)]]);
  expect(baselines.flopOnly).toBeCloseTo(1, 12);
  expect(baselines.copiesOnly).toBeCloseTo(0.5, 12);
});
