export const categories = ["Move", "Change", "Look", "Find", "Keep", "Leave"] as const;
export type Category = (typeof categories)[number];

/** What a key does. Footer, help, documentation and tests derive from this table. */
export interface KeyCommand {
  readonly id: CommandId;
  /** Names of the keys, the one that is shown first. */
  readonly keys: readonly string[];
  readonly category: Category;
  readonly description: string;
  /** A word or two for the footer. */
  readonly short?: string;
}

const table = [
  { id: "up", keys: ["up", "k"], category: "Move", description: "previous field or row" },
  { id: "down", keys: ["down", "j"], category: "Move", description: "next field or row" },
  { id: "page-up", keys: ["pageup"], category: "Move", description: "a page up" },
  { id: "page-down", keys: ["pagedown"], category: "Move", description: "a page down" },
  { id: "first", keys: ["g", "home"], category: "Move", description: "first row" },
  { id: "last", keys: ["G", "end"], category: "Move", description: "last row" },
  { id: "next-pane", keys: ["tab"], category: "Move", description: "next pane", short: "pane" },
  { id: "previous-pane", keys: ["shift+tab"], category: "Move", description: "previous pane" },
  {
    id: "less",
    keys: ["left", "h"],
    category: "Change",
    description: "next smaller valid value; in the ledger, sort by the column before",
    short: "change",
  },
  {
    id: "more",
    keys: ["right", "l"],
    category: "Change",
    description: "next larger valid value; in the ledger, sort by the column after",
  },
  { id: "much-less", keys: ["shift+left", "H"], category: "Change", description: "ten values down" },
  { id: "much-more", keys: ["shift+right", "L"], category: "Change", description: "ten values up" },
  { id: "halve", keys: ["["], category: "Change", description: "half of a number" },
  { id: "double", keys: ["]"], category: "Change", description: "twice a number" },
  {
    id: "type",
    keys: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "$"],
    category: "Change",
    description: "type a value: 2.5B, 24h, $500; enter takes it, esc leaves",
    short: "type",
  },
  { id: "reset", keys: ["r", "backspace"], category: "Change", description: "back to the field's default" },
  { id: "undo", keys: ["u", "ctrl+z"], category: "Change", description: "undo", short: "undo" },
  { id: "redo", keys: ["ctrl+r"], category: "Change", description: "redo what was undone" },
  {
    id: "open",
    keys: ["enter"],
    category: "Look",
    description: "open the row: choose a value, its formula, its source; do what a row proposes",
    short: "open",
  },
  { id: "back", keys: ["esc"], category: "Look", description: "one level out" },
  {
    id: "expand",
    keys: ["e"],
    category: "Look",
    description: "this pane on the whole screen, and back",
    short: "expand",
  },
  { id: "plan", keys: ["p"], category: "Look", description: "plan: the best runs for a goal", short: "plan" },
  {
    id: "compare",
    keys: ["c"],
    category: "Look",
    description: "pin this run as A; then everything shows A, B and the difference",
    short: "compare",
  },
  { id: "sort", keys: ["s"], category: "Look", description: "sort the ledger by the next column" },
  { id: "zoom-in", keys: ["+"], category: "Look", description: "the end of the chart, larger" },
  { id: "zoom-out", keys: ["-"], category: "Look", description: "more of the chart" },
  { id: "zoom-reset", keys: ["="], category: "Look", description: "all of the chart" },
  { id: "theme", keys: ["t"], category: "Look", description: "next theme: dark, light, ansi16, mono, ascii" },
  { id: "charset", keys: ["b"], category: "Look", description: "charts in braille, blocks or ascii" },
  { id: "help", keys: ["?"], category: "Find", description: "every key; / searches them", short: "help" },
  {
    id: "find",
    keys: ["/"],
    category: "Find",
    description: "find a field, model, device, law or operation",
    short: "find",
  },
  {
    id: "command",
    keys: [":"],
    category: "Find",
    description: "type flags, as on the command line: tokens 5B",
  },
  {
    id: "load",
    keys: ["o"],
    category: "Keep",
    description: "open a file: scenario, config.json, calibration or law",
  },
  {
    id: "copy",
    keys: ["y"],
    category: "Keep",
    description: "copy the command that reproduces this screen",
    short: "copy",
  },
  {
    id: "copy-next",
    keys: ["Y"],
    category: "Keep",
    description: "copy as the next form: shell, curl, TypeScript, URL, JSON",
  },
  {
    id: "export",
    keys: ["x"],
    category: "Keep",
    description: "write JSON, CSV, SVG or Markdown",
    short: "export",
  },
  {
    id: "quit",
    keys: ["q", "ctrl+c"],
    category: "Leave",
    description: "leave; prints the command and the answer",
    short: "quit",
  },
] as const satisfies readonly {
  id: string;
  keys: readonly string[];
  category: Category;
  description: string;
  short?: string;
}[];

export type CommandId = (typeof table)[number]["id"];

export const keyCommands: readonly KeyCommand[] = table;

const byKey = new Map(keyCommands.flatMap((command) => command.keys.map((key) => [key, command] as const)));

/** The command of a key; undefined where it has none. */
export function commandOf(key: string): KeyCommand | undefined {
  return byKey.get(key);
}

const glyphs: Readonly<Record<string, string>> = {
  up: "↑",
  down: "↓",
  left: "←",
  right: "→",
  tab: "⇥",
  "shift+tab": "⇧⇥",
  "shift+left": "⇧←",
  "shift+right": "⇧→",
  "ctrl+r": "^r",
  "ctrl+z": "^z",
  "ctrl+c": "^c",
  backspace: "⌫",
};

/** How a key is written: as a sign, or in letters where there is only ASCII. */
export function keyText(key: string, isAscii = false): string {
  return isAscii ? key : (glyphs[key] ?? key);
}

/** All keys of a command, short: the digits as a range. */
export function keysText({ id, keys }: KeyCommand, isAscii = false): string {
  if (id === "type") return "0-9 . $";
  return keys.map((key) => keyText(key, isAscii)).join(" ");
}
