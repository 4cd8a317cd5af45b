import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { memoryConstants } from "../../packages/core/src/memory/index.ts";
import { fitConstants, leftOutErrors } from "./memory-constants.ts";
import { errorOf, groupBy, macroMape, mean, type Peak, readPeaks } from "./memory-peaks.ts";

const peaks = readPeaks();
const leftOut = leftOutErrors(peaks);
const leftOutOf = (peak: Peak): number => leftOut.get(peak) ?? Number.NaN;
const rowMape = (error: (peak: Peak) => number): number => mean(peaks.map((peak) => Math.abs(error(peak))));
const accepted = JSON.parse(
  readFileSync(new URL("../../validation/accepted.json", import.meta.url), "utf8"),
) as { slack: number; memory: { peakBytesMacroMape: number } };

test("every row names its source with a page of it, and no peak is listed twice", () => {
  expect(peaks.length).toBeGreaterThanOrEqual(97);
  expect(groupBy(peaks, ({ source }) => source).size).toBeGreaterThanOrEqual(7);
  for (const { run } of peaks)
    expect(String(run.source?.url), run.id ?? "").toMatch(/^https:\/\/github\.com\//);
  const keys = peaks.map(({ run }) => JSON.stringify([run.scenario, run.measured]));
  expect(new Set(keys).size).toBe(peaks.length);
});

test("over groups the mean error is what accepted.json says, in sample", () => {
  expect(Math.abs(macroMape(peaks, errorOf) - accepted.memory.peakBytesMacroMape)).toBeLessThanOrEqual(
    accepted.slack,
  );
});

test("in sample and with the constants of the other sources the mean error is below 5 %", () => {
  expect(macroMape(peaks, errorOf)).toBeLessThan(0.05);
  expect(rowMape(errorOf)).toBeLessThan(0.05);
  expect(macroMape(peaks, leftOutOf)).toBeLessThan(0.05);
  expect(rowMape(leftOutOf)).toBeLessThan(0.05);
});

test("no row is off by more than 12 %, and the bias is below 2 %", () => {
  for (const peak of peaks) expect(Math.abs(errorOf(peak)), peak.run.id ?? "").toBeLessThan(0.12);
  expect(Math.abs(mean(peaks.map(errorOf)))).toBeLessThan(0.02);
});

test("the shipped constants are those of the fit, but for rounding", () => {
  const { error } = fitConstants(peaks);
  expect(macroMape(peaks, errorOf)).toBeLessThan(error + 0.001);
  expect(memoryConstants.eagerFragmentation.value).toBeGreaterThan(
    memoryConstants.compiledFragmentation.value,
  );
});

test("every measured run that names its device's memory did fit into it", () => {
  for (const { run, resolved, bytes } of peaks) {
    const capacity = resolved.hardware.device.memoryCapacityBytes;
    if (capacity !== null) expect(bytes, run.id ?? "").toBeLessThanOrEqual(capacity);
  }
});
