import { existsSync } from "node:fs";
import { resolve as path } from "node:path";
import {
  countParameters,
  estimateMemory,
  type Ledger,
  type MachineLookup,
  type MeasuredRun,
  type Resolved,
  type RunLine,
  resolve,
  stepTime,
  type TimePart,
  type Validation,
  validateRuns,
} from "@wallclock/core";
import { readRuns } from "../../../apps/cli/src/measured/read-runs.ts";
import { microBatchLedger } from "../../../packages/core/src/ledger/micro-batch.ts";
import { root } from "../../root.ts";

export type TableName = "evidence" | "independent" | "memory";

/** A part of a prediction, in the model's own words. */
export interface Part {
  readonly name: string;
  /** Seconds, or bytes. */
  readonly amount: number;
  /** What limits it; null of memory. */
  readonly bound: TimePart["bound"] | null;
}

/** A measured run beside what is predicted of it. */
export interface Case {
  readonly table: TableName;
  readonly run: MeasuredRun;
  readonly compared: Validation["runs"][number];
  readonly resolved: Resolved;
  readonly source: string;
  /** Of the predicted time, or of the predicted memory where the table is of peaks. */
  readonly parts: readonly Part[];
  /** FLOPs of the exact ledger over the peak of all devices. */
  readonly flopSeconds: number;
  /** Bytes of the exact ledger over the memory bandwidth of all devices. */
  readonly copySeconds: number;
}

/** A table of `validation/`, predicted. */
export interface EvidenceTable {
  readonly name: TableName;
  readonly reply: Validation;
  readonly cases: readonly Case[];
}

/**
 * Reads and predicts a table of `validation/`; null where the repository has none of that name.
 *
 * @throws Error when a run of it cannot be read or predicted: a shipped table has no such run
 */
export async function readTable(name: TableName): Promise<EvidenceTable | null> {
  const file = path(root, "validation", `${name}.csv`);
  if (!existsSync(file)) return null;
  const { lines, lookUp } = await readRuns([file]);
  const reply = validateRuns(lines, lookUp);
  const [bad] = reply.unpredicted;
  if (bad !== undefined) throw new Error(`validation/${name}.csv: ${bad.id}: ${bad.issues[0]?.message}`);
  const cases = lines.map((line, index) => caseOf(name, line, reply.runs[index], lookUp));
  return { name, reply, cases };
}

function caseOf(
  table: TableName,
  line: RunLine,
  compared: Validation["runs"][number] | undefined,
  lookUp: MachineLookup,
): Case {
  if (!("run" in line) || compared === undefined)
    throw new Error(`validation/${table}.csv: a run is missing`);
  const { run } = line;
  const resolved = resolve(run.scenario, lookUp(run.scenario.hardware));
  const ledger = microBatchLedger(resolved);
  return {
    table,
    run,
    compared,
    resolved,
    source: String(run.source?.name ?? run.group ?? "unnamed"),
    parts: table === "memory" ? memoryParts(resolved) : timeParts(resolved, ledger, run.measured.pass),
    ...idealSeconds(resolved, ledger, run.measured.pass),
  };
}

type Pass = MeasuredRun["measured"]["pass"];

function timeParts(resolved: Resolved, ledger: Ledger, pass: Pass): Part[] {
  const { parts } = stepTime(resolved, ledger, pass);
  return parts.map(({ name, seconds, bound }) => ({ name, amount: seconds, bound }));
}

function memoryParts(resolved: Resolved): Part[] {
  const { parts } = estimateMemory(resolved, countParameters(resolved.model));
  return parts.map(({ name, bytes }) => ({ name, amount: bytes, bound: null }));
}

/** What the exact counts would take at the data sheet's full rates (M3); all devices share the work. */
function idealSeconds(
  { hardware, parallel, training }: Resolved,
  { byPhase }: Ledger,
  pass: Pass,
): Pick<Case, "flopSeconds" | "copySeconds"> {
  const { forward, backward, recompute, optimizer } = byPhase;
  const updates = pass !== "train-step" ? 0 : parallel.sharding === "none" ? parallel.data : 1;
  const of = (key: "flop" | "bytes"): number => {
    const passes = pass === "forward" ? forward[key] : forward[key] + backward[key] + recompute[key];
    return (parallel.data * training.accumulation * passes + updates * optimizer[key]) / hardware.count;
  };
  return {
    flopSeconds: of("flop") / (hardware.device.matmulFlopPerSecond[training.precision].value ?? Number.NaN),
    copySeconds: of("bytes") / (hardware.device.memoryBytesPerSecond ?? Number.NaN),
  };
}

/** Runs whose step time was measured, forward passes left out: what headlines average over. */
export function trained(cases: readonly Case[]): Case[] {
  return cases.filter(({ compared }) => compared.pass !== "forward" && compared.measuredSeconds !== null);
}

/** Runs whose peak memory was measured and is modelled. */
export function withPeak(cases: readonly Case[]): Case[] {
  return cases.filter(({ compared }) => compared.memoryRelativeError !== null);
}
