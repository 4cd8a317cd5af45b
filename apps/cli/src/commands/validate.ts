import { fail, parseCalibration, type Validation, validateRuns } from "@wallclock/core";
import { renderValidation, validationTable } from "@wallclock/core/report";
import type { Context } from "../context.ts";
import { exit } from "../exit.ts";
import { readJsonFile } from "../io/json-file.ts";
import { readRuns } from "../measured/read-runs.ts";
import { acceptedError, shippedEvidence } from "../measured/shipped.ts";
import { writeResult } from "../result.ts";

/** `wallclock validate`: predicted against measured, for the runs of files or the shipped evidence. */
export async function run(context: Context): Promise<number> {
  const { operands } = context.args;
  const given = toleranceOf(context.args.values.get("tolerance"));
  const tolerance = given ?? (operands.length === 0 ? acceptedError() : null);
  const { lines, lookUp } = await readRuns(operands.length > 0 ? operands : [shippedEvidence()]);
  const file = context.args.values.get("calibration");
  const calibration = file === undefined ? null : parseCalibration(await readJsonFile(file));
  const reply = validateRuns(lines, lookUp, { calibration });
  await writeResult(context, {
    json: reply,
    text: (screen) => renderValidation(reply, { ...screen, tolerance }),
    table: () => validationTable(reply),
  });
  return statusOf(reply, tolerance);
}

/** Past the tolerance weighs more than runs that could not be predicted. */
function statusOf({ macro, unpredicted }: Validation, tolerance: number | null): number {
  const past = tolerance !== null && macro.mape !== null && macro.mape > tolerance;
  if (past) return exit.validation;
  return unpredicted.length > 0 ? exit.input : exit.ok;
}

function toleranceOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  return fail(
    "bad_tolerance",
    "",
    `--tolerance ("${text.slice(0, 40)}") must be a fraction of at least 0`,
    "0.3 is 30 %",
  );
}
