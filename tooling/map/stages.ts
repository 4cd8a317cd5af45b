import { type Graph, graphOf } from "./graph.ts";
import type { Import } from "./imports.ts";

/** What every calculation of a run may use: its errors, numbers and spec, and what is counted of it. */
const counted = ["errors", "numeric", "spec", "parameters", "ledger"] as const;

/** Stages of core in the order data flows; a stage imports only what stands before it in its own list. */
export const mayImport: Record<string, readonly string[]> = {
  errors: [],
  numeric: ["errors"],
  spec: ["errors", "numeric", "ledger/workload.ts", "loss/law.ts", "calibrate/calibration.ts"],
  parameters: ["errors", "numeric", "spec"],
  ledger: ["errors", "numeric", "spec", "parameters"],
  memory: counted,
  loss: ["errors", "numeric", "spec"],
  fit: ["errors", "numeric", "loss", "version.ts"],
  cost: ["errors", "numeric", "spec"],
  time: counted,
  calibrate: [...counted, "memory", "time", "validate/measured-run.ts", "version.ts"],
  estimate: [
    ...counted,
    "memory",
    "loss",
    "cost",
    "time",
    "calibrate/apply.ts",
    "serialize.ts",
    "version.ts",
  ],
  validate: [
    ...counted,
    "memory",
    "time",
    "calibrate/apply.ts",
    "calibrate/calibration.ts",
    "estimate",
    "version.ts",
  ],
  plan: [...counted, "memory", "loss", "cost", "time", "calibrate", "estimate", "serialize.ts", "version.ts"],
  report: [...counted, "estimate", "validate", "loss", "time/part.ts", "calibrate", "fit", "plan"],
};

const core = "packages/core/src/";

/**
 * What of core runs what, by stage. Arrows within a folder are left out (Biome finds cycles of files), and so are types.
 * Where a rule names a file, that file is a stage of its own.
 */
export function stages(imports: readonly Import[]): Graph {
  const running = imports.filter(
    ({ file, target, isType }) =>
      !isType && file.startsWith(core) && file !== index && folderOf(file) !== folderOf(target),
  );
  return graphOf(running, (place) => (place.startsWith(core) ? stageOf(place) : null));
}

const index = `${core}index.ts`;

const folderOf = (file: string): string => file.slice(0, file.indexOf("/", core.length));

/** Where a file of core belongs: its folder, or itself where a rule names it on its own or it is in no folder. */
function stageOf(file: string): string {
  const place = file.slice(core.length);
  const isNamed = Object.values(mayImport).some((allowed) => allowed.includes(place));
  return isNamed || !place.includes("/") ? place.replace(/\.ts$/, "") : place.slice(0, place.indexOf("/"));
}
