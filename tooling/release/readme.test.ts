import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { root } from "../root.ts";
import { startApi } from "./api.ts";
import { onNode } from "./nodes.ts";
import { libraries } from "./packages.ts";

const consumer = inject("consumer");
let api: Awaited<ReturnType<typeof startApi>>;

beforeAll(async () => {
  api = await startApi(consumer);
});
afterAll(() => api.stop());

const examples = libraries.flatMap(({ name, folder }) => {
  const text = readFileSync(resolve(folder, "README.md"), "utf8");
  const blocks = [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
  return blocks.map((code, index) => ({ name, index, code }));
});

test("every library's README has an example", () => {
  expect(new Set(examples.map(({ name }) => name))).toEqual(new Set(libraries.map(({ name }) => name)));
});

test.each(examples)("example $index of $name's README runs in a fresh project", ({ name, index, code }) => {
  const file = `readme-${name.replace(/\W+/g, "-")}-${index}.ts`;
  writeFileSync(resolve(consumer, file), code.replace("http://localhost:8787", api.url));
  const printed = onNode(consumer, [file]);
  expect(printed.split("\n").length - 1).toBe(code.match(/console\.log/g)?.length ?? 0);
});

const readme = readFileSync(resolve(root, "apps/cli/README.md"), "utf8");
const commands = [...readme.matchAll(/^ {4}wallclock (.*)$/gm)].map((match) => match[1] ?? "");

test("the program's README has a command", () => {
  expect(commands.length).toBeGreaterThan(0);
});

test.each(commands)("`wallclock %s` of the program's README answers from its tarball", (command) => {
  const printed = onNode(inject("program"), [
    "node_modules/wallclock/bin/wallclock.js",
    ...command.split(" "),
  ]);
  expect(printed.split("\n").length).toBeGreaterThan(10);
});
