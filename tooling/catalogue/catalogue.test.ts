import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { writtenLists } from "./catalogue.ts";
import { formatted } from "./format.ts";

const lists = await writtenLists();

test.each(lists)("$path is what the profiles' files say (pnpm catalogue writes it)", ({ path, text }) => {
  expect(readFileSync(path, "utf8")).toBe(formatted(path, text));
});
