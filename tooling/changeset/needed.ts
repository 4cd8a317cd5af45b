import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseChangesetFile } from "@changesets/parse";
import { saysTheSame } from "./same.ts";

/** A package whose users meet a change that no changeset tells of. */
export interface Untold {
  readonly name: string;
  readonly files: readonly string[];
}

/** What ends up with a package's users; the version's own file is written by the release. */
const source = /^((?:packages|apps)\/[^/]+)\/(src\/|bin\/|build\/|package\.json$)/;
const notSource = /\.test\.tsx?$|\/core\/src\/version\.ts$/;

/** The packages changed since a commit that no changeset since then names. One that names none is for changes nobody meets. */
export function untold(root: string, base: string): Untold[] {
  const git = (...argv: readonly string[]) =>
    execFileSync("git", argv, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const lines = (text: string) => text.split("\n").filter((line) => line !== "");
  const textNow = (file: string) =>
    existsSync(resolve(root, file)) ? readFileSync(resolve(root, file), "utf8") : null;
  const isNew = new Set(lines(git("diff", "--name-only", "--no-renames", "--diff-filter=A", base)));
  const untracked = lines(git("ls-files", "--others", "--exclude-standard"));
  for (const file of untracked) isNew.add(file);
  const textThen = (file: string) => (isNew.has(file) ? null : git("show", `${base}:${file}`));

  const changed = [...lines(git("diff", "--name-only", "--no-renames", base)), ...untracked];
  const changesets = changed
    .filter((file) => /^\.changeset\/(?!README)[^/]+\.md$/.test(file))
    .flatMap((file) => textNow(file) ?? []);
  const releases = changesets.map((text) => parseChangesetFile(text).releases);
  if (releases.some((each) => each.length === 0)) return [];
  const told = new Set(releases.flat().map(({ name }) => name));

  const byFolder = Map.groupBy(
    changed.filter(
      (file) =>
        source.test(file) && !notSource.test(file) && !saysTheSame(file, textThen(file), textNow(file)),
    ),
    (file) => source.exec(file)?.[1] ?? "",
  );
  return [...byFolder].flatMap(([folder, files]) => {
    const manifest = textNow(`${folder}/package.json`);
    if (manifest === null) return [];
    const { name, version } = JSON.parse(manifest);
    return told.has(name) || isReleased(`${folder}/package.json`, version) ? [] : [{ name, files }];
  });

  /** A release takes the changesets away and moves the version. */
  function isReleased(file: string, version: string): boolean {
    const then = textThen(file);
    return then !== null && JSON.parse(then).version !== version;
  }
}
