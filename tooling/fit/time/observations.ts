import { readFileSync } from "node:fs";
import { hardwareQuery, machineOf, parseRun } from "@wallclock/core";
import { findMachine } from "@wallclock/hardware";
import { workloadOf } from "../../../packages/core/src/estimate/workload.ts";
import { buildLedger, type Ledger } from "../../../packages/core/src/ledger/index.ts";
import { countParameters } from "../../../packages/core/src/parameters/index.ts";
import { resolve } from "../../../packages/core/src/spec/resolve.ts";
import type { Resolved } from "../../../packages/core/src/spec/resolved.ts";
import type { Pass } from "../../../packages/core/src/time/pass.ts";

/** A measured time and what the time model needs to predict it. */
export interface Observation {
  readonly id: string;
  readonly resolved: Resolved;
  readonly ledger: Ledger;
  readonly pass: Pass;
  readonly seconds: number;
  /** Source | device | precision. */
  readonly group: string;
  /** Groups by what can be left out: each fold is predicted by a fit that has not seen it. */
  readonly chip: string;
  readonly source: string;
  /** The architecture of the device: Ampere, Hopper, CDNA2 … */
  readonly family: string;
}

/** Reads measured runs, JSON Lines in the format that `wallclock validate` reads. */
export function readObservations(file: string): Observation[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => observationOf(JSON.parse(line)))
    .filter((each) => each !== null);
}

function observationOf(json: unknown): Observation | null {
  const { id, scenario, measured, source, group } = parseRun(json);
  if (measured.stepSeconds == null) return null;
  const { name } = hardwareQuery(scenario.hardware);
  const machine = machineOf(scenario.hardware, name === null ? null : findMachine(name));
  const resolved = resolve(scenario, machine);
  const { device } = resolved.hardware;
  return {
    id: id ?? "",
    resolved,
    ledger: buildLedger(resolved.model, workloadOf(resolved), countParameters(resolved.model).total),
    pass: measured.pass,
    seconds: measured.stepSeconds,
    group: group ?? "",
    chip: device.id,
    source: String(source?.name ?? ""),
    family: device.architecture,
  };
}
