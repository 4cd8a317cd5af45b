import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** The command line, as it is built. */
export const cli = resolve(import.meta.dirname, "../../../cli/bin/wallclock.js");

/** What a command said and how it ended. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line. */
export function wallclock(argv: readonly string[], input = ""): Promise<Ran> {
  const child = spawn(process.execPath, [cli, ...argv], { env: { ...process.env, NO_COLOR: "1" } });
  const texts = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (chunk: string) => {
      texts[stream] += chunk;
    });
  }
  child.stdin.end(input);
  return new Promise((done) => child.on("close", (status) => done({ status, ...texts })));
}
