import {
  hardwareQuery,
  issue,
  type MachineLookup,
  machineOf,
  parseRun,
  type RunLine,
  readJson,
  UserError,
} from "@wallclock/core";
import type { Machine } from "@wallclock/hardware/schema";
import { originOf, readText } from "../io/input.ts";
import { isObject } from "../io/json-file.ts";
import { longestLine, readLines } from "../io/lines.ts";
import { machineFor } from "../machine.ts";
import type { RunInput } from "./run-input.ts";

/** Measured runs, and the machines that they name. */
export interface Runs {
  readonly lines: readonly RunLine[];
  /** What messages call each line. */
  readonly origins: readonly string[];
  readonly lookUp: MachineLookup;
}

/** Reads files of measured runs: CSV by its name, else one JSON object a line. A bad line is kept as its issues. */
export async function readRuns(files: readonly string[]): Promise<Runs> {
  async function* inputs(): AsyncGenerator<RunInput> {
    for (const file of files) {
      yield* file.toLowerCase().endsWith(".csv") ? csvRuns(file) : jsonRuns(file);
    }
  }
  const runs = await collectRuns(inputs());
  if (runs.lines.length === 0)
    throw new UserError([issue("no_runs", "", `no measured run in ${files.map(originOf).join(", ")}`)]);
  return runs;
}

/** Reads runs and the machines that they name. */
export async function collectRuns(inputs: AsyncIterable<RunInput> | Iterable<RunInput>): Promise<Runs> {
  const lines: RunLine[] = [];
  const origins: string[] = [];
  const machines = new Map<string, Machine>();
  for await (const { id, origin, read } of inputs) {
    lines.push(await lineOf(id, read, machines));
    origins.push(origin);
  }
  const lookUp: MachineLookup = (ref) => machines.get(hardwareQuery(ref).name ?? "") ?? machineOf(ref, null);
  return { lines, origins, lookUp };
}

async function lineOf(
  id: string | null,
  read: RunInput["read"],
  machines: Map<string, Machine>,
): Promise<RunLine> {
  let name = id;
  try {
    const value = await read();
    if (isObject(value) && typeof value.id === "string") name = value.id;
    const run = parseRun(value);
    const { hardware } = run.scenario;
    const { name: machine } = hardwareQuery(hardware);
    if (machine !== null) machines.set(machine, await machineFor(hardware));
    return { run };
  } catch (error) {
    if (error instanceof UserError) return { id: name, issues: error.issues };
    throw error;
  }
}

async function* jsonRuns(file: string): AsyncGenerator<RunInput> {
  for await (const { number, text } of readLines(file)) {
    if (text?.trim() === "") continue;
    const origin = `line ${number} of ${originOf(file)}`;
    yield { id: null, origin, read: () => jsonRun(text, origin) };
  }
}

async function jsonRun(text: string | null, origin: string): Promise<unknown> {
  if (text !== null) return readJson(text, origin, true);
  throw new UserError([issue("line_too_long", "", `${origin} is longer than ${longestLine / 2 ** 20} MiB`)]);
}

async function* csvRuns(file: string): AsyncGenerator<RunInput> {
  const { runsOfCsv } = await import("./csv-runs.ts");
  yield* runsOfCsv(await readText(file), originOf(file));
}
