import {
  asPrinted,
  type Calibration,
  type CalibrationForm,
  calibrateAll,
  calibrationForms,
  fail,
  parseCalibration,
  parseRun,
  parseScenario,
  type RunLine,
  readJson,
  serialize,
  UserError,
  validateRuns,
  wellRead,
} from "@wallclock/core";
import {
  calibrationTable,
  peakErrors,
  peakTable,
  renderCalibration,
  renderValidation,
  tableCsv,
  validationTable,
} from "@wallclock/core/report";
import type { Endpoint } from "../endpoint.ts";
import { page } from "../forms.ts";
import { type Body, heavyBytes, jsonOf, readBody } from "../http/body.ts";
import { replyOnce } from "../http/reply.ts";
import { isObject } from "../is-object.ts";
import { lookUp } from "../machine.ts";
import { readQuery, refuseOthers } from "../query.ts";

const body = {
  maxBytes: heavyBytes,
  types: ["application/x-ndjson", "application/json", "application/jsonl"],
};

/** Runs of a body, and what messages call each. */
interface Runs {
  readonly lines: readonly RunLine[];
  readonly origins: readonly string[];
  readonly calibration: Calibration | null;
}

/** `POST /v1/validate`: predicted against measured. */
export const validateEndpoint: Endpoint = {
  method: "post",
  path: "/v1/validate",
  weight: "heavy",
  answer: async (c) => {
    refuseOthers(readQuery(c.req.url), []);
    const { lines, calibration } = runsOf(await readBody(c.req.raw, body));
    const reply = () => validateRuns(lines, lookUp, { calibration });
    return replyOnce(c.req.raw, {
      "application/json": () => serialize(reply()),
      "text/csv": () => {
        const validation = asPrinted(reply());
        const isPeaksOnly = validation.groups.length === 0 && peakErrors(validation.runs).groups.length > 0;
        return tableCsv(isPeaksOnly ? peakTable(validation) : validationTable(validation));
      },
      "text/plain": () => page((screen) => renderValidation(reply(), { ...screen, tolerance: null })),
    });
  },
};

/** `POST /v1/calibrate`: what measured runs of one machine teach. */
export const calibrateEndpoint: Endpoint = {
  method: "post",
  path: "/v1/calibrate",
  weight: "heavy",
  answer: async (c) => {
    const query = readQuery(c.req.url, ["form"]);
    refuseOthers(query, ["form"]);
    const form = formOf(query.options.form);
    const { lines, origins } = runsOf(await readBody(c.req.raw, body));
    const forms = calibrateAll(wellRead(lines, origins), lookUp, { origins });
    const calibration = forms[form];
    if ("issues" in calibration) throw new UserError(calibration.issues);
    const next = calibration.measureNext.map((each) => parseScenario(each));
    return replyOnce(c.req.raw, {
      "application/json": () => serialize(calibration),
      "text/csv": () => tableCsv(calibrationTable(asPrinted(forms))),
      "text/plain": () => page((screen) => renderCalibration(forms, { ...screen, form, next })),
    });
  },
};

function formOf(word = "full"): CalibrationForm {
  const form = calibrationForms.find((each) => each === word);
  const hint = `one of: ${calibrationForms.join(", ")}`;
  return form ?? fail("unknown_form", "form", "form is no form of a calibration", hint);
}

/** JSON lines, an array of runs, or `{ runs, calibration, origins }`. @throws UserError `no_runs` */
function runsOf({ type, text }: Body): Runs {
  const whole = type === "application/json" ? jsonOf(text) : null;
  const runs = whole === null ? linesOf(text) : listed(isObject(whole) ? whole.runs : whole);
  if (runs.length === 0)
    fail("no_runs", "", "there is no measured run in the body", "one JSON object a line");
  const calibration =
    isObject(whole) && whole.calibration != null ? parseCalibration(whole.calibration) : null;
  return {
    lines: runs.map(({ read }) => lineOf(read)),
    origins: originsIn(whole) ?? runs.map(({ origin }) => origin),
    calibration,
  };
}

const longestOrigin = 300;

/** What the sender calls each run, for messages. */
function originsIn(whole: unknown): readonly string[] | null {
  if (!isObject(whole) || whole.origins == null || !Array.isArray(whole.runs)) return null;
  const { origins, runs } = whole;
  const isText = (each: unknown) => typeof each === "string" && each.length <= longestOrigin;
  if (Array.isArray(origins) && origins.length === runs.length && origins.every(isText)) return origins;
  return fail(
    "wrong_type",
    "origins",
    `origins must be a text of at most ${longestOrigin} characters for each run`,
  );
}

interface Unread {
  readonly origin: string;
  readonly read: () => unknown;
}

function linesOf(text: string): Unread[] {
  return text.split("\n").flatMap((line, index) => {
    const origin = `line ${index + 1}`;
    return line.trim() === "" ? [] : [{ origin, read: () => readJson(line, origin, true) }];
  });
}

function listed(runs: unknown): Unread[] {
  if (!Array.isArray(runs))
    fail("wrong_type", "", "the body must be an array of measured runs, or JSON lines");
  return runs.map((run: unknown, index) => ({ origin: `run ${index + 1}`, read: () => run }));
}

function lineOf(read: () => unknown): RunLine {
  let id: string | null = null;
  try {
    const value = read();
    if (isObject(value) && typeof value.id === "string") id = value.id;
    return { run: parseRun(value) };
  } catch (error) {
    if (error instanceof UserError) return { id, issues: error.issues };
    throw error;
  }
}
