import { afterAll, expect, test } from "vitest";
import { fencesOf, pagesOf } from "./fences.ts";
import { blockFaults, compilerFaults, removeBlocks, writeBlocks } from "./typescript.ts";

const fences = pagesOf()
  .flatMap(fencesOf)
  .filter(({ language, text }) => language === "ts" && !text.includes("localhost:8787"));
const blocks = writeBlocks(fences);
afterAll(() => removeBlocks(blocks));

test("the TypeScript of pages compiles, strictly", () => {
  expect(compilerFaults(blocks)).toBe("");
});

test.each(blocks.map((block) => ({ place: `${block.fence.page}:${block.fence.line}`, block })))(
  "the TypeScript of $place runs and gives what it shows",
  async ({ block }) => {
    expect(await blockFaults(block)).toEqual([]);
  },
);
