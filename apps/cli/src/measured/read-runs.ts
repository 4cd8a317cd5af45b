import {
  hardwareQuery,
  issue,
  type MachineLookup,
  machineOf,
  parseRun,
  type RunLine,
  UserError,
} from "@wallclock/core";
import { originOf, readText } from "../io/input.ts";
import { parseJson } from "../io/json.ts";
import { isObject } from "../io/json-file.ts";
import { longestLine, readLines } from "../io/lines.ts";
import { machineFor } from "../machine.ts";

type Machine = ReturnType<typeof machineOf>;

/** Measured runs, and the machines that they name. */
export interface Runs {
  readonly lines: readonly RunLine[];
  readonly lookUp: MachineLookup;
}

/** Reads files of measured runs: CSV by its name, else one JSON object a line. A bad line is kept as its issues. */
export async function readRuns(files: readonly string[]): Promise<Runs> {
  const lines: RunLine[] = [];
  const machines = new Map<string, Machine>();
  for (const file of files) {
    const inputs = file.toLowerCase().endsWith(".csv") ? csvRuns(file) : jsonRuns(file);
    for await (const { id, read } of inputs) lines.push(await lineOf(id, read, machines));
  }
  if (lines.length === 0)
    throw new UserError([issue("no_runs", "", `no measured run in ${files.map(originOf).join(", ")}`)]);
  return { lines, lookUp: (ref) => machines.get(hardwareQuery(ref).name ?? "") ?? machineOf(ref, null) };
}

interface RunInput {
  readonly id: string | null;
  readonly read: () => Promise<unknown>;
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
    yield { id: null, read: () => runOf(text, `line ${number} of ${originOf(file)}`) };
  }
}

async function runOf(text: string | null, origin: string): Promise<unknown> {
  if (text !== null) return parseJson(text, origin);
  throw new UserError([issue("line_too_long", "", `${origin} is longer than ${longestLine / 2 ** 20} MiB`)]);
}

async function* csvRuns(file: string): AsyncGenerator<RunInput> {
  const { runsOfCsv } = await import("./csv-runs.ts");
  yield* runsOfCsv(await readText(file), originOf(file));
}
