import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";

const capture = fileURLToPath(new URL("capture.cjs", import.meta.url));

/**
 * Runs the program once and keeps the code that a file's functions were compiled to, for src/code-cache.ts.
 *
 * @param command what to run: its functions start fast from then on
 */
export function codeCache(name: string, command: readonly string[]): Plugin {
  return {
    name: "code-cache",
    writeBundle({ dir = "dist" }) {
      const directory = join(import.meta.dirname, "..", dir);
      // An empty cache is refused, as one of another Node is, and so replaced.
      writeFileSync(join(directory, `${name}.cache`), "");
      const argv = ["--require", capture, join(directory, "main.js"), ...command];
      const { status, stderr } = spawnSync(process.execPath, argv, { encoding: "utf8" });
      if (status !== 0) this.warn(`the built program fails: ${stderr}`);
    },
  };
}
