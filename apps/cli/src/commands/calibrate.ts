import {
  type AllForms,
  asPrinted,
  type CalibrationForm,
  calibrateAll,
  calibrationForms,
  fail,
  parseScenario,
  UserError,
  wellRead,
} from "@wallclock/core";
import { calibrationTable, renderCalibration } from "@wallclock/core/report";
import type { Context } from "../context.ts";
import { exit } from "../exit.ts";
import { isObject, readJsonFile } from "../io/json-file.ts";
import { type Measurements, readMeasurements } from "../measured/measurements.ts";
import { note, writeProduct, writeResult } from "../result.ts";
import { overridesOf } from "../scenario.ts";

/**
 * `wallclock calibrate`: what measured runs of one machine teach. `--output` takes the calibration itself, which
 * estimates read; the page is then still shown.
 */
export async function run(context: Context): Promise<number> {
  const { operands, values, switches } = context.args;
  const [file] = operands;
  if (file === undefined)
    fail("no_runs", "", "calibrate needs a file of measured runs", "or - for standard input");
  const form = formOf(values.get("form"));
  const scenario = await baseOf(values.get("scenario"));
  const runs = await readMeasurements(file, { scenario, overrides: await overridesOf(context.args) });
  for (const remark of runs.remarks) note(context, remark);
  const forms = await formsOf(context, runs, form);
  const calibration = forms[form];
  if ("issues" in calibration) throw new UserError(calibration.issues);
  const { isWritten, forPage } = await writeProduct(context, calibration);
  if (isWritten && switches.has("json")) return exit.ok;
  const next = calibration.measureNext.map((each) => parseScenario(each));
  await writeResult(forPage, {
    json: calibration,
    text: (screen) => renderCalibration(forms, { ...screen, form, next }),
    table: () => calibrationTable(forms),
  });
  return exit.ok;
}

/** All forms, as an API gives them where one is named; for JSON alone no more than the form that is asked for. */
async function formsOf({ args }: Context, measured: Measurements, form: CalibrationForm): Promise<AllForms> {
  const { lookUp, origins } = measured;
  const runs = wellRead(measured.lines, origins);
  const url = args.values.get("remote");
  if (url === undefined) return asPrinted(calibrateAll(runs, lookUp, { origins }));
  const { calibrateAt } = await import("../remote/measured.ts");
  return calibrateAt(url, { runs, origins }, { form, all: !args.switches.has("json") });
}

function formOf(word = "full"): CalibrationForm {
  const form = calibrationForms.find((each) => each === word);
  if (form !== undefined) return form;
  return fail(
    "unknown_form",
    "",
    `--form ("${word.slice(0, 40)}") is no form of a calibration`,
    `one of: ${calibrationForms.join(", ")}`,
  );
}

/** The scenario that says what the runs do not; not checked, as it may be a part of one. */
async function baseOf(file: string | undefined): Promise<Record<string, unknown>> {
  if (file === undefined) return {};
  const value = await readJsonFile(file);
  if (isObject(value)) return value;
  return fail("wrong_type", "", `${file} must hold a scenario, an object`);
}
