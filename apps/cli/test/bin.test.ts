import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { directoryWith } from "./wallclock.ts";

const bin = fileURLToPath(new URL("../bin/wallclock.js", import.meta.url));
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

test("wallclock --version prints the version of the package", () => {
  expect(execFileSync(process.execPath, [bin, "--version"], { encoding: "utf8" })).toBe(`${version}\n`);
  expect(execFileSync(process.execPath, [bin, "--quiet", "--version"], { encoding: "utf8" })).toBe(
    `${version}\n`,
  );
});

test("before the build, one line says what to do", () => {
  const cwd = directoryWith({ "package.json": '{ "type": "module" }' });
  mkdirSync(`${cwd}/bin`);
  writeFileSync(`${cwd}/bin/wallclock.js`, readFileSync(bin));
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${cwd}/bin/wallclock.js`], {
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^[^\n]*pnpm build[^\n]*\n$/);
});

test("the file that --version runs is a few lines", () => {
  const main = readFileSync(new URL("../dist/main.js", import.meta.url), "utf8");
  expect(main.length).toBeLessThan(2000);
});

test("the build leaves the code of an estimate beside it, and schemas out of it", () => {
  const dist = fileURLToPath(new URL("../dist/", import.meta.url));
  expect(statSync(`${dist}estimate.cache`).size).toBeGreaterThan(statSync(`${dist}estimate.js`).size);
  const loaded = "process.on('exit', () => console.error(Object.keys(require.cache).join()))";
  const hook = `${directoryWith({ "loaded.cjs": loaded })}/loaded.cjs`;
  const argv = [
    "--require",
    hook,
    `${dist}main.js`,
    "estimate",
    "--model",
    "gpt2-124m",
    "--hardware",
    "h100",
  ];
  const { stderr } = spawnSync(process.execPath, argv, { encoding: "utf8" });
  expect(stderr).toContain("estimate.js");
  expect(stderr).not.toContain("zod.js");
});
