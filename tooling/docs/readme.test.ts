import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { accuracyTable } from "./accuracy-table.ts";
import { blocksOf, outputOf } from "./console-blocks.ts";
import { accuracyPage, pages } from "./console-pages.ts";

const blocks = pages.flatMap(({ name, file }) =>
  blocksOf(readFileSync(file, "utf8")).map((block) => ({ name, ...block })),
);

test.each(pages)("$name has commands with their output", ({ name, commands }) => {
  expect(blocks.filter((block) => block.name === name).length).toBeGreaterThanOrEqual(commands);
});

test.each(blocks)(
  "the `$command` of $name prints what it shows (pnpm docs:refresh rewrites it)",
  ({ command, output }) => {
    expect(outputOf(command)).toBe(output);
  },
);

test("the README's figures of accuracy are those of docs/accuracy.md (pnpm docs:refresh)", () => {
  const table = accuracyTable(readFileSync(accuracyPage, "utf8"));
  expect(table.split("\n").length).toBeGreaterThanOrEqual(5);
  expect(table).not.toContain("|  |");
  expect(readFileSync(pages[0]!.file, "utf8")).toContain(`-->\n\n${table}\n\n<!--`);
});

test("the first screen of the README has the commands, the picture, the figures, the library and the API", () => {
  const screen = readFileSync(pages[0]!.file, "utf8").split("\n").slice(0, 46).join("\n");
  for (const part of [
    "pnpm@12 start",
    "pnpm@12 test",
    ".svg)",
    "| wallclock |",
    "@wallclock/core",
    "curl -s",
  ])
    expect(screen).toContain(part);
});
