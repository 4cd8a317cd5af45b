import { fail, readJson, resolve } from "@wallclock/core";
import papaparse from "papaparse";
import { originOf, readText } from "../io/input.ts";
import { isObject } from "../io/json-file.ts";
import { machineFor } from "../machine.ts";
import { scenarioFrom } from "../plain.ts";
import { type Overrides, withLeaves } from "../scenario.ts";
import { runsOfCsv } from "./csv-runs.ts";
import { csvLog } from "./logs/csv-log.ts";
import type { LoggedRun, Timing } from "./logs/log.ts";
import { textLog } from "./logs/text-log.ts";
import { isTrainerState, trainerState } from "./logs/trainer-state.ts";
import { collectRuns, type Runs } from "./read-runs.ts";
import type { RunInput } from "./run-input.ts";

/** What a file does not say of the scenario: `--scenario`, and flags over it. */
export interface Base {
  readonly scenario: Record<string, unknown>;
  readonly overrides: Overrides;
}

/** Measured runs of a file, and what of it was not read. */
export interface Measurements extends Runs {
  readonly remarks: readonly string[];
}

/**
 * Measured runs of a file, whatever it is: our own JSONL or CSV, or a log as trainers write them, recognized by what it
 * holds.
 *
 * @throws UserError `log_unknown` for a text that is none of them
 */
export async function readMeasurements(file: string, base: Base): Promise<Measurements> {
  const text = (await readText(file)).replace(/^\ufeff/, "");
  if (text.trim() === "") fail("no_runs", "", `${originOf(file)} is empty`);
  const remarks: string[] = [];
  const inputs = inputsOf(text, originOf(file), base, (remark) => remarks.push(remark));
  const runs = await collectRuns(inputs);
  if (runs.lines.length === 0) {
    fail("no_runs", "", `no measured run in ${originOf(file)}`, remarks[0] ?? null);
  }
  return { ...runs, remarks };
}

function inputsOf(text: string, origin: string, base: Base, remark: (text: string) => void): RunInput[] {
  if (/^\s*(\{|\[\s*[{\]])/.test(text)) {
    const whole = wholeJson(text);
    if (isTrainerState(whole)) return [loggedInput(trainerState(whole, origin), base)];
    return Array.isArray(whole) ? arrayInputs(whole, origin, base) : lineInputs(text, origin, base);
  }
  const log = textLog(text, origin);
  if (log !== null) return [loggedInput(log, base)];
  const { data, errors, meta } = papaparse.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: "greedy",
  });
  const columns = meta.fields ?? [];
  if (columns.includes("measured.pass")) {
    return [...runsOfCsv(text, origin)].map((input) => ({ ...input, read: () => laidOver(input, base) }));
  }
  if (columns.length < 2) {
    fail(
      "log_unknown",
      "",
      `${origin} is no file of measured runs and no log that is known`,
      "JSONL, CSV, trainer_state.json, or a log of torchtitan, nanoGPT or llm.c",
    );
  }
  const broken = errors.find(({ row }) => row !== undefined);
  if (broken !== undefined) fail("csv_row", "", `row ${broken.row! + 1} of ${origin}: ${broken.message}`);
  const { runs, remarks } = csvLog(data, columns, origin);
  remarks.forEach(remark);
  return runs.map((run) => loggedInput(run, base));
}

/** The text as one JSON value; undefined when it is several lines of JSON, or none. */
function wholeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function lineInputs(text: string, origin: string, base: Base): RunInput[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const place = `line ${index + 1} of ${origin}`;
    return [{ id: null, origin: place, read: () => underlaid(readJson(line, place, true), base) }];
  });
}

function arrayInputs(runs: readonly unknown[], origin: string, base: Base): RunInput[] {
  return runs.map((run, index) => ({
    id: null,
    origin: `run ${index + 1} of ${origin}`,
    read: () => underlaid(run, base),
  }));
}

async function laidOver({ read }: RunInput, base: Base): Promise<unknown> {
  return underlaid(await read(), base);
}

/**
 * A run whose scenario stands as it is, with the base for parts that it leaves out whole: half a `training` is not
 * filled up, as what it leaves out has its own meaning there.
 */
async function underlaid(run: unknown, { scenario, overrides }: Base): Promise<unknown> {
  if (!isObject(run) || !isObject(run.scenario)) return run;
  const based = await withLeaves({ ...scenario, ...overrides.parts }, overrides.leaves);
  return { ...run, scenario: { ...based, ...run.scenario } };
}

function loggedInput(run: LoggedRun, base: Base): RunInput {
  return { id: run.id, origin: run.origin, read: () => measuredOf(run, base) };
}

/** A logged run as a measured one: tokens a second need the tokens of a step, which the scenario says. */
async function measuredOf(run: LoggedRun, { scenario: given, overrides }: Base): Promise<unknown> {
  const said = await withLeaves({ ...given, ...overrides.parts }, { ...overrides.leaves, ...run.leaves });
  const hints = Object.entries(run.hints ?? {}).filter(([path]) => !isSaid(said, path));
  const scenario = await withLeaves(said, Object.fromEntries(hints));
  for (const part of ["model", "hardware"]) {
    if (scenario[part] !== undefined) continue;
    fail(
      "log_without_scenario",
      part,
      `${run.origin} does not say the ${part}`,
      `--scenario BASE.json, or --${part}`,
    );
  }
  const stepSeconds = run.timing.stepSeconds ?? (await secondsOf(run.timing, scenario));
  return { id: run.id, scenario, measured: { pass: "train-step", stepSeconds, replicas: run.steps } };
}

function isSaid(scenario: Record<string, unknown>, path: string): boolean {
  let at: unknown = scenario;
  for (const key of path.split(".")) at = isObject(at) ? at[key] : undefined;
  return at !== undefined;
}

async function secondsOf(timing: Timing, input: Record<string, unknown>): Promise<number> {
  const scenario = scenarioFrom(input);
  const { training, hardware } = resolve(scenario, await machineFor(scenario.hardware));
  const tokens = training.globalBatchSequences * training.contextLength;
  const rate = timing.tokensPerSecond ?? (timing.tokensPerSecondPerDevice ?? 0) * hardware.count;
  return tokens / rate;
}
