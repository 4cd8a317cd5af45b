import { fail, type Issue, type Note, UserError } from "../errors/issue.ts";
import { microBatchLedger } from "../ledger/micro-batch.ts";
import { quantile } from "../numeric/quantile.ts";
import type { MachineLookup } from "../spec/machine.ts";
import { resolve } from "../spec/resolve.ts";
import type { MachineLike } from "../spec/resolve-hardware.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { Scenario } from "../spec/scenario.ts";
import { type Baselines, baselinesOf } from "../time/baselines.ts";
import type { Pass } from "../time/pass.ts";
import type { MeasuredRun } from "../validate/measured-run.ts";
import { type DeviceCounts, deviceCounts } from "./counts.ts";
import { checkTime } from "./measured-time.ts";
import { type ModelledPoint, pointOf } from "./point.ts";

/** A measured scenario of the machine: what was timed, and all that the forms ask of it. */
export interface Observation {
  /** What messages call it: its line, or its place among the runs and its id. */
  readonly origin: string;
  readonly scenario: Scenario;
  readonly machine: MachineLike;
  readonly resolved: Resolved;
  readonly pass: Pass;
  readonly seconds: number;
  readonly point: ModelledPoint;
  readonly counts: DeviceCounts;
  readonly baselines: Baselines;
}

/** Runs as given, ready to fit: each scenario once, all of one device. */
export interface Observations {
  readonly device: string;
  readonly rows: readonly Observation[];
  readonly notes: readonly Note[];
}

/**
 * Checks measured runs and joins those of the same scenario into their median.
 *
 * @param origins what messages call each run, e.g. `line 3 of runs.jsonl`; by default its place and id
 * @throws UserError `no_runs`, `no_times`, `bad_time`, `absurd_time`, `mixed_devices`, `too_many_runs`, and those of the scenarios
 */
