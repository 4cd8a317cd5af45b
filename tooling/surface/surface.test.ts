import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { libraries } from "../release/packages.ts";
import { root } from "../root.ts";
import { emitDeclarations } from "./declarations.ts";
import { readable } from "./readable.ts";
import { entriesOf, reportOf } from "./report.ts";

const entries = libraries.flatMap(entriesOf);

beforeAll(emitDeclarations);

test.each(entries)("$name exports what its reviewed report says: pnpm surface", (entry) => {
  expect(reportOf(entry)).toBe(readFileSync(entry.report, "utf8"));
});

test("every report belongs to an entry", () => {
  const files = globSync("packages/*/surface/*.md", { cwd: root }).map((file) => resolve(root, file));
  expect(files.sort()).toEqual(entries.map(({ report }) => report).sort());
});

test("a report changes with a type and not with its documentation", () => {
  const report = (code: string) => readable("x", `\`\`\`ts\n\n${code}\n\`\`\``);
  const plain = report("export function f(x: number): string;");
  expect(report("// @public (undocumented)\nexport function f(x: number): string;")).toBe(plain);
  expect(report("export function f(x: string): string;")).not.toBe(plain);
});

test("a declaration too long to read is a line that changes with any of its fields", () => {
  const fields = Array.from({ length: 200 }, (_, index) => `    field${index}: number;`);
  const report = (code: readonly string[]) =>
    readable("x", `\`\`\`ts\nexport const s: {\n${code.join("\n")}\n};\n\`\`\``);
  expect(report(fields).split("\n").length).toBeLessThan(10);
  expect(report(fields)).not.toBe(report([...fields.slice(1), "    other: number;"]));
});
