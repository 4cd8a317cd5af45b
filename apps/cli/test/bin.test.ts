import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
  expect(main.length).toBeLessThan(1000);
});
