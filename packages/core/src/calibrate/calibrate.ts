import { type Issue, type Note, UserError } from "../errors/issue.ts";
import type { MachineLookup } from "../spec/machine.ts";
import type { MeasuredRun } from "../validate/measured-run.ts";
import { engineVersion } from "../version.ts";
import { type Calibration, type CalibrationForm, calibrationForms } from "./calibration.ts";
import { domainOf } from "./domain.ts";
import { beliefsOf, type Fit, fitFull } from "./full.ts";
import { fitLine } from "./lines.ts";
import { measureNext } from "./measure-next.ts";
import { type Observations, observe } from "./observe.ts";
import { middleOf } from "./posterior.ts";

export interface CalibrateOptions {
  readonly form?: CalibrationForm;
  /** What messages call each run, e.g. `line 3 of runs.jsonl`. */
  readonly origins?: readonly string[];
}

/**
 * What measured runs of one machine teach: coefficients with standard errors, how far it is off, how far it reaches and
 * what to measure next. From 1 run up (form full); a run measured twice counts once, with its median.
 *
 * Forms: full: the model with the machine's factors, which drift from scenario to scenario; copies, flop, sum: a line in the counts of
 * the exact ledger (docs/method.md, "Calibration"). Pure: the same runs give the same bytes.
 * Source: docs/method.md, "Calibration"; full: Gaussian-process regression (Rasmussen & Williams 2006, chapter 2);
 * lines: ordinary least squares.
 *
 * @param lookup the machine a scenario names
 * @throws UserError `no_runs`, `no_times`, `bad_time`, `absurd_time`, `mixed_devices`, `too_few_runs`, `too_many_runs`,
 * `line_undetermined`, and what is wrong with a scenario
 * @example
 * calibrate(measured, lookup).residuals.mape // => 0.0010841
 * estimate({ ...scenario, calibration: calibrate(measured, lookup) }, machine).step.seconds.p50 / reply.step.seconds.p50 // => 1.1301
 */
export function calibrate(
  runs: readonly MeasuredRun[],
  lookup: MachineLookup,
  { form = "full", origins }: CalibrateOptions = {},
): Calibration {
  const observations = observe(runs, lookup, origins);
  return written(observations, form, proposals(observations));
}

/** A calibration of every form, or why the runs do not give it: for a table side by side. */
export type AllForms = Readonly<Record<CalibrationForm, Calibration | { readonly issues: readonly Issue[] }>>;

/**
 * The runs in all four forms.
 *
 * @throws UserError for runs that give no form at all, as {@link calibrate} does
 * @example
 * const { full, copies } = calibrateAll(measured, lookup);
 * [full?.form, copies?.form] // => ["full", "copies"]
 */
export function calibrateAll(
  runs: readonly MeasuredRun[],
  lookup: MachineLookup,
  { origins }: Pick<CalibrateOptions, "origins"> = {},
): AllForms {
  const observations = observe(runs, lookup, origins);
  const next = proposals(observations);
  const each = calibrationForms.map((form) => {
    try {
      return [form, written(observations, form, next)] as const;
    } catch (error) {
      if (error instanceof UserError) return [form, { issues: error.issues }] as const;
      throw error;
    }
  });
  return Object.fromEntries(each) as unknown as AllForms;
}

function proposals({ rows }: Observations): Calibration["measureNext"] {
  return measureNext(rows, beliefsOf(rows)).map((scenario) => ({ ...scenario }));
}

function written(
  observations: Observations,
  form: CalibrationForm,
  next: Calibration["measureNext"],
): Calibration {
  const { device, rows } = observations;
  const fit: Fit = form === "full" ? fitFull(observations) : fitLine(observations, form);
  return {
    schema: "wallclock/calibration/1",
    engine: engineVersion,
    form,
    device,
    runs: rows.length,
    coefficients: fit.coefficients,
    residuals: fit.residuals,
    domain: domainOf(rows.map((row) => row.resolved)),
    measureNext: next,
    support: fit.support,
    notes: [...observations.notes, ...rangeNotes(observations), ...fit.notes].map(
      ({ code, severity, message }) => ({ code, severity, message }),
    ),
  };
}

/** What so few or such runs cannot say. */
function rangeNotes({ rows }: Observations): Note[] {
  const notes: Note[] = [];
  if (rows.length === 1) {
    const message =
      "a single run says how fast this machine is there, not what limits it: the intervals stay wide; measure one more at another size";
    notes.push({ code: "single-run", severity: "warning", message });
  }
  if (rows.every((row) => row.pass === "forward")) {
    const message =
      "every run is a forward pass: what backward passes and the optimizer take is not measured";
    notes.push({ code: "forward-only", severity: "warning", message });
  }
  return [...notes, ...farOffNotes(rows)];
}

/** Machines are seldom this many times slower or faster than the model; a batch, a device count or a rate is soon misread. */
const farOff = 2;

function farOffNotes(rows: Observations["rows"]): Note[] {
  const ratio = Math.exp(middleOf(rows.map(({ seconds, point }) => Math.log(seconds / point.seconds))));
  if (ratio < farOff && ratio > 1 / farOff) return [];
  const way = ratio > 1 ? `${ratio.toPrecision(2)} times as long as` : `${ratio.toPrecision(2)} of what`;
  const message = `the runs took ${way} the model says: check their batch, their devices, and whether tokens a second are of one device or of all`;
  return [{ code: "far-off-model", severity: "warning", message }];
}
