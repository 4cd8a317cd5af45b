import { globSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** Stages of core in the order data flows; a stage imports only what stands before it in its own list. */
const mayImport: Record<string, readonly string[]> = {
  errors: [],
  numeric: ["errors"],
  spec: ["errors", "numeric", "ledger/workload.ts", "loss/law.ts", "calibrate/calibration.ts"],
  parameters: ["errors", "numeric", "spec"],
  ledger: ["errors", "numeric", "spec", "parameters"],
  memory: ["errors", "numeric", "spec", "parameters", "ledger", "estimate/types.ts"],
  loss: ["errors", "numeric", "spec"],
  fit: ["errors", "numeric", "loss", "version.ts"],
  cost: ["errors", "numeric", "spec"],
  time: ["errors", "numeric", "spec", "parameters", "ledger", "estimate/types.ts"],
  calibrate: [
    "errors",
    "numeric",
    "spec",
    "parameters",
    "ledger",
    "memory",
    "time",
    "estimate/types.ts",
    "estimate/workload.ts",
    "validate/measured-run.ts",
    "version.ts",
  ],
  estimate: [
    "errors",
    "numeric",
    "spec",
    "parameters",
    "ledger",
    "memory",
    "loss",
    "cost",
    "time",
    "calibrate/apply.ts",
    "version.ts",
  ],
  validate: [
    "errors",
    "numeric",
    "spec",
    "parameters",
    "ledger",
    "memory",
    "time",
    "calibrate/apply.ts",
    "calibrate/calibration.ts",
    "estimate",
    "version.ts",
  ],
  plan: [
    "errors",
    "numeric",
    "spec",
    "parameters",
    "ledger",
    "memory",
    "loss",
    "cost",
    "time",
    "calibrate",
    "estimate",
    "serialize.ts",
    "version.ts",
  ],
  report: [
    "errors",
    "numeric",
    "spec",
    "parameters",
    "estimate",
    "validate",
    "ledger",
    "loss",
    "calibrate",
    "fit",
    "plan",
  ],
};

interface Import {
  readonly file: string;
  readonly target: string;
}

function importsOf(pattern: string): Import[] {
  const files = globSync(pattern, { cwd: root }).filter(
    (file) => !/\.test\.ts$|\/dist\/|node_modules/.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(resolve(root, file), "utf8");
    const specifiers = [
      ...text.matchAll(/(?:^|\s)(?:import|export)[^"';]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"/g),
    ];
    return specifiers.map((match) => {
      const specifier = match[1] ?? match[2] ?? "";
      const target = specifier.startsWith(".")
        ? relative(root, resolve(root, dirname(file), specifier))
        : specifier;
      return { file, target };
    });
  });
}

test("a stage of core imports only earlier stages", () => {
  const core = "packages/core/src/";
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
  const core = importsOf("packages/core/src/**/*.ts").filter(({ target }) =>
    target.startsWith("@wallclock/"),
  );
  expect(core.filter(({ target }) => target !== "@wallclock/hardware/schema")).toEqual([]);
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
  const ours = importsOf("apps/*/src/**/*.ts").filter(({ file, target }) => {
    const app = file.split("/").slice(0, 2).join("/");
    const inside = target.startsWith(`${app}/`);
    return (
      !inside &&
      (target.startsWith("apps/") ||
        target.startsWith("packages/") ||
        /^@wallclock\/[a-z]+\/src/.test(target))
    );
  });
  expect(ours).toEqual([]);
});
