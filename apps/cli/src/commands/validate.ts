import {
  asPrinted,
  type Calibration,
  fail,
  parseCalibration,
  type Validation,
  validateRuns,
} from "@wallclock/core";
import {
  blank,
  fit,
  line,
  peakErrors,
  peakTable,
  type RenderOptions,
  renderValidation,
  span,
  type Table,
  validationTable,
} from "@wallclock/core/report";
import type { Context } from "../context.ts";
import { exit } from "../exit.ts";
import { readJsonFile } from "../io/json-file.ts";
import { readRuns } from "../measured/read-runs.ts";
import { type ShippedTable, shippedTables } from "../measured/shipped.ts";
import { writeResult } from "../result.ts";

/** `wallclock validate`: predicted against measured, for the runs of files or the tables that are shipped. */
export async function run(context: Context): Promise<number> {
  const { operands, values } = context.args;
  const tolerance = toleranceOf(values.get("tolerance"));
  const file = values.get("calibration");
  const calibration = file === undefined ? null : parseCalibration(await readJsonFile(file));
  const validate = validatorOf(values.get("remote"), calibration);
  if (operands.length === 0) return runShipped(context, tolerance, validate);
  const reply = await validate(operands);
  await writeResult(context, {
    json: reply,
    text: (screen) => renderValidation(reply, { ...screen, tolerance }),
    table: () => tableOf(reply),
  });
  return statusOf([{ reply, tolerance }]);
}

/** Errors of step times; of peaks where no time was measured. */
function tableOf(reply: Validation): Table {
  const isPeaksOnly = reply.groups.length === 0 && peakErrors(reply.runs).groups.length > 0;
  return isPeaksOnly ? peakTable(reply) : validationTable(reply);
}

/** One reply for a table, and the error accepted on it. */
interface Judged {
  readonly reply: Validation;
  readonly tolerance: number | null;
}

/** Each shipped table is judged by itself; the reply is of all their runs, with each table's means beside it. */
async function runShipped(context: Context, tolerance: number | null, validate: Validator): Promise<number> {
  const tables = shippedTables();
  const whole = await validate(tables.map(({ file }) => file));
  const judged: JudgedTable[] = [];
  for (const table of tables) {
    const reply = tables.length === 1 ? whole : await validate([table.file]);
    judged.push({ table, reply, tolerance: tolerance ?? table.tolerance });
  }
  await writeResult(context, {
    json: { ...whole, tables: judged.map(summaryOf) },
    text: (screen) => judged.flatMap((each) => section(each, screen)),
    table: () => validationTable(whole),
  });
  return statusOf(judged);
}

type JudgedTable = Judged & { readonly table: ShippedTable };

function summaryOf({ table, reply, tolerance }: JudgedTable) {
  const { runs, macro, macroForward, macroBaselines } = reply;
  const macroMemory = peakErrors(runs).macro;
  return {
    name: table.name,
    runs: runs.length,
    macro,
    macroForward,
    macroBaselines,
    macroMemory,
    tolerance,
  };
}

function section({ table, reply, tolerance }: JudgedTable, screen: RenderOptions) {
  const title = fit(line(2, span(table.title, "accent")), screen.width);
  return [blank, title, ...renderValidation(reply, { ...screen, tolerance })];
}

/** Predicts the runs of files. */
type Validator = (files: readonly string[]) => Promise<Validation>;

function validatorOf(url: string | undefined, calibration: Calibration | null): Validator {
  return async (files) => {
    const runs = await readRuns(files);
    const isFar = url !== undefined && runs.lines.some((line) => "run" in line);
    if (isFar) return (await import("../remote/measured.ts")).validateAt(url, runs, calibration);
    return asPrinted(validateRuns(runs.lines, runs.lookUp, { calibration }));
  };
}

/** Past the tolerance weighs more than runs that could not be predicted. */
function statusOf(judged: readonly Judged[]): number {
  const past = judged.some(({ reply, tolerance }) => {
    const mape = reply.macro.mape ?? peakErrors(reply.runs).macro.mape;
    return tolerance !== null && mape !== null && mape > tolerance;
  });
  if (past) return exit.validation;
  return judged.some(({ reply }) => reply.unpredicted.length > 0) ? exit.input : exit.ok;
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
