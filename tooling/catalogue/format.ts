import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** A file's text as the formatter leaves it. */
export const formatted = (path: string, text: string): string =>
  execFileSync(resolve(root, "node_modules/.bin/biome"), ["format", `--stdin-file-path=${path}`], {
    cwd: root,
    encoding: "utf8",
    input: text,
  });
