/**
 * Fits the two constants of the memory model that nothing counts: what the allocator holds beyond live tensors, as a share of
 * what comes and goes in a step, in eager and in compiled stacks.
 *
 *     node tooling/fit/memory-constants.ts
 *
 * Least mean over groups (source and device) of the mean absolute relative error on validation/memory.csv, on a grid. Prints
 * the best, the errors in sample and of every source with the constants that the others alone give, and each row.
 */

import { pathToFileURL } from "node:url";
import { countParameters, estimateMemory } from "@wallclock/core";
import { outsideAllocator } from "../../packages/core/src/memory/index.ts";
import { errorOf, groupBy, macroMape, mean, type Peak, readPeaks } from "./memory-peaks.ts";

/** The fitted constants, shares of what comes and goes. */
export interface Constants {
  readonly eager: number;
  readonly compiled: number;
}

type Model = (constants: Constants) => number;

/** Predicted over published peak, less 1, as a function of the constants. */
function modelOf({ resolved, bytes, kind }: Peak): Model {
  const { parts } = estimateMemory(resolved, countParameters(resolved.model));
  const part = (name: string): number => parts.find((each) => each.name === name)?.bytes ?? 0;
  const transient = part("activations") + part("logits") + part("communication") + part("workspace");
  const held = part("weights") + part("gradients") + part("optimizer") + transient;
  const outside = outsideAllocator(resolved);
  const capacity = resolved.hardware.device.memoryCapacityBytes ?? Number.POSITIVE_INFINITY;
  const room = Math.max(0, capacity - held - outside);
  const compiled = resolved.software.kernels === "compiled";
  return (constants) => {
    const share = compiled ? constants.compiled : constants.eager;
    const cached = kind === "allocated" ? 0 : Math.min(share * transient, room);
    return (held + cached + (kind === "device" ? outside : 0)) / bytes - 1;
  };
}

/** The constants of the grid with the least macro MAPE; the stage that holds most is that of the shipped constants. */
export function fitConstants(peaks: readonly Peak[]): Constants & { readonly error: number } {
  const models = new Map(peaks.map((peak) => [peak, modelOf(peak)]));
  let best = { eager: 0, compiled: 0, error: Number.POSITIVE_INFINITY };
  for (let i = 0; i <= 60; i++) {
    for (let j = 0; j <= 60; j++) {
      const at = { eager: i * 0.005, compiled: j * 0.005 };
      const error = macroMape(peaks, (peak) => models.get(peak)?.(at) ?? 0);
      if (error < best.error) best = { ...at, error };
    }
  }
  return best;
}

/** Each row's error with the constants fitted without its source. */
export function leftOutErrors(peaks: readonly Peak[]): Map<Peak, number> {
  const errors = new Map<Peak, number>();
  for (const [source, members] of groupBy(peaks, (peak) => peak.source)) {
    const constants = fitConstants(peaks.filter((peak) => peak.source !== source));
    for (const peak of members) errors.set(peak, modelOf(peak)(constants));
  }
  return errors;
}

const percent = (fraction: number): string => `${(100 * fraction).toFixed(2)} %`;

function report(): void {
  const peaks = readPeaks();
  const best = fitConstants(peaks);
  const left = leftOutErrors(peaks);
  const leftOut = (peak: Peak): number => left.get(peak) ?? 0;
  const rows = (error: (peak: Peak) => number): number => mean(peaks.map((peak) => Math.abs(error(peak))));
  console.log(`best: fragmentation ${best.eager.toFixed(3)} eager, ${best.compiled.toFixed(3)} compiled`);
  console.log("mean absolute error     over groups  over rows");
  console.log(
    `best, in sample         ${percent(best.error)}       ${percent(rows((peak) => modelOf(peak)(best)))}`,
  );
  console.log(
    `shipped, in sample      ${percent(macroMape(peaks, errorOf))}       ${percent(rows(errorOf))}`,
  );
  console.log(
    `leave-one-source-out    ${percent(macroMape(peaks, leftOut))}       ${percent(rows(leftOut))}`,
  );
  for (const [group, members] of groupBy(peaks, (peak) => peak.group)) {
    const of = (error: (peak: Peak) => number): string =>
      percent(mean(members.map((p) => Math.abs(error(p)))));
    console.log(
      `${group.padEnd(32)} ${members.length} rows, shipped ${of(errorOf)}, left out ${of(leftOut)}`,
    );
  }
  for (const peak of peaks) {
    const name = `${peak.run.id} ${String(peak.run.source?.row)}`;
    console.log(
      `${name.padEnd(58)} ${(peak.bytes / 1e9).toFixed(1).padStart(6)} GB ${percent(errorOf(peak)).padStart(9)}`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) report();
