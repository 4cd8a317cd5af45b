import { readFileSync } from "node:fs";
import type { BuildOptions } from "rolldown";
import { ascii } from "./build/ascii.ts";
import { codeCache } from "./build/code-cache.ts";
import { deferSchemas } from "./build/defer-schemas.ts";
import { foldLeaves } from "./build/fold-leaves.ts";
import { ink } from "./build/ink.ts";
import { notices } from "./build/notices.ts";
import { oneFile } from "./build/one-file.ts";
import { ship } from "./build/ship.ts";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const command = "estimate --model gpt2-124m --hardware 8xa100 --tokens 10B".split(" ");
const usual = oneFile(
  "estimate",
  ["cli/src/run.ts", "cli/src/commands/estimate.ts", "core/src/spec/leaves/index.ts"],
  /core[\\/]src[\\/](calibrate[\\/](calibrate|candidates|errors|full|lines|measure-next|observe|units)|report[\\/](calibration|fit|fit-chart|fit-tables|plan[a-z-]*)|(fit|plan)[\\/].*|numeric[\\/]least-squares)\.ts$/,
);

/**
 * CommonJS, because Node starts it faster than modules (5 ms of 60), and few files: one that says the version, one for
 * `estimate` and what it shares with other commands, one for each other command and each machine, and one for a thread of `plan`.
 */
export const bundle: BuildOptions = {
  cwd: import.meta.dirname,
  input: { main: "src/main.ts", "plan-worker": "src/plan/worker.ts" },
  platform: "node",
  transform: { define: { "process.env.NODE_ENV": '"production"', VERSION: JSON.stringify(version) } },
  output: {
    dir: "dist",
    format: "cjs",
    minify: true,
    cleanDir: true,
    entryFileNames: "[name].js",
    chunkFileNames: ({ name }) => (["estimate", "mount"].includes(name) ? "[name].js" : "[name]-[hash].js"),
    codeSplitting: { groups: [usual.group] },
  },
  plugins: [
    ink(),
    usual.plugin,
    foldLeaves(),
    deferSchemas(),
    ascii(),
    ship(),
    notices(),
    codeCache("mount", ["dash", "--fresh", "--theme", "dark"]),
    codeCache("estimate", command),
  ],
};

export default bundle;
