import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "../../root.ts";
import type { NotRun } from "./lines.ts";

const read = (file: string): string => readFileSync(resolve(root, file), "utf8");

/** Folder of the package that `--filter NAME` names. */
function folderOf(filter: string): string {
  const name = filter.replace(/^@wallclock\//, "");
  const folders = [".", "packages/core", "packages/hardware", "packages/client", "apps/cli", "apps/edge"];
  const found = folders.find((folder) =>
    (JSON.parse(read(`${folder}/package.json`)).name as string).endsWith(name),
  );
  if (found === undefined) throw new Error(`no package ${filter}`);
  return found;
}

/** What pnpm does itself, without a script. */
const builtin = new Set(["install", "exec", "add", "audit", "start", "test"]);

function scriptFault(command: string): string | null {
  const filter = /--filter (\S+)/.exec(command)?.[1];
  const folder = filter === undefined ? "." : folderOf(filter);
  const rest = command
    .replace(/^npx -y pnpm@12 |^pnpm /, "")
    .replace(/--filter \S+ /, "")
    .replace(/^run /, "");
  const script = rest.split(" ")[0] ?? "";
  const scripts = JSON.parse(read(`${folder}/package.json`)).scripts as Record<string, string>;
  return builtin.has(script) || script in scripts ? null : `${folder}/package.json has no script ${script}`;
}

function flagsFault(command: string, known: string): string | null {
  const unknown = [...command.matchAll(/ (--[a-z][a-z-]*)/g)].find(([, flag = ""]) => !known.includes(flag));
  return unknown === undefined ? null : `nothing knows ${unknown[1]}`;
}

/** What is wrong with a command that is not run; null where nothing can be told. */
export function faultOf(command: string, { check }: NotRun, help: (name: string) => string): string | null {
  if (check === "script") return scriptFault(command);
  if (check === "option") return flagsFault(command, read("tooling/measure/measure.py"));
  if (check === "flags") return flagsFault(command, help(command.split(" ")[1] ?? ""));
  return null;
}
