import { predictTime } from "../calibrate/apply.ts";
import type { Calibration } from "../calibrate/calibration.ts";
import { type Issue, UserError } from "../errors/issue.ts";
import { requireFinite } from "../estimate/finite.ts";
import { microBatchLedger } from "../ledger/micro-batch.ts";
import { estimateMemory, peakReading } from "../memory/index.ts";
import { countParameters } from "../parameters/index.ts";
import type { MachineLookup } from "../spec/machine.ts";
import { resolve } from "../spec/resolve.ts";
import type { Resolved } from "../spec/resolved.ts";
import { baselinesOf } from "../time/baselines.ts";
import { engineVersion } from "../version.ts";
import { groupErrors, groupRuns, macroBaselines, macroErrors } from "./group-errors.ts";
import type { MeasuredRun } from "./measured-run.ts";
import type { RunComparison, Validation } from "./types.ts";

/** A line of a validation file: a run, or why it could not be read. */
export type RunLine =
  | { readonly run: MeasuredRun }
  | { readonly id: string | null; readonly issues: readonly Issue[] };

/** What every run is predicted with. */
export interface ValidateOptions {
  /** Applied to every run that brings none of its own; runs of another device cannot be predicted with it. */
  readonly calibration?: Calibration | null;
}

/**
 * Predicts every measured run and compares: per run, per (group, pass), and the mean over groups.
 * A run that cannot be predicted, or whose error is larger than a number holds, is listed with its issues, never dropped.
 *
 * @throws what is no UserError: our bug, or one of the look-up
 * @example
 * validateRuns([{ run: measured[0] }], lookup).macro.mape // => 0.16667
 * validateRuns([{ run: measured[0] }], lookup, { calibration }).macro.mape // => 0.00045934
 */
export function validateRuns(
  lines: readonly RunLine[],
  lookup: MachineLookup,
  { calibration = null }: ValidateOptions = {},
): Validation {
  const runs: RunComparison[] = [];
  const unpredicted: { id: string | null; issues: readonly Issue[] }[] = [];
  for (const line of lines) {
    if ("issues" in line) {
      unpredicted.push({ id: line.id, issues: line.issues });
      continue;
    }
    try {
      runs.push(compareRun(line.run, lookup, calibration));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unpredicted.push({ id: line.run.id ?? null, issues: error.issues.map(ofRun) });
    }
  }
  const groups = [...groupRuns(runs).values()];
  const trained = groups.filter(([first]) => first?.pass !== "forward");
  return requireFinite({
    schema: "wallclock/validation/1",
    engine: engineVersion,
    runs,
    groups: groups.map(groupErrors),
    macro: macroErrors(trained),
    macroForward: macroErrors(groups.filter(([first]) => first?.pass === "forward")),
    macroBaselines: macroBaselines(trained),
    unpredicted,
  });
}

/** An issue of a run's scenario, with its place in the run; a calibration stands beside the runs. */
function ofRun(issue: Issue): Issue {
  if (issue.path.startsWith("calibration")) return issue;
  return { ...issue, path: issue.path === "" ? "scenario" : `scenario.${issue.path}` };
}

function compareRun(run: MeasuredRun, lookup: MachineLookup, calibration: Calibration | null): RunComparison {
  const { scenario, measured } = run;
  const resolved = resolve(scenario, lookup(scenario.hardware));
  const ledger = microBatchLedger(resolved);
  const { interval } = predictTime(resolved, ledger, {
    pass: measured.pass,
    calibration: scenario.calibration ?? calibration,
  });
  const measuredSeconds = measured.stepSeconds ?? null;
  const peak = measured.peakBytes ?? null;
  return requireFinite({
    id: run.id ?? null,
    group: run.group ?? resolved.hardware.device.id,
    pass: measured.pass,
    measuredSeconds,
    predictedSeconds: interval,
    relativeError: measuredSeconds === null ? null : interval.p50 / measuredSeconds - 1,
    baselines: baselinesOf(resolved, ledger, measured.pass),
    memoryRelativeError: peak === null ? null : memoryError(resolved, measured, peak),
  });
}

/** Predicted over measured peak, less 1, both of the same reading; null for a forward pass, whose memory is not modelled. */
function memoryError(
  resolved: Resolved,
  { pass, peakKind }: MeasuredRun["measured"],
  peakBytes: number,
): number | null {
  if (pass === "forward") return null;
  // Without its optimizer a step holds no optimizer state, whatever the scenario names.
  const training = {
    ...resolved.training,
    optimizer: pass === "train-step" ? resolved.training.optimizer : ("none" as const),
  };
  const run = { ...resolved, training };
  const estimate = estimateMemory(run, countParameters(run.model));
  return peakReading(estimate, run, peakKind ?? "device") / peakBytes - 1;
}
