import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fail } from "@wallclock/core";

/** A table of measured runs that comes with the program, copied beside it by the build. */
export interface ShippedTable {
  /** `evidence`: step times that the constants were fitted on; `independent`: others; `memory`: peaks. */
  readonly name: keyof typeof tables;
  readonly title: string;
  readonly file: string;
  /** The macro MAPE accepted on it (of peaks for `memory`), a fraction, slack included; null when none is. */
  readonly tolerance: number | null;
}

const tables = {
  evidence: "RUNS THAT THE CONSTANTS WERE FITTED ON",
  independent: "RUNS THAT THE CONSTANTS WERE NOT FITTED ON",
  memory: "MEASURED PEAKS OF MEMORY",
} as const;

/**
 * The tables of this build.
 *
 * @throws UserError `no_evidence` when it ships none
 */
export function shippedTables(): ShippedTable[] {
  const accepted = acceptedErrors();
  const shipped = (Object.keys(tables) as (keyof typeof tables)[]).flatMap((name) => {
    const file = beside(`${name}.csv`);
    if (!existsSync(file)) return [];
    const mape = accepted[name]?.[name === "memory" ? "peakBytesMacroMape" : "stepSecondsMacroMape"];
    const tolerance = mape === undefined ? null : mape + accepted.slack;
    return [{ name, title: tables[name], file, tolerance }];
  });
  if (shipped.length > 0) return shipped;
  return fail(
    "no_evidence",
    "",
    "this build ships no measured runs",
    "name a file: wallclock validate measured.jsonl",
  );
}

/** What `validation/accepted.json` says: fractions. */
interface Accepted {
  readonly slack: number;
  readonly evidence?: AcceptedError;
  readonly independent?: AcceptedError;
  readonly memory?: AcceptedError;
}

interface AcceptedError {
  readonly stepSecondsMacroMape?: number;
  readonly peakBytesMacroMape?: number;
}

function acceptedErrors(): Accepted {
  const file = beside("accepted.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Accepted) : { slack: 0 };
}

function beside(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
