import { expect, test } from "vitest";
import { peakErrors, peakTable, plainText, renderValidation } from "../../src/report/index.ts";
import { peaksOnly, validation } from "./replies.ts";

test("peakErrors of +10 and −4 % in one group, −2 % in another is a macro MAPE of 4.5 % and a bias of 0.5 %", () => {
  const { groups, macro } = peakErrors(peaksOnly.runs);
  expect(groups.map(({ runs }) => runs)).toEqual([2, 1]);
  expect(macro.mape).toBeCloseTo(0.045, 12);
  expect(macro.medianApe).toBeCloseTo(0.045, 12);
  expect(macro.bias).toBeCloseTo(0.005, 12);
  expect(groups[0]?.worst).toBeCloseTo(0.1, 12);
});

test("runs without a measured peak have no peak errors, and no table on the page", () => {
  expect(peakErrors(validation.runs)).toEqual({
    groups: [],
    macro: { mape: null, medianApe: null, bias: null },
  });
  expect(plainText(renderValidation(validation, { width: 80 }))).not.toContain("PEAKS OF MEMORY");
  expect(peakTable(validation).rows).toEqual([]);
});

test("the tolerance is of the peaks where no step was timed, and of the steps where some were", () => {
  const text = (tolerance: number, timed: boolean) => {
    const reply = timed ? { ...validation, runs: [...validation.runs, ...peaksOnly.runs] } : peaksOnly;
    return plainText(renderValidation(reply, { width: 200, tolerance }));
  };
  expect(text(0.04, false)).toContain("The tolerance is 4.0%: past it.");
  expect(text(0.05, false)).toContain("The tolerance is 5.0%: within it.");
  // 4.5 % of the peaks, but 11.5 % of the steps
  expect(text(0.05, true)).toContain("The tolerance is 5.0%: past it.");
});
