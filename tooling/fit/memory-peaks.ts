/** The published peaks of validation/memory.csv, read and set against the memory model. */

import { readFileSync } from "node:fs";
import {
  countParameters,
  estimateMemory,
  hardwareQuery,
  type MeasuredRun,
  machineOf,
  parseRun,
  resolve,
  scenarioFromLeaves,
} from "@wallclock/core";
import { findMachine } from "@wallclock/hardware";
import { peakReading } from "../../packages/core/src/memory/index.ts";

type Resolved = ReturnType<typeof resolve>;

/** A published peak with its scenario resolved. */
export interface Peak {
  readonly run: MeasuredRun;
  readonly resolved: Resolved;
  readonly bytes: number;
  readonly kind: "device" | "reserved" | "allocated";
  /** Who measured it, and on what: the part of `group` before the bar is left out together. */
  readonly group: string;
  readonly source: string;
}

const table = new URL("../../validation/memory.csv", import.meta.url);

/** Every row of the table; its cells hold neither commas nor quotes. */
export function readPeaks(text: string = readFileSync(table, "utf8")): Peak[] {
  if (text.includes('"')) throw new Error("validation/memory.csv: cells must not be quoted");
  const [header = "", ...lines] = text.trim().split("\n");
  const names = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    if (cells.length !== names.length) throw new Error(`validation/memory.csv: ${line.slice(0, 40)}`);
    return peakOf(Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""])));
  });
}

function peakOf(row: Readonly<Record<string, string>>): Peak {
  const given = Object.entries(row).filter(([, cell]) => cell !== "");
  const leaves = given.flatMap(([name, cell]) =>
    name.startsWith("scenario.") ? [[name.slice("scenario.".length), cell]] : [],
  );
  const run = parseRun({
    id: row.id,
    group: row.group,
    scenario: scenarioFromLeaves(Object.fromEntries(leaves)),
    measured: {
      pass: row["measured.pass"],
      peakBytes: Number(row["measured.peakBytes"]),
      peakKind: row["measured.peakKind"],
    },
    source: { name: row["source.name"], url: row["source.url"], row: row["source.row"] },
  });
  const { name } = hardwareQuery(run.scenario.hardware);
  const found = name === null ? null : findMachine(name);
  const resolved = resolve(run.scenario, machineOf(run.scenario.hardware, found));
  const group = run.group ?? "";
  return {
    run,
    resolved,
    bytes: run.measured.peakBytes ?? 0,
    kind: run.measured.peakKind ?? "device",
    group,
    source: group.split("|")[0] ?? "",
  };
}

/** Predicted over published peak, less 1, as the model is shipped. */
export function errorOf({ resolved, bytes, kind }: Peak): number {
  const estimate = estimateMemory(resolved, countParameters(resolved.model));
  return peakReading(estimate, resolved, kind) / bytes - 1;
}

/** Mean over groups of the mean absolute error of each. */
export function macroMape(peaks: readonly Peak[], error: (peak: Peak) => number): number {
  const groups = groupBy(peaks, ({ group }) => group);
  return mean([...groups.values()].map((members) => mean(members.map((peak) => Math.abs(error(peak))))));
}

/** Members by their key, in the order keys first appear. */
export function groupBy<T>(members: readonly T[], keyOf: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const key = keyOf(member);
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return groups;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
