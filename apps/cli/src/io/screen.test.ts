import { expect, test } from "vitest";
import { coloured, screenOf } from "./screen.ts";

const plain = { columns: null, noColor: false, quiet: false, toFile: false };

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: "1" }, false],
  [true, { NO_COLOR: "" }, true],
  [true, { TERM: "dumb" }, false],
  [false, { FORCE_COLOR: "1" }, true],
  [true, { FORCE_COLOR: "0" }, false],
  [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
])("coloured(%j, %j) is %j", (isTerminal, env, expected) => {
  expect(coloured(isTerminal, env)).toBe(expected);
});

test("columns come from the flag, then COLUMNS, then 80 when nothing is a terminal", () => {
  expect(screenOf({ ...plain, columns: 100 }, { COLUMNS: "60" }).width).toBe(100);
  expect(screenOf(plain, { COLUMNS: "60" }).width).toBe(60);
  expect(screenOf(plain, { COLUMNS: "wide" }).width).toBe(80);
});

test("a file is never coloured, and neither is anything with --no-color", () => {
  const env = { FORCE_COLOR: "1" };
  expect(screenOf({ ...plain, toFile: true }, env).colour).toEqual({ out: false, err: true });
  expect(screenOf({ ...plain, noColor: true }, env).colour).toEqual({ out: false, err: false });
});

test("charts are braille unless the terminal or the locale cannot show it", () => {
  expect(screenOf(plain, {}).charset).toBe("braille");
  expect(screenOf(plain, { LANG: "en_GB.UTF-8", TERM: "xterm" }).charset).toBe("braille");
  expect(screenOf(plain, { TERM: "linux" }).charset).toBe("ascii");
  expect(screenOf(plain, { LC_ALL: "C", LANG: "en_GB.UTF-8" }).charset).toBe("ascii");
});
