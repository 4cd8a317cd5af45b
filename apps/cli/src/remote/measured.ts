import {
  type AllForms,
  type Calibration,
  type CalibrationForm,
  calibrationForms,
  type MeasuredRun,
  UserError,
  type Validation,
} from "@wallclock/core";
import type { Runs } from "../measured/read-runs.ts";
import { clientAt, said } from "./client.ts";

/**
 * Has the API predict measured runs. Lines that are no runs are not sent: what is wrong with them is known, and stands among
 * the unpredicted in its place.
 */
export async function validateAt(
  url: string,
  { lines }: Pick<Runs, "lines">,
  calibration: Calibration | null,
): Promise<Validation> {
  // Ids may be missing, or the same: on the way each run is called by its line.
  const runs = lines.flatMap((line, at) => ("run" in line ? [{ ...line.run, id: String(at) }] : []));
  const reply = await said(clientAt(url).validate(runs, calibration ?? undefined));
  const refused = new Map(reply.unpredicted.map(({ id, issues }) => [Number(id), issues]));
  const idOf = (at: number): string | null => {
    const line = lines[at]!;
    return ("run" in line ? line.run.id : line.id) ?? null;
  };
  return {
    ...reply,
    runs: reply.runs.map((each) => ({ ...each, id: idOf(Number(each.id)) })),
    unpredicted: lines.flatMap((line, at) => {
      const issues = "run" in line ? refused.get(at) : line.issues;
      return issues === undefined ? [] : [{ id: idOf(at), issues }];
    }),
  };
}

/** What to calibrate, and how messages call each run. */
export interface Measured {
  readonly runs: readonly MeasuredRun[];
  readonly origins: readonly string[];
}

/**
 * Has the API calibrate: in one form, or for a table in all of them.
 *
 * @throws UserError where the runs do not give `form`
 */
export async function calibrateAt(
  url: string,
  measured: Measured,
  { form, all }: { readonly form: CalibrationForm; readonly all: boolean },
): Promise<AllForms> {
  const text = JSON.stringify(measured);
  const ask = (each: CalibrationForm): Promise<Calibration> =>
    said(
      clientAt(url).json({ path: `/v1/calibrate?form=${each}`, body: { type: "application/json", text } }),
    );
  const chosen = await ask(form);
  const forms: [CalibrationForm, AllForms[CalibrationForm]][] = [];
  for (const each of all ? calibrationForms : [form]) {
    forms.push([each, each === form ? chosen : await ask(each).catch(refusal)]);
  }
  return Object.fromEntries(forms) as AllForms;
}

function refusal(error: unknown): Pick<UserError, "issues"> {
  if (error instanceof UserError && error.issues[0]?.code !== "remote_failed")
    return { issues: error.issues };
  throw error;
}
