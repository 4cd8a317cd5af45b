import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fail } from "@wallclock/core";

/** The measured runs that come with the program, copied beside it by the build. */
export function shippedEvidence(): string {
  const path = fileURLToPath(new URL("evidence.csv", import.meta.url));
  if (existsSync(path)) return path;
  return fail(
    "no_evidence",
    "",
    "this build ships no measured runs",
    "name a file: wallclock validate measured.jsonl",
  );
}

/** The macro MAPE accepted on the shipped runs, a fraction, with the slack it may be exceeded by; null when none is shipped. */
export function acceptedError(): number | null {
  const path = fileURLToPath(new URL("accepted.json", import.meta.url));
  if (!existsSync(path)) return null;
  const { macro, slack } = JSON.parse(readFileSync(path, "utf8")) as {
    macro: { mape: number };
    slack: number;
  };
  return macro.mape + slack;
}
