import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** The built program. */
export const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly input?: string | Buffer | undefined;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built program with pipes for all three streams. */
export function wallclock(argv: readonly string[], { input, cwd, env }: Surroundings = {}): Promise<Ran> {
  const { COLUMNS: _c, FORCE_COLOR: _f, NO_COLOR: _n, ...inherited } = process.env;
  const child = spawn(process.execPath, [main, ...argv], { cwd, env: { ...inherited, ...env } });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  child.stdin.on("error", () => undefined);
  child.stdin.end(input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
  });
}

const directories: string[] = [];

// Not when a test finishes: among tests that run at once, which of them is asking cannot be known.
afterAll(() => {
  for (const path of directories) rmSync(path, { recursive: true, force: true });
});

/** A directory of its own with these files in it, gone after the tests of the file. */
export function directoryWith(files: Readonly<Record<string, string | Buffer>>): string {
  const path = mkdtempSync(join(tmpdir(), "wallclock-"));
  directories.push(path);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}
