import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pages } from "./pages.ts";
import { blocksOf, outputOf } from "./readme-blocks.ts";

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
