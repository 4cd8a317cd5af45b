import { readFileSync } from "node:fs";
import * as client from "@wallclock/client";
import * as core from "@wallclock/core";
import * as report from "@wallclock/core/report";
import * as hardware from "@wallclock/hardware";
import * as lazy from "@wallclock/hardware/lazy";
import * as schema from "@wallclock/hardware/schema";
import { expect, test } from "vitest";
import { apiFile, readSections, writtenPage } from "./api.ts";
import { checksIn, faultsOf } from "./example.ts";
import { lacksOf } from "./requirements.ts";
import { scope } from "./scope.ts";

const sections = await readSections();
const page = readFileSync(apiFile, "utf8");

test("every value that a package exports is in the page", () => {
  const exported = { ...client, ...core, ...report, ...hardware, ...lazy, ...schema };
  const missing = Object.keys(exported).filter(
    (name) => !page.includes(`\n### ${name}\n`) && !page.includes(`| \`${name}\` |`),
  );
  expect(missing).toEqual([]);
});

test("every public name says what it is, its units, its source, and shows a value", () => {
  const lacking = sections.map(({ entry, fields }) => [entry.module, entry.name, ...lacksOf(entry, fields)]);
  expect(lacking.filter((faults) => faults.length > 2)).toEqual([]);
});

test("every example gives what it shows", async () => {
  const examples = sections.flatMap(({ entry }) => (entry.from === null ? entry.doc.examples : []));
  const shown = examples.reduce((sum, example) => sum + checksIn(example), 0);
  expect(shown).toBeGreaterThan(200);
  const faults: string[] = [];
  for (const example of examples) faults.push(...(await faultsOf(example, scope)));
  expect(faults).toEqual([]);
});

test("docs/api.md is what the source says (pnpm docs:api writes it)", () => {
  expect(page).toBe(writtenPage(sections));
});
