import { type Line, line, span, widthOf } from "@wallclock/core/report";
import { type CommandId, keyCommands, keyText } from "../keys/commands.ts";
import type { Layout } from "../layout.ts";
import type { PaneId, State } from "../state/state.ts";

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
  "plan",
  "quit",
  "compare",
  "undo",
  "find",
  "open",
  "type",
  "copy",
  "expand",
  "export",
];

/** In the order in which they stand. */
const standing: readonly CommandId[] = [
  "less",
  "type",
  "open",
  "next-pane",
  "plan",
  "compare",
  "expand",
  "find",
  "copy",
  "export",
  "undo",
  "help",
  "quit",
];

/** What up and down move through, pane by pane: elsewhere they scroll. */
const rowNames: Partial<Record<PaneId, string>> = { run: "field", ledger: "row", moves: "row", plan: "row" };

/** The keys that matter now, as many as fit. */
export function footerLine(state: State, { kind, columns }: Pick<Layout, "kind" | "columns">): Line {
  const isAscii = state.theme === "ascii";
  const mode = state.prompt === null ? state.overlay?.kind : "prompt";
  if (mode !== undefined) {
    const written = (keys: string): string =>
      keys
        .split(" ")
        .map((key) => keyText(key, isAscii))
        .join(isAscii ? " " : "");
    const pairs = (others[mode] ?? []).map(([keys, does]) => [written(keys), does] as const);
    return joined(fitting(pairs, columns));
  }
  const isScrolled = kind !== "none" && rowNames[state.pane] === undefined;
  const arrows = [isAscii ? "up down" : "↑↓", isScrolled ? "scroll" : rowNames[state.pane]!] as const;
  for (let count = kept.length; count > 0; count -= 1) {
    const shown = standing.filter((id) => kept.indexOf(id) < count);
    const pairs = [arrows, ...shown.map((id) => pairOf(id, state, isAscii))];
    if (lengthOf(pairs) <= columns) return joined(pairs);
  }
  return joined([["?", "help"]]);
}

type Pair = readonly [key: string, does: string];

function lengthOf(pairs: readonly Pair[]): number {
  return widthOf(pairs.map(([key, does]) => `${key} ${does}`).join("  ")) + 1;
}

/** The first of some pairs, as many as fit. */
function fitting(pairs: readonly Pair[], columns: number): readonly Pair[] {
  const count = pairs.findIndex((_, index) => lengthOf(pairs.slice(0, index + 1)) > columns);
  return count < 0 ? pairs : pairs.slice(0, count);
}

function pairOf(id: CommandId, { pane }: State, isAscii: boolean): Pair {
  const command = keyCommands.find((each) => each.id === id)!;
  if (id === "type") return ["0-9", "type"];
  if (id !== "less") return [keyText(command.keys[0]!, isAscii), command.short ?? id];
  return [isAscii ? "left right" : "←→", pane === "ledger" ? "sort" : (command.short ?? id)];
}

function joined(pairs: readonly Pair[]): Line {
  return line(
    1,
    ...pairs.flatMap(([key, does], index) => [
      index === 0 ? 0 : 2,
      span(key, "focus"),
      span(` ${does}`, "dim"),
    ]),
  );
}
