import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { root } from "../root.ts";

/** A file's text as the formatter leaves it. */
export const formatted = (path: string, text: string): string =>
  execFileSync(resolve(root, "node_modules/.bin/biome"), ["format", `--stdin-file-path=${path}`], {
    cwd: root,
    encoding: "utf8",
    input: text,
  });
