import { type Line, line, span, widthOf } from "@wallclock/core/report";
import { type CommandId, keyCommands, keyText } from "../keys/commands.ts";
import type { State } from "../state/state.ts";

/** What the footer says while something is open, and which keys it then names. */
const others: Readonly<Record<string, readonly (readonly [key: string, does: string])[]>> = {
  prompt: [
    ["enter", "take it"],
    ["esc", "leave it"],
    ["ctrl+u", "clear"],
  ],
  find: [
    ["a-z", "search"],
    ["up down", "choose"],
    ["enter", "take it"],
    ["esc", "back"],
  ],
  help: [
    ["/", "search"],
    ["up down", "scroll"],
    ["esc", "back"],
  ],
  export: [
    ["up down", "choose"],
    ["enter", "write"],
    ["esc", "back"],
  ],
  detail: [
    ["up down", "scroll"],
    ["esc", "back"],
  ],
};

/** Commands of the footer, those that are kept longest first. */
const kept: readonly CommandId[] = [
  "help",
  "less",
  "next-pane",
  "open",
  "find",
  "undo",
  "copy",
  "plan",
  "compare",
  "expand",
  "type",
  "export",
  "quit",
];

/** In the order in which they stand. */
const standing: readonly CommandId[] = [
  "less",
  "type",
  "open",
  "next-pane",
  "plan",
  "expand",
  "compare",
  "find",
  "copy",
  "export",
  "undo",
  "help",
  "quit",
];

/** The keys that matter now, as many as fit. */
export function footerLine(state: State, columns: number): Line {
  const isAscii = state.theme === "ascii";
  const mode = state.prompt === null ? state.overlay?.kind : "prompt";
  if (mode !== undefined) {
    const written = (keys: string): string =>
      keys
        .split(" ")
        .map((key) => keyText(key, isAscii))
        .join(isAscii ? " " : "");
    return joined((others[mode] ?? []).map(([keys, does]) => [written(keys), does] as const));
  }
  const arrows = isAscii ? "up down" : "↑↓";
  for (let count = kept.length; count > 0; count -= 1) {
    const shown = standing.filter((id) => kept.indexOf(id) < count);
    const pairs = [[arrows, "field"] as const, ...shown.map((id) => pairOf(id, isAscii))];
    if (widthOf(pairs.map(([key, does]) => `${key} ${does}`).join("  ")) + 2 <= columns) return joined(pairs);
  }
  return joined([["?", "help"]]);
}

function pairOf(id: CommandId, isAscii: boolean): readonly [string, string] {
  const command = keyCommands.find((each) => each.id === id)!;
  const key =
    id === "less"
      ? isAscii
        ? "left right"
        : "←→"
      : id === "type"
        ? "0-9"
        : keyText(command.keys[0]!, isAscii);
  return [key, command.short ?? id];
}

function joined(pairs: readonly (readonly [string, string])[]): Line {
  return line(
    1,
    ...pairs.flatMap(([key, does], index) => [
      index === 0 ? 0 : 2,
      span(key, "focus"),
      span(` ${does}`, "dim"),
    ]),
  );
}
