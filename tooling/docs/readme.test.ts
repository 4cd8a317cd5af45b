import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { blocksOf, outputOf } from "./readme-blocks.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../README.md"), "utf8");

test("the README has commands with their output", () => {
  expect(blocksOf(page).length).toBeGreaterThanOrEqual(4);
});

test.each(blocksOf(page))(
  "the README's `$command` prints what it shows (pnpm docs:refresh rewrites it)",
  ({ command, output }) => {
    expect(outputOf(command)).toBe(output);
  },
);
