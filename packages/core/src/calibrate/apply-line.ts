import { fail } from "../errors/issue.ts";
import { student90 } from "../numeric/student.ts";
import { dot } from "../numeric/sum.ts";
import type { Calibration } from "./calibration.ts";
import { type DeviceCounts, lineRow } from "./counts.ts";

/** Half-width, log seconds, where a line leaves no residual to judge it by: about twice that of the model alone (0.15 to 0.21). Assumed. */
const unknownHalfWidth = 0.4;
/** No interval is wider than a factor of 150 each way: beyond that it says nothing but that nothing is known. */
const widestHalfWidth = 5;

/** Seconds of the other forms: their line in the counts of a device; not above 0 far below what it was measured on. */
export function lineSeconds({ coefficients, support }: Calibration, counts: DeviceCounts): number {
  if (support.kind !== "line") throw new RangeError(`${support.kind} is no line`);
  const values = support.terms.map((term) => coefficients[term]?.value ?? 0);
  return dot(lineRow(support.terms, counts), values);
}

/** What a line says of a run: its seconds, and half its 80 % prediction interval in log seconds. */
export function foretellByLine(
  calibration: Calibration,
  counts: DeviceCounts,
): { seconds: number; halfWidth: number } {
  const { form, support } = calibration;
  if (support.kind !== "line") throw new RangeError(`form ${form} has a line`);
  const row = lineRow(support.terms, counts);
  const seconds = lineSeconds(calibration, counts);
  if (!(seconds > 0)) {
    const message = `the calibration's line (form ${form}) gives ${seconds.toPrecision(3)} s for this run, far below what it was measured on`;
    fail("calibration_beyond", "calibration", message, "calibrate with --form full");
  }
  const leverage = dot(
    row,
    support.unscaledCovariance.map((column) => dot(column, row)),
  );
  const { residualSd, degrees } = support;
  const halfWidth =
    residualSd === null || degrees === 0
      ? unknownHalfWidth
      : (student90(degrees) * residualSd * Math.sqrt(1 + Math.max(0, leverage))) / seconds;
  return { seconds, halfWidth: Math.min(halfWidth, widestHalfWidth) };
}
