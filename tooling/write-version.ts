import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

/** Writes the version of @wallclock/core into its source, after `changeset version` moved it. */
const core = resolve(import.meta.dirname, "../packages/core");
const { version } = JSON.parse(readFileSync(resolve(core, "package.json"), "utf8")) as { version: string };
const file = resolve(core, "src/version.ts");
const source = readFileSync(file, "utf8");
writeFileSync(
  file,
  source.replace(/engineVersion: string = "[^"]*"/, `engineVersion: string = "${version}"`),
);
