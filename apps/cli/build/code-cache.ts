import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "rolldown";

/** The program is done in a second or two. */
const mostMs = 60_000;
const capture = fileURLToPath(new URL("capture.cjs", import.meta.url));

const terminal = fileURLToPath(new URL("terminal.cjs", import.meta.url));

/**
 * Runs the program once and keeps the code that a file's functions were compiled to, for src/code-cache.ts.
 *
 * @param command what to run: its functions start fast from then on
 */
export function codeCache(name: string, command: readonly string[]): Plugin {
  const own = command[0] === "dash" ? ["--require", terminal] : [];
  return {
    name: "code-cache",
    writeBundle({ dir = "dist" }) {
      const directory = join(import.meta.dirname, "..", dir);
      // An empty cache is refused, as one of another Node is, and so replaced.
      writeFileSync(join(directory, `${name}.cache`), "");
      const argv = ["--require", capture, ...own, join(directory, "main.js"), ...command];
      // Nothing of the builder's own home is read or written.
      const { CI: _, ...inherited } = process.env;
      const env = { ...inherited, XDG_STATE_HOME: "/dev/null", TERM: "xterm-256color" };
      const { status, stderr } = spawnSync(process.execPath, argv, {
        encoding: "utf8",
        stdio: ["ignore", "ignore", "pipe"],
        env,
        timeout: mostMs,
      });
      if (status !== 0) this.warn(`the built program fails: ${stderr}`);
    },
  };
}
