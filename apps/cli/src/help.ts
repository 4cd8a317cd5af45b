import type { LeafFlag, Option } from "./args/option.ts";
import type { Command } from "./cli.ts";
import type { Screen } from "./io/screen.ts";

const bold = (text: string, screen: Screen) => (screen.colour.out ? `\u001b[1m${text}\u001b[22m` : text);

/** `wallclock --help`: one screen. */
export function frontPage(commands: readonly Command[], screen: Screen): string {
  const rows = commands.map(({ id, summary }) => [id, summary] as const);
  return page(
    "How long a transformer training run takes, what it costs and what loss it",
    "reaches. It makes no network call.",
    "",
    bold("Example", screen),
    "  wallclock estimate --model gpt2-124m --hardware 8xh100 --tokens 10B",
    "",
    bold("Commands", screen),
    ...columns([...rows, ["help COMMAND", "examples and flags of one command"]], screen),
    "",
    bold("Exit status", screen),
    "  0 ok · 1 our bug · 2 bad input · 3 impossible · 4 validation failed",
    "",
    "wallclock --version prints the version.",
  );
}

/** The page of one command: examples first. */
export function commandPage(command: Command, leaves: readonly LeafFlag[], screen: Screen): string {
  return page(
    command.summary,
    "",
    bold("Examples", screen),
    ...command.examples.map((example) => `  wallclock ${example}`),
    "",
    bold("Usage", screen),
    `  wallclock ${command.id} ${command.operands} [flags]`,
    "",
    bold("Flags", screen),
    ...columns(command.options.map(optionRow), screen),
    ...leafSections(leaves, screen),
  );
}

function page(...lines: string[]): string {
  return `${lines.join("\n")}\n`;
}

function optionRow({ name, short, value, summary }: Option): readonly [string, string] {
  const letter = short === undefined ? "" : `-${short}, `;
  return [`${letter}--${name}${value === undefined ? "" : ` ${value}`}`, summary];
}

/** Fields of the scenario by the part they belong to. */
function leafSections(leaves: readonly LeafFlag[], screen: Screen): string[] {
  return [...grouped(leaves)].flatMap(([group, members]) => [
    "",
    bold(`${group[0]?.toUpperCase()}${group.slice(1)}`, screen),
    ...columns(
      members.map((leaf) => [`--${leaf.flag}${leaf.boolean ? "" : ` ${leaf.value}`}`, leaf.summary]),
      screen,
    ),
  ]);
}

function grouped(leaves: readonly LeafFlag[]): Map<string, LeafFlag[]> {
  const groups = new Map<string, LeafFlag[]>();
  for (const leaf of leaves) {
    const group = leaf.path.includes(".") ? leaf.path.slice(0, leaf.path.indexOf(".")) : "scenario";
    groups.set(group, [...(groups.get(group) ?? []), leaf]);
  }
  return groups;
}

/** Two columns, the second wrapped under itself. */
function columns(rows: readonly (readonly [string, string])[], screen: Screen): string[] {
  const widest = Math.min(Math.max(...rows.map(([left]) => left.length)), 32);
  const room = Math.max(screen.width - widest - 4, 24);
  return rows.flatMap(([left, right]) => {
    const [first = "", ...more] = wrap(right, room);
    const lead = `  ${left.padEnd(widest)}  `;
    const indent = " ".repeat(widest + 4);
    if (left.length > widest) return [`  ${left}`, ...[first, ...more].map((line) => indent + line)];
    return [`${lead}${first}`.trimEnd(), ...more.map((line) => indent + line)];
  });
}

function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > room) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
