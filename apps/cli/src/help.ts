import type { LeafFlag, Option } from "./args/option.ts";
import type { Command } from "./cli.ts";
import type { Screen } from "./io/screen.ts";

const bold = (text: string, screen: Screen) => (screen.colour.out ? `\u001b[1m${text}\u001b[22m` : text);

type Row = readonly [left: string, right: string];

/** `wallclock --help`: one screen. */
export function frontPage(commands: readonly Command[], screen: Screen): string {
  const rows = commands.map(({ id, summary }) => [id, summary] as const);
  const { width } = screen;
  return page(
    ...wrap("How long a training run takes, its cost and loss. No network without --remote.", width),
    "",
    bold("Example", screen),
    ...shellLine("estimate --model gpt2-124m --hardware 8xh100 --tokens 10B", screen),
    "",
    bold("Commands", screen),
    ...columns(
      [...rows, ["help COMMAND", "examples and flags of one command"], ["--version", "the version"]],
      screen,
    ),
    "",
    bold("Exit status", screen),
    ...wrap("0 ok · 1 our bug · 2 bad input · 3 impossible · 4 validation failed", width - 2).map(indented),
  );
}

/** The page of one command: examples first. */
export function commandPage(command: Command, leaves: readonly LeafFlag[], screen: Screen): string {
  const usage = `wallclock ${command.id} ${command.operands} [flags]`;
  return page(
    ...wrap(command.summary, screen.width),
    "",
    bold("Examples", screen),
    ...command.examples.flatMap((example) => shellLine(example, screen)),
    "",
    bold("Usage", screen),
    ...wrap(usage, screen.width - 2).map(indented),
    "",
    ...section("Everyday", everydayOf(leaves).map(leafRow), screen),
    ...section("Flags", command.options.map(optionRow), screen),
    ...[...grouped(leaves)].flatMap(([group, members]) => section(group, members.map(leafRow), screen)),
  );
}

/** Without the blank line that every section ends with. */
function page(...lines: string[]): string {
  return `${lines.join("\n").trimEnd()}\n`;
}

function section(title: string, rows: readonly Row[], screen: Screen): string[] {
  if (rows.length === 0) return [];
  return [bold(`${title[0]!.toUpperCase()}${title.slice(1)}`, screen), ...columns(rows, screen), ""];
}

function indented(line: string): string {
  return `  ${line}`;
}

/** A command to copy: where it is too long for a line, a shell reads its lines as one. */
function shellLine(example: string, { width }: Screen): string[] {
  const whole = `wallclock ${example}`;
  const lines = whole.length <= width - 2 ? [whole] : wrap(whole, width - 6);
  return lines.map((line, index) => {
    return `${index === 0 ? "  " : "    "}${line}${index < lines.length - 1 ? " \\" : ""}`;
  });
}

function optionRow({ name, short, value, summary }: Option): Row {
  const letter = short === undefined ? "" : `-${short}, `;
  return [`${letter}--${name}${value === undefined ? "" : ` ${value}`}`, summary];
}

/** A field deep in its part is shown by its path, as its own name (`--head`, `--final`) says little alone. */
function leafRow({ path, flag, boolean, value, summary }: LeafFlag): Row {
  const placeholder = boolean ? "" : ` ${value}`;
  if (path.split(".").length < 3) return [`--${flag}${placeholder}`, summary];
  return [`--${path}${placeholder}`, `${summary}; also --${flag}`];
}

/** What most command lines say, in the order of their section. */
const everyday: readonly string[] = [
  "model",
  "hardware",
  "training.tokens",
  "budget",
  "training.precision",
  "training.globalBatchSequences",
  "training.microBatchSequences",
  "training.contextLength",
  "parallel.tensor",
  "parallel.pipeline",
  "parallel.data",
  "parallel.sharding",
  "training.recompute",
];

function everydayOf(leaves: readonly LeafFlag[]): LeafFlag[] {
  return everyday.flatMap((path) => leaves.find((leaf) => leaf.path === path) ?? []);
}

/** The other fields of the scenario by the part they belong to. */
function grouped(leaves: readonly LeafFlag[]): Map<string, LeafFlag[]> {
  const groups = new Map<string, LeafFlag[]>();
  for (const leaf of leaves) {
    if (everyday.includes(leaf.path)) continue;
    const group = leaf.path.includes(".") ? leaf.path.slice(0, leaf.path.indexOf(".")) : "scenario";
    groups.set(group, [...(groups.get(group) ?? []), leaf]);
  }
  return groups;
}

/** Fewest columns in which two columns of text stand side by side. */
const sideBySide = 60;

/** Two columns, the second wrapped under itself; on a narrow screen one under the other. */
function columns(rows: readonly Row[], { width }: Screen): string[] {
  const widest = width < sideBySide ? 0 : Math.min(Math.max(...rows.map(([left]) => left.length)), 32);
  const indent = " ".repeat(widest === 0 ? 6 : widest + 4);
  return rows.flatMap(([left, right]) => {
    const [first = "", ...more] = wrap(right, width - indent.length);
    const under = more.map((line) => indent + line);
    if (left.length <= widest) return [`  ${left.padEnd(widest)}  ${first}`.trimEnd(), ...under];
    const [start = "", ...rest] = wrap(left, width - 4);
    return [`  ${start}`, ...rest.map((line) => `    ${line}`), indent + first, ...under];
  });
}

/** Lines of at most so many columns. A word that is longer is broken after a `|`, or where it must be. */
function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(...broken(word, room));
  }
  return lines;
}

function broken(word: string, room: number): string[] {
  const lines: string[] = [];
  for (let rest = word; rest !== ""; ) {
    const bar = rest.lastIndexOf("|", room - 1) + 1;
    const end = rest.length <= room ? rest.length : bar > 0 ? bar : room;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return lines;
}
