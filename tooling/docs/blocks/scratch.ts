import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { root } from "../../root.ts";

/** What the commands of pages take for granted: files by the names that pages give them, and where each is from. */
const files: Readonly<Record<string, string>> = {
  "run.json": "examples/logs/base.json",
  "measured.jsonl": "examples/logs/measured.jsonl",
  "mine.jsonl": "examples/logs/measured.jsonl",
  "train.log": "examples/logs/nanogpt.txt",
  "config.json": "examples/llama-3.1-8b.config.json",
};

/** Finished runs of two data sets with the columns that pages ask for. */
function runsCsv(): string {
  const loss = (n: number, d: number) => 1.8 + 480 / n ** 0.35 + 2000 / d ** 0.37;
  const rows = ["c4", "pile"].flatMap((group, g) =>
    [3e7, 1e8, 3e8, 1e9].flatMap((n, i) =>
      [1e9, 4e9, 1.6e10].map((d, j) => {
        const ripple = 1 + 0.004 * Math.sin(5 * i + 3 * j + g);
        return [n, d, (loss(n, d) * ripple + 0.1 * g).toFixed(5), group, 1].join(",");
      }),
    ),
  );
  return ["params,tokens,loss,group,final", ...rows].join("\n");
}

/** A folder to run a page's commands in: its files, `wallclock` on the path, the repository's examples. */
export function makeScratch(): { folder: string; env: NodeJS.ProcessEnv } {
  const folder = mkdtempSync(join(tmpdir(), "wallclock-pages-"));
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const cli = resolve(root, "apps/cli/bin/wallclock.js");
  writeFileSync(join(bin, "wallclock"), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
  chmodSync(join(bin, "wallclock"), 0o755);
  for (const [name, from] of Object.entries(files)) cpSync(resolve(root, from), join(folder, name));
  cpSync(resolve(root, "examples"), join(folder, "examples"), { recursive: true });
  writeFileSync(join(folder, "runs.csv"), runsCsv());
  const runs = readFileSync(resolve(root, "examples/logs/measured.jsonl"), "utf8");
  writeFileSync(join(folder, "runs.jsonl"), runs.replaceAll("8x a100-sxm-80gb", "h100-sxm-80gb"));
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, NO_COLOR: "1", COLUMNS: "80" };
  return { folder, env };
}
