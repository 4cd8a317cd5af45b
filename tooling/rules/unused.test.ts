import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { root } from "../root.ts";

test("no file, export or dependence of the workspace is without use", () => {
  const { stdout, stderr } = spawnSync("node_modules/.bin/knip", ["--no-progress"], {
    cwd: root,
    encoding: "utf8",
  });
  expect(`${stdout}${stderr}`).toBe("");
});
