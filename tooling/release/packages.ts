import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "../root.ts";

/** A package that is published. */
export interface Published {
  readonly name: string;
  readonly folder: string;
  readonly version: string;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  /** What can be imported: subpath → source file; nothing for a program. */
  readonly entries: Readonly<Record<string, string>>;
}

/** Libraries first, each after what it depends on. */
const folders = ["packages/hardware", "packages/core", "packages/client", "apps/cli"];

export const published: readonly Published[] = folders.map((place) => {
  const folder = resolve(root, place);
  const manifest = JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8"));
  const { name, version, peerDependencies } = manifest;
  const exported = Object.entries<string>(manifest.exports);
  const entries = Object.fromEntries(exported.filter(([, file]) => file.endsWith(".ts")));
  return { name, folder, version, peerDependencies, entries };
});

export const libraries: readonly Published[] = published.filter(
  ({ entries }) => Object.keys(entries).length > 0,
);
