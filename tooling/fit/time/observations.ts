import type { MachineLookup, MeasuredRun } from "@wallclock/core";
import { readRuns } from "../../../apps/cli/src/measured/read-runs.ts";
import type { Ledger } from "../../../packages/core/src/ledger/index.ts";
import { microBatchLedger } from "../../../packages/core/src/ledger/micro-batch.ts";
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

/**
 * Reads measured runs, JSON Lines or CSV, as `wallclock validate` does. Runs without a time, which only have a peak, are left out.
 *
 * @throws Error when a run cannot be read: constants are not fitted on part of a file
 */
export async function readObservations(file: string): Promise<Observation[]> {
  const { lines, lookUp } = await readRuns([file]);
  return lines.flatMap((line) => {
    if (!("run" in line)) throw new Error(`${file}: ${line.id}: ${line.issues[0]?.message}`);
    return observationOf(line.run, lookUp) ?? [];
  });
}

function observationOf(run: MeasuredRun, lookUp: MachineLookup): Observation | null {
  const { id, scenario, measured, source, group } = run;
  if (measured.stepSeconds == null) return null;
  const resolved = resolve(scenario, lookUp(scenario.hardware));
  const { device } = resolved.hardware;
  return {
    id: id ?? "",
    resolved,
    ledger: microBatchLedger(resolved),
    pass: measured.pass,
    seconds: measured.stepSeconds,
    group: group ?? "",
    chip: device.id,
    source: String(source?.name ?? ""),
    family: device.architecture,
  };
}
