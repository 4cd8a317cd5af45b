import { existsSync, readdirSync, statSync } from "node:fs";
import { build } from "rolldown";
import { bundle } from "../rolldown.config.ts";

const root = new URL("../../../", import.meta.url);
const sources = [
  "apps/cli/build",
  "apps/cli/src",
  "apps/cli/package.json",
  "apps/cli/rolldown.config.ts",
  "packages/core/src",
  "packages/hardware/src",
  "validation",
];

/** The newest change below a path; 0 when there is none. */
function newest(path: URL): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path).map((name) =>
    newest(new URL(`${path.href.replace(/\/$/, "")}/${encodeURIComponent(name)}`)),
  );
  return Math.max(stats.mtimeMs, ...inside);
}

/**
 * Builds what the tests run, when a source is newer than what is there. Under turbo the build is a task before this one,
 * and others read it meanwhile.
 */
export async function setup(): Promise<void> {
  if (process.env.TURBO_HASH !== undefined) return;
  const built = newest(new URL("apps/cli/dist/main.js", root));
  const changed = Math.max(...sources.map((path) => newest(new URL(path, root))));
  if (built < changed) await build({ ...bundle, logLevel: "warn" });
}
