import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fail } from "@wallclock/core";

/** A table of measured step times that comes with the program, copied beside it by the build. */
export interface ShippedTable {
  /** `evidence`: runs that the constants were fitted on; `independent`: runs that they never saw. */
  readonly name: "evidence" | "independent";
  readonly title: string;
  readonly file: string;
  /** The macro MAPE accepted on it, a fraction, slack included; null when none is. */
  readonly tolerance: number | null;
}

const tables = {
  evidence: "RUNS THAT THE CONSTANTS WERE FITTED ON",
  independent: "RUNS THAT THE CONSTANTS NEVER SAW",
} as const;

/**
 * The step-time tables of this build.
 *
 * @throws UserError `no_evidence` when it ships none
 */
export function shippedTables(): ShippedTable[] {
  const accepted = acceptedErrors();
  const shipped = (Object.keys(tables) as (keyof typeof tables)[]).flatMap((name) => {
    const file = beside(`${name}.csv`);
    if (!existsSync(file)) return [];
    const mape = accepted[name]?.stepSecondsMacroMape;
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
  readonly evidence?: { readonly stepSecondsMacroMape: number };
  readonly independent?: { readonly stepSecondsMacroMape: number };
}

function acceptedErrors(): Accepted {
  const file = beside("accepted.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Accepted) : { slack: 0 };
}

function beside(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
