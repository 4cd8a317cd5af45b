import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "rolldown";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

/** Puts the licences of the packages whose code the program carries beside it. */
export function notices(): Plugin {
  return {
    name: "notices",
    generateBundle(_options, files) {
      const modules = Object.values(files).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
      this.emitFile({ type: "asset", fileName: "THIRD-PARTY.txt", source: noticesOf(modules) });
    },
  };
}

function noticesOf(modules: readonly string[]): string {
  const folders = new Set(modules.filter((id) => id.includes("node_modules")).map(packageFolder));
  const notes = new Set([...folders].map(notice));
  return ["This program carries code of these packages.\n", ...[...notes].sort()].join(
    `\n${"-".repeat(80)}\n\n`,
  );
}

/** The nearest folder above a file with a package.json that has a name and a version. */
function packageFolder(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const path = join(folder, "package.json");
    if (existsSync(path) && manifestOf(folder).version !== undefined) return folder;
    if (folder === dirname(folder)) throw new Error(`${file} belongs to no package`);
  }
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

function notice(folder: string): string {
  const manifest = manifestOf(folder);
  const { name, version, license } = manifest;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? holder(manifest) : readFileSync(join(folder, file), "utf8");
  return `${name} ${version}, ${license ?? "no licence"}\n\n${text.trim().replaceAll("\r\n", "\n")}\n`;
}

/** For a package that ships no text of its licence: whose it is, and where the text stands. */
function holder({ name, license, author }: Manifest): string {
  const who = typeof author === "string" ? author : author?.name;
  if (who === undefined) throw new Error(`${name} has neither the text of its licence nor an author`);
  return `Copyright (c) ${who}. Text: https://spdx.org/licenses/${license}.html`;
}