export function observe(
  runs: readonly MeasuredRun[],
  lookup: MachineLookup,
  origins: readonly string[] = [],
): Observations {
  if (runs.length === 0)
    fail("no_runs", "", "there is no measured run to calibrate on", "at least 1 is needed");
  const named = runs.map((run, index) => ({ run, origin: origins[index] ?? nameOf(run, index) }));
  const timed = named.filter(({ run }) => run.measured.stepSeconds != null);
  if (timed.length === 0) {
    fail(
      "no_times",
      "measured.stepSeconds",
      "none of the runs has measured.stepSeconds",
      "give the seconds of a step",
    );
  }
  const issues: Issue[] = [];
  const seen = timed.flatMap(({ run, origin }) => {
    try {
      return [observationOf(run, origin, lookup)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      issues.push(...error.issues.map((each) => ({ ...each, message: prefixed(origin, each.message) })));
      return [];
    }
  });
  if (issues.length > 0) throw new UserError(issues);
  const device = requireOneDevice(seen);
  const merged = merge(seen);
  requireFew(merged.rows.length);
  const notes = [...untimedNotes(runs.length - timed.length), ...profileNotes(seen), ...merged.notes];
  return { device, rows: merged.rows, notes };
}

/** The time of a calibration grows with the cube of the scenarios: a thousand take some 20 s. */
const mostScenarios = 1000;

function requireFew(scenarios: number): void {
  if (scenarios <= mostScenarios) return;
  const message = `the runs are of ${scenarios} different scenarios, and a calibration takes ${mostScenarios} at most`;
  fail("too_many_runs", "", message, "a few hundred at random tell as much: shuf -n 300 runs.jsonl");
}

function nameOf({ id }: MeasuredRun, index: number): string {
  return id == null ? `run ${index + 1}` : `run ${index + 1} (${id.slice(0, 40)})`;
}

function prefixed(origin: string, message: string): string {
  return message.startsWith(origin) ? message : `${origin}: ${message}`;
}

function observationOf(
  { scenario, measured }: MeasuredRun,
  origin: string,
  lookup: MachineLookup,
): Observation {
  const machine = lookup(scenario.hardware);
  const resolved = resolve(scenario, machine);
  const ledger = microBatchLedger(resolved);
  const { pass } = measured;
  const point = pointOf(resolved, pass, ledger);
  const seconds = checkTime(measured.stepSeconds ?? Number.NaN, {
    origin,
    resolved,
    modelSeconds: point.seconds,
  });
  const counts = deviceCounts(resolved, ledger, pass);
  const baselines = baselinesOf(resolved, ledger, pass);
  return { origin, scenario, machine, resolved, pass, seconds, point, counts, baselines };
}

function requireOneDevice(rows: readonly Observation[]): string {
  const first = new Map<string, string>();
  for (const { origin, resolved } of rows) {
    const { id } = resolved.hardware.device;
    if (!first.has(id)) first.set(id, origin);
  }
  const [device] = first.keys();
  if (first.size > 1) {
    const list = [...first].slice(0, 4).map(([id, origin]) => `${id} (${origin})`);
    fail(
      "mixed_devices",
      "hardware",
      `the runs are of ${first.size} devices: ${list.join(", ")}${first.size > 4 ? " …" : ""}; a calibration is of one`,
      "one file for each device",
    );
  }
  return device!;
}

/** A profile in the runs themselves may change under the same id, and with it what their times are compared with. */
function profileNotes(rows: readonly Observation[]): Note[] {
  const profiles = new Map(
    rows.map(({ origin, resolved }) => [JSON.stringify(resolved.hardware.device), origin]),
  );
  if (profiles.size === 1) return [];
  const [first, second] = [...profiles.values()];
  const message = `the runs have ${profiles.size} different profiles of the same id (${first}, ${second}): their times are compared with different rates; give all the same`;
  return [{ code: "profiles-differ", severity: "warning", message }];
}

/** What decides a step's time: two runs that agree in it measured the same thing. */
export function timeKey({ model, training, software, parallel, hardware }: Resolved, pass: Pass): string {
  const { tokens, uniqueTokens, bytesPerToken, criticalBatchTokens, overheadShare, ...step } = training;
  const { device, usdPerDeviceHour, ...place } = hardware;
  return JSON.stringify([pass, device.id, model, step, software, parallel, place]);
}

/** The same scenario twice is one measurement, made more than once: its median. */
function merge(seen: readonly Observation[]): { rows: Observation[]; notes: Note[] } {
  const same = new Map<string, Observation[]>();
  for (const row of seen) {
    const key = timeKey(row.resolved, row.pass);
    same.set(key, [...(same.get(key) ?? []), row]);
  }
  const groups = [...same.values()];
  const rows = groups.map((group) => {
    const seconds =
      quantile(
        group.map((row) => row.seconds),
        0.5,
      ) ?? group[0]!.seconds;
    return { ...group[0]!, seconds };
  });
  const repeated = groups.filter((group) => group.length > 1);
  if (repeated.length === 0) return { rows, notes: [] };
  const [widest, ratio] = repeated
    .map((group) => [group, ratioOf(group)] as const)
    .sort((a, b) => b[1] - a[1])[0]!;
  const message = `${seen.length} runs are of ${rows.length} ${rows.length === 1 ? "scenario" : "scenarios"}: each counts once, with its median time; the widest apart are ${widest[0]!.origin} and its repeats, by ${((ratio - 1) * 100).toFixed(1)} %`;
  return {
    rows,
    notes: [{ code: "runs-merged", severity: ratio > tooFarApart ? "warning" : "info", message }],
  };
}

/** Repeats further apart than this are rarely the same thing measured twice. */
const tooFarApart = 1.2;

function ratioOf(group: readonly Observation[]): number {
  const times = group.map((row) => row.seconds);
  return Math.max(...times) / Math.min(...times);
}

function untimedNotes(count: number): Note[] {
  if (count === 0) return [];
  const message = `${count} ${count === 1 ? "run has" : "runs have"} no measured.stepSeconds and ${count === 1 ? "is" : "are"} left out`;
  return [{ code: "runs-untimed", severity: "warning", message }];
}
