import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TimeConstants, timeConstants } from "../../../packages/core/src/time/constants.ts";
import { logErrors } from "../time/objective.ts";
import type { Observation } from "../time/observations.ts";
import { prior } from "../time/prior.ts";
import { fitConstants } from "../time/solve.ts";

/** Constants fitted without each source, for a machine nobody has seen; kept in the temporary directory, as fits take a while. */
export function constantsWithout(runs: readonly Observation[]): (source: string) => TimeConstants {
  const folder = join(tmpdir(), "wallclock-calibration-folds");
  mkdirSync(folder, { recursive: true });
  const fits = new Map<string, TimeConstants>();
  for (const source of new Set(runs.map((run) => run.source))) {
    const others = runs.filter((run) => run.source !== source);
    const key = createHash("sha256")
      .update(
        JSON.stringify([timeConstants, prior, others.map(({ id }) => id), logErrors(timeConstants, others)]),
      )
      .digest("hex");
    const file = join(folder, `${key.slice(0, 24)}.json`);
    const known = existsSync(file);
    const fit: TimeConstants = known
      ? JSON.parse(readFileSync(file, "utf8"))
      : fitConstants(others, prior, timeConstants);
    if (!known) writeFileSync(file, JSON.stringify(fit));
    fits.set(source, fit);
  }
  return (source) => fits.get(source)!;
}
