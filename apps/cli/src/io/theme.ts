import type { Line, Role } from "@wallclock/core/report";

/** Sixteen-colour escape codes by role: they follow the user's own palette, dark or light. */
const codes: Readonly<Record<Role, readonly [on: number, off: number] | null>> = {
  text: null,
  dim: [2, 22],
  accent: [36, 39],
  good: [32, 39],
  warn: [33, 39],
  bad: [31, 39],
  focus: [1, 22],
  series1: [34, 39],
  series2: [35, 39],
  series3: [36, 39],
  series4: [33, 39],
};

/** Lines of marked text as one text; without colour, the text alone. */
export function painted(lines: readonly Line[], colour: boolean): string {
  return lines
    .map(
      (line) =>
        `${line
          .map(({ text, role }) => (colour ? paint(text, role) : text))
          .join("")
          .trimEnd()}\n`,
    )
    .join("");
}

function paint(text: string, role: Role): string {
  const code = codes[role];
  return code === null ? text : `\u001b[${code[0]}m${text}\u001b[${code[1]}m`;
}
