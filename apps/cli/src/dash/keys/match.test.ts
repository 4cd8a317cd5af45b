import type { Key } from "ink";
import { expect, test } from "vitest";
import { pressesOf } from "./match.ts";

const none = {} as Key;
const names = (input: string, key: Partial<Key> = {}): string[] =>
  pressesOf(input, { ...none, ...key }).map((press) => press.key);

test.each([
  ["abc", ["a", "b", "c"]],
  ["\u0015law.json\r", ["ctrl+u", ..."law.json", "enter"]],
  ["3.2\r\u0003", ["3", ".", "2", "enter", "ctrl+c"]],
  ["\t\u007f", ["tab", "backspace"]],
  ["\u001c\u0000", []],
  ["é≤", ["é", "≤"]],
])("keys that come at once are as many: %j", (input, expected) => {
  expect(names(input)).toEqual(expected);
});

test("a key has its name, with shift where that tells it apart", () => {
  expect(names("", { leftArrow: true })).toEqual(["left"]);
  expect(names("", { leftArrow: true, shift: true })).toEqual(["shift+left"]);
  expect(names("", { upArrow: true, shift: true })).toEqual(["up"]);
  expect(names("r", { ctrl: true })).toEqual(["ctrl+r"]);
  expect(names("x", { meta: true })).toEqual([]);
});
