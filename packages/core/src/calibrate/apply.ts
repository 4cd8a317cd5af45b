import { fail, type Note } from "../errors/issue.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Interval } from "../numeric/interval.ts";
import { student90 } from "../numeric/student.ts";
import { total } from "../numeric/sum.ts";
import type { Resolved } from "../spec/resolved.ts";
import { timeInterval } from "../time/interval.ts";
import { machineConstants } from "../time/machine-factors.ts";
import type { TimePart } from "../time/part.ts";
import type { Pass } from "../time/pass.ts";
import { type StepTime, stepTime } from "../time/step.ts";
import { engineVersion } from "../version.ts";
import { foretellByLine } from "./apply-line.ts";
import type { Calibration } from "./calibration.ts";
import { deviceCounts } from "./counts.ts";
import { outsideDomain } from "./domain.ts";
import { factorsAt, pointOf } from "./point.ts";
import { condition, foretell, type Posterior } from "./posterior.ts";
import { prior, priorFor, type TermName } from "./prior.ts";
import { checkSupport } from "./read.ts";

/** A predicted time of a step, with its parts, which sum to the median. */
export interface TimePrediction {
  readonly interval: Interval;
  readonly parts: readonly TimePart[];
  readonly notes: readonly Note[];
}

/** What is timed, and what is known of the machine. */
export interface TimeQuestion {
  readonly pass?: Pass;
  readonly calibration?: Calibration | null;
}

/**
 * The time of a step: the model's, or, with a calibration, what the machine's measured runs make of it.
 *
 * Formula: full: log t = log t_model + Σ J (δ + r), its posterior median and 80 % interval, the noise of one measurement
 * included; the other forms: the line and its prediction interval. Parts are the model's, slowed by the machine's
 * factors and scaled to the median. Seconds.
 *
 * @throws UserError `calibration_device` for a calibration of another device, `calibration_foreign` for one that this
 * engine cannot read, `calibration_beyond` where a line goes below zero
 * @example
 * predictTime(resolved, ledger).interval.p50 // => stepTime(resolved, ledger).seconds
 */
export function predictTime(resolved: Resolved, ledger: Ledger, question: TimeQuestion = {}): TimePrediction {
  const { pass = "train-step", calibration = null } = question;
  if (calibration === null) {
    const { seconds, parts } = stepTime(resolved, ledger, pass);
    return { ...timeInterval(seconds, resolved), parts };
  }
  requireUsable(calibration, resolved);
  const { seconds, halfWidth, parts } =
    calibration.support.kind === "process"
      ? byProcess(calibration, resolved, ledger, pass)
      : byLine(calibration, resolved, ledger, pass);
  const scaled = scaleParts(parts, seconds);
  const p50 = total(scaled.map((part) => part.seconds));
  const interval = { p10: p50 * Math.exp(-halfWidth), p50, p90: p50 * Math.exp(halfWidth) };
  return { interval, parts: scaled, notes: notesOf(calibration, resolved, pass) };
}

interface Calibrated {
  readonly seconds: number;
  /** Of the 80 % interval, in log seconds. */
  readonly halfWidth: number;
  readonly parts: StepTime["parts"];
}

/** Refuses a calibration of another device, and one that this engine cannot read. */
export function requireUsable(calibration: Calibration, resolved: Pick<Resolved, "hardware">): void {
  requireDevice(calibration, resolved);
  checkSupport(calibration);
}

function requireDevice({ device }: Calibration, { hardware }: Pick<Resolved, "hardware">): void {
  if (device === hardware.device.id) return;
  const message = `the calibration is of ${device}, the run is on ${hardware.device.id}`;
  fail(
    "calibration_device",
    "calibration",
    message,
    `calibrate on runs of ${hardware.device.id}, or leave it out`,
  );
}

/** Conditioning costs k³: once for each calibration that is in use. */
const posteriors = new WeakMap<Calibration, Posterior>();

/** What a calibration teaches of its device. */
export function posteriorOf(calibration: Calibration, { hardware }: Pick<Resolved, "hardware">): Posterior {
  const known = posteriors.get(calibration);
  if (known !== undefined) return known;
  const { support } = calibration;
  const made = condition(support.kind === "process" ? support.rows : [], priorFor(hardware.device));
  posteriors.set(calibration, made);
  return made;
}

function byProcess(calibration: Calibration, resolved: Resolved, ledger: Ledger, pass: Pass): Calibrated {
  const posterior = posteriorOf(calibration, resolved);
  const point = pointOf(resolved, pass, ledger);
  const { mean, variance } = foretell(posterior, point);
  const sd = Math.sqrt(variance + posterior.spread * prior.noise ** 2);
  const learnt = Object.fromEntries(
    Object.entries(calibration.coefficients).map(([name, { value }]) => [name, value]),
  ) as Record<TermName, number>;
  return {
    seconds: point.seconds * Math.exp(mean),
    halfWidth: student90(posterior.degrees) * sd,
    parts: stepTime(resolved, ledger, pass, machineConstants(factorsAt(learnt, resolved))).parts,
  };
}

function byLine(calibration: Calibration, resolved: Resolved, ledger: Ledger, pass: Pass): Calibrated {
  const { parts } = stepTime(resolved, ledger, pass);
  return { ...foretellByLine(calibration, deviceCounts(resolved, ledger, pass)), parts };
}

/** The same parts, so that they sum to `seconds`. */
function scaleParts(parts: readonly TimePart[], seconds: number): TimePart[] {
  const factor = seconds / total(parts.map((part) => part.seconds));
  return parts.map((part) => ({ ...part, seconds: part.seconds * factor }));
}

function notesOf(calibration: Calibration, resolved: Resolved, pass: Pass): Note[] {
  const { runs, form, device, engine } = calibration;
  const message = `the time is calibrated on ${runs} ${runs === 1 ? "run" : "runs"} of ${device} (form ${form})`;
  const notes: Note[] = [{ code: "calibrated", severity: "info", message, path: "calibration" }];
  if (engine !== engineVersion) {
    const old = `the calibration was made by engine ${engine}, this is ${engineVersion}: its model may differ; calibrate again`;
    notes.push({ code: "calibration-engine", severity: "warning", message: old, path: "calibration" });
  }
  // Measured runs stand behind the time now; what facts the device lacks is still worth knowing.
  const own = timeInterval(1, resolved).notes.filter((note) => note.code !== "no-evidence");
  return [...notes, ...outsideDomain(calibration, resolved, pass), ...own];
}
