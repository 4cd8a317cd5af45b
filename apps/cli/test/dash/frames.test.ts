import { stripVTControlCharacters } from "node:util";
import { expect, test, vi } from "vitest";
import { ansiSvg } from "../../../../tooling/tour/ansi-svg.ts";
import { frame, frameText } from "../../src/dash/frame.ts";
import type { State } from "../../src/dash/state/state.ts";
import { paintLine } from "../../src/dash/theme/paint.ts";
import { type ThemeName, themeNames } from "../../src/dash/theme/themes.ts";
import { after, opened } from "./drive.ts";
import { world } from "./world.ts";

// Whatever the version is, these are the frames.
vi.mock("../../../../packages/core/src/version.ts", () => ({ engineVersion: "0.0.0" }));

const down = (count: number): string[] => Array.from({ length: count }, () => "down");
const tab = (count: number): string[] => Array.from({ length: count }, () => "tab");

/** What is pressed to get to each screen. */
const screens: Readonly<Record<string, readonly string[]>> = {
  opening: [],
  "twice the width": [...down(2), "]"],
  "a value that is not valid": [...down(3), '"10"', "enter"],
  ledger: [...tab(3), "e"],
  "formula of an operation": [...tab(3), "down", "enter"],
  moves: [...tab(4), "down"],
  evidence: tab(5),
  memory: tab(6),
  roofline: tab(7),
  sizes: tab(8),
  "numbers of a picture": [...tab(2), "enter"],
  plan: ["p"],
  "a limit that is typed": ["p", "up", '"3.2"'],
  compared: ["c", ...down(2), "]", ...tab(10)],
  help: ["?"],
  find: ["/", '"4090"'],
  export: ["x"],
  copied: ["y"],
  command: [":", '"tokens 5x"', "enter"],
};

test.each(Object.entries(screens))("%s", (_name, keys) => {
  for (const [columns, rows] of [
    [80, 24],
    [120, 40],
  ] as const)
    expect(frameText(after(opened(columns, rows), ...keys), world)).toMatchSnapshot(`${columns}x${rows}`);
});

test.each([
  [20, 5],
  [40, 12],
  [60, 16],
  [100, 30],
  [200, 60],
])("%i x %i", (columns, rows) => {
  expect(frameText(opened(columns, rows), world)).toMatchSnapshot();
});

test.each(Object.entries({ help: ["?"], ledger: tab(3), plan: ["p"], find: ["/", '"4090"'], copied: ["y"] }))(
  "40 x 12, %s",
  (_name, keys) => {
    expect(frameText(after(opened(40, 12), ...keys), world)).toMatchSnapshot();
  },
);

const painted = (state: State, theme: ThemeName): string[] => {
  return frame({ ...state, theme, charset: theme === "ascii" ? "ascii" : state.charset }, world).map((line) =>
    paintLine(line, theme),
  );
};

test.each([
  ["80x24", "dark"],
  ["80x24", "mono"],
  ["120x40", "dark"],
  ["120x40", "light"],
  ["120x40", "mono"],
] as const)("%s %s as a picture", async (size, theme) => {
  const [columns = 80, rows = 24] = size.split("x").map(Number);
  const lines = painted(after(opened(columns, rows), ...down(2)), theme);
  const svg = ansiSvg(lines, { columns, title: `the dashboard at ${size}, theme ${theme}` });
  await expect(svg).toMatchFileSnapshot(`frames/${size}-${theme}.svg`);
});

test("without colour there is no colour, in ascii nothing but ASCII, and all themes say the same", () => {
  const state = after(opened(120, 40), ...down(3));
  const mono = painted(state, "mono").join("\n");
  const [, ...coded] = mono.split("\u001b[");
  expect(coded.filter((part) => !/^(1|22)m/.test(part))).toEqual([]);
  expect(painted(state, "ascii").join("\n")).toMatch(/^[\n -~]*$/);
  for (const theme of themeNames.filter((name) => name !== "ascii"))
    expect(stripVTControlCharacters(painted(state, theme).join("\n"))).toBe(stripVTControlCharacters(mono));
});
