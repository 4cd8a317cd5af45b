import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { libraries } from "../release/packages.ts";
import { root } from "../root.ts";

/** Writes the declarations of every library as they are published, into its dist. */
export function emitDeclarations(): void {
  const tsc = resolve(root, "node_modules/typescript/bin/tsc");
  for (const { folder } of libraries)
    execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: folder, stdio: "pipe" });
}
