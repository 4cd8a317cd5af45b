/** Writes the public surface of every library as it is now: node tooling/surface/write.ts */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { libraries } from "../release/packages.ts";
import { emitDeclarations } from "./declarations.ts";
import { entriesOf, reportOf } from "./report.ts";

emitDeclarations();
for (const entry of libraries.flatMap(entriesOf)) {
  mkdirSync(dirname(entry.report), { recursive: true });
  writeFileSync(entry.report, reportOf(entry));
}
