import { asciiLines, type Line } from "@wallclock/core/report";
import { type ThemeName, themes } from "./themes.ts";

/** A frame's line as a terminal shows it. */
export function paintLine(line: Line, name: ThemeName): string {
  const theme = themes[name];
  let painted = "";
  for (const { text, role } of line) {
    const code = theme[role];
    painted += code === null ? text : `\u001b[${code[0]}m${text}\u001b[${code[1]}m`;
  }
  return painted;
}

/** Signs of the dashboard that the reports do not have; each is as wide as what it stands for. */
const signs: Readonly<Record<string, string>> = {
  "◂": "<",
  "▸": ">",
  "▾": "v",
  "▴": "^",
  "●": "*",
  "▏": "_",
  Δ: "d",
};
const border = /[╭╮╰╯├┤┬┴┼┏┓┗┛]/g;

/** Lines in plain ASCII. */
export function plainSigns(lines: readonly Line[]): Line[] {
  const replaced = lines.map((line) =>
    line.map((part) => ({
      ...part,
      text: part.text
        .replaceAll(border, "+")
        .replaceAll("━", "=")
        .replaceAll("┃", "#")
        .replaceAll(/[◂▸▾▴●▏Δ]/g, (sign) => signs[sign] ?? "?"),
    })),
  );
  return asciiLines(replaced);
}
