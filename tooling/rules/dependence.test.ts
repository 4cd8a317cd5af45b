import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { cyclesIn } from "../map/graph.ts";
import { importsOf } from "../map/imports.ts";
import { packages } from "../map/packages.ts";
import { mayImport, stages } from "../map/stages.ts";
import { root } from "../root.ts";

const core = "packages/core/src/";

test("a stage of core imports only earlier stages", () => {
  const wrong = importsOf(`${core}**/*.ts`).filter(({ file, target }) => {
    const stage = file.slice(core.length).split("/")[0] ?? "";
    const allowed = mayImport[stage];
    if (allowed === undefined || !target.startsWith(core)) return false;
    const place = target.slice(core.length);
    return (
      !place.startsWith(`${stage}/`) &&
      !allowed.some((prefix) => place === prefix || place.startsWith(`${prefix}/`))
    );
  });
  expect(wrong).toEqual([]);
});

test("every folder of core is a stage with a rule", () => {
  const folders = new Set(
    globSync("packages/core/src/*/**/*.ts", { cwd: root }).map((file) => file.split("/")[3] ?? ""),
  );
  expect([...folders].filter((folder) => !(folder in mayImport))).toEqual([]);
});

test("core never imports the hardware catalogue, hardware imports nothing of ours", () => {
  const ofCore = importsOf("packages/core/src/**/*.ts").filter(({ target }) =>
    target.startsWith("@wallclock/"),
  );
  expect(ofCore.filter(({ target }) => target !== "@wallclock/hardware/schema")).toEqual([]);
  const hardware = importsOf("packages/hardware/src/**/*.ts").filter(({ target }) =>
    target.startsWith("@wallclock/"),
  );
  expect(hardware).toEqual([]);
});

test("packages import zod and small numeric libraries only, and no node: module", () => {
  const allowed = ["zod", "fastest-levenshtein", "@wallclock/hardware/schema"];
  const outside = importsOf("packages/*/src/**/*.ts").filter(({ target }) => !target.startsWith("packages/"));
  const client = "packages/client/src/";
  const wrong = outside.filter(({ file, target }) => {
    return file.startsWith(client) ? target !== "@wallclock/core" : !allowed.includes(target);
  });
  expect(wrong).toEqual([]);
});

test("apps import package roots or declared subpaths, never each other", () => {
  const declared = /^@wallclock\/(core(\/(estimate|report))?|hardware(\/(schema|lazy))?|client)$/;
  const wrong = importsOf("apps/*/{src,build}/**/*.{ts,tsx}").filter(({ file, target }) => {
    const app = file.split("/").slice(0, 2).join("/");
    if (/^(packages|apps|tooling|validation)\//.test(target)) return !target.startsWith(`${app}/`);
    return /^(@wallclock\/|wallclock$)/.test(target) && !declared.test(target);
  });
  expect(wrong).toEqual([]);
});

test("nothing outside of a package reads its sources by their package's name", () => {
  const all = importsOf("{packages,apps,tooling}/**/*.{ts,tsx}");
  expect(all.length).toBeGreaterThan(1000);
  expect(all.filter(({ target }) => /^@wallclock\/[a-z]+\/(src|dist|test)/.test(target))).toEqual([]);
});

test("stages of core, and packages, form no cycle", () => {
  const imports = importsOf("{packages,apps}/*/src/**/*.{ts,tsx}");
  expect(cyclesIn(stages(imports))).toEqual([]);
  expect(cyclesIn(packages(imports))).toEqual([]);
});
