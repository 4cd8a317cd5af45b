import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, test } from "vitest";
import { tarballOf } from "./pack.ts";
import { libraries, type Published, published } from "./packages.ts";

const filesIn = (each: Published): string[] =>
  execFileSync("tar", ["-tzf", tarballOf(each)], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((file) => file.replace("package/", ""))
    .sort();

const manifestIn = (each: Published) =>
  JSON.parse(execFileSync("tar", ["-xzOf", tarballOf(each), "package/package.json"], { encoding: "utf8" }));

test.each(libraries)(
  "the tarball of $name holds its build, README, changelog and licence, no more",
  (each) => {
    const files = filesIn(each);
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
    const others = files.filter((file) => !/^dist\/.*(?<!\.test)(\.js|\.d\.ts)$/.test(file));
    expect(others).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "package.json"]);
  },
);

test("the program's tarball holds the licences of the packages in it and the runs it is held against", () => {
  const files = filesIn(published.find(({ name }) => name === "wallclock")!);
  const needed = ["LICENSE", "README.md", "bin/wallclock.js", "dist/THIRD-PARTY.txt", "dist/evidence.csv"];
  expect(files).toEqual(expect.arrayContaining(needed));
  expect(files.filter((file) => /^(src|test|build|bench|node_modules)\/|\.map$|\.ts$/.test(file))).toEqual(
    [],
  );
});

test.each(published)("publint has nothing against $name", async (each) => {
  const tarball = readFileSync(tarballOf(each));
  const { messages } = await publint({
    pack: { tarball: tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength) },
    strict: true,
  });
  const manifest = manifestIn(each);
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
});

test.each(libraries)("every entry of $name resolves to modules and their types (attw, esm-only)", (each) => {
  const attw = resolve(import.meta.dirname, "../node_modules/.bin/attw");
  const argv = [tarballOf(each), "--profile", "esm-only", "--exclude-entrypoints", "./package.json"];
  const report = execFileSync(attw, [...argv, "--format", "json"], { encoding: "utf8" });
  expect(JSON.parse(report).analysis.types.kind).toBe("included");
});

test.each(published)("$name is published with provenance, and needs nothing of the workspace", (each) => {
  const manifest = manifestIn(each);
  expect(manifest.publishConfig).toMatchObject({ access: "public", provenance: true });
  const ranges = Object.values<string>({ ...manifest.dependencies, ...manifest.peerDependencies });
  expect(ranges.filter((range) => /^(workspace|catalog|file|link):/.test(range))).toEqual([]);
});
