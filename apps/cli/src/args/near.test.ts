import { expect, test } from "vitest";
import { near } from "./near.ts";

const names = ["json", "csv", "bias", "qkv", "usd", "columns", "micro-batch-sequences", "gpt2-xl-1.5b"];

test.each([
  ["josn", ["json"]],
  ["JSON", ["json"]],
  ["cvs", []],
  ["bogus", []],
  ["micro-batch", ["micro-batch-sequences"]],
  ["gtp2-xl", ["gpt2-xl-1.5b"]],
  ["colums", ["columns"]],
  ["", []],
  ["x".repeat(100_000), []],
])("near %s", (word, expected) => {
  expect(near(word, names)).toEqual(expected);
});
