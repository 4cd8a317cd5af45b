import { existsSync } from "node:fs";
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
