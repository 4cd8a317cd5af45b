import { fail } from "@wallclock/core";
import { near } from "./near.ts";
import type { LeafFlag, Option } from "./option.ts";

/** A command line, taken apart. Nothing in it has been interpreted yet. */
export interface Arguments {
  readonly operands: readonly string[];
  /** Names of the switches that were given. */
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  /** What options that may be given several times say, in their order. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Fields of the scenario by dotted path. */
  readonly leaves: Readonly<Record<string, string>>;
}

/** What a command line may say. */
export interface Grammar {
  readonly options: readonly Option[];
  /** The field of the scenario that a flag stands for. */
  readonly findLeaf: (name: string) => LeafFlag | null;
  /** Names of all of them, to suggest the nearest. */
  readonly leafNames: () => readonly string[];
  /** The commands that take a flag which this one does not. */
  readonly takenBy: (name: string) => readonly string[];
}

interface Collected extends Arguments {
  readonly operands: string[];
  readonly switches: Set<string>;
  readonly values: Map<string, string>;
  readonly lists: Map<string, string[]>;
  readonly leaves: Record<string, string>;
}

/** A flag as it was written, and what it says. */
interface Said {
  readonly raw: string;
  readonly value: string;
}

/**
 * Reads flags and operands in any order. A flag says one thing: twice different ones, or an empty text, which an unset
 * variable of a shell leaves, are errors; `null` says that a field that may be null is. A value may begin with a dash: whether
 * `--layers -5` makes sense is for the scenario to judge.
 *
 * By hand, because a start counts: bundled and cached, commander costs 10 ms and node's `parseArgs` 2, where bare node
 * takes 25, and neither would know the forms of booleans or suggest the nearest flag.
 *
 * @throws UserError `unknown_option`, `option_needs_value`, `option_takes_no_value`, `option_given_twice`
 */
export function readArguments(argv: readonly string[], grammar: Grammar): Arguments {
  const found: Collected = {
    operands: [],
    switches: new Set(),
    values: new Map(),
    lists: new Map(),
    leaves: {},
  };
  const words = [...argv];
  for (let index = 0; index < words.length; index += 1) {
    if (/^-[a-z]./i.test(words[index]!)) words.splice(index, 1, ...apart(words[index]!, grammar));
    const word = words[index]!;
    if (word === "--") {
      found.operands.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") found.operands.push(word);
    else if (take(word, words[index + 1], grammar, found)) index += 1;
  }
  return found;
}

/** Letters that share a dash, as words of their own: `-qo FILE` is `-q -o FILE`, `-oFILE` is `-o FILE`. */
function apart(word: string, grammar: Grammar): string[] {
  const letter = word.slice(0, 2);
  const option = grammar.options.find(({ short }) => `-${short}` === letter);
  if (option === undefined) return [word];
  const rest = word.slice(2);
  if (option.value !== undefined) return [letter, rest];
  return [letter, ...(rest.length > 1 ? apart(`-${rest}`, grammar) : [`-${rest}`])];
}

/** Takes one flag; whether it took the next word too. */
function take(word: string, next: string | undefined, grammar: Grammar, found: Collected): boolean {
  const equals = word.indexOf("=");
  const raw = equals < 0 ? word : word.slice(0, equals);
  const inline = equals < 0 ? null : word.slice(equals + 1);
  const option = grammar.options.find(({ name, short }) => raw === `--${name}` || raw === `-${short}`);
  if (option !== undefined && option.value === undefined) {
    if (inline !== null) takesNone(raw, inline);
    found.switches.add(option.name);
    return false;
  }
  const leaf = option === undefined ? leafOf(raw, grammar) : null;
  if (leaf?.boolean) return takeBoolean(leaf, { raw, inline, next }, found);
  const value = inline ?? next;
  if (value === undefined || (inline === null && isFlag(value, grammar))) {
    return fail("option_needs_value", "", `${raw} needs a value`);
  }
  if (option?.repeatable) addTo(option.name, { raw, value }, found);
  else if (leaf === null) setValue(option!.name, { raw, value }, found);
  else setLeaf(leaf, { raw, value }, found);
  return inline === null;
}

interface BooleanWords {
  readonly raw: string;
  readonly inline: string | null;
  readonly next: string | undefined;
}

/** `--flag`, `--flag true`, `--flag=false`, `--no-flag`; whether it took the next word too. */
function takeBoolean(leaf: LeafFlag, { raw, inline, next }: BooleanWords, found: Collected): boolean {
  if (raw.startsWith("--no-")) {
    if (inline !== null) takesNone(raw, inline);
    setLeaf(leaf, { raw, value: "false" }, found);
    return false;
  }
  const said = inline ?? (next === "true" || next === "false" ? next : null);
  setLeaf(leaf, { raw, value: said ?? "true" }, found);
  return inline === null && said !== null;
}

function takesNone(raw: string, inline: string): never {
  return fail("option_takes_no_value", "", `${raw} takes no value ("${inline.slice(0, 80)}")`);
}

function setValue(name: string, said: Said, { values }: Collected): void {
  check(said, values.get(name), null);
  values.set(name, said.value);
}

function addTo(name: string, said: Said, { lists }: Collected): void {
  check(said, undefined, null);
  lists.set(name, [...(lists.get(name) ?? []), said.value]);
}

/** To the scenario an empty text is null. */
function setLeaf({ path, nullable, repeatable = false }: LeafFlag, said: Said, { leaves }: Collected): void {
  const before = leaves[path];
  if (repeatable && before !== undefined) {
    check(said, undefined, null);
    leaves[path] = `${before}\n${said.value}`;
    return;
  }
  check(said, before === "" ? "null" : before, nullable ? "null says that there is none" : null);
  leaves[path] = nullable && said.value === "null" ? "" : said.value;
}

/** Refuses a flag that says nothing, or something else than it said before. */
function check({ raw, value }: Said, before: string | undefined, hint: string | null): void {
  if (value.trim() === "") fail("option_needs_value", "", `${raw} needs a value, not an empty text`, hint);
  if (before === undefined || before === value) return;
  const message = `${raw} is given twice: "${before.slice(0, 80)}" and "${value.slice(0, 80)}"`;
  fail("option_given_twice", "", message, "leave one of the two out");
}

function leafOf(raw: string, grammar: Grammar): LeafFlag {
  const leaf = raw.startsWith("--") ? grammar.findLeaf(raw.slice(2)) : null;
  if (leaf !== null) return leaf;
  const negated = raw.startsWith("--no-") ? grammar.findLeaf(raw.slice(5)) : null;
  if (negated?.boolean) return negated;
  return fail("unknown_option", "", `unknown option ${raw.slice(0, 80)}`, hintFor(raw, grammar));
}

/** What may have been meant by a flag that the command does not have. */
function hintFor(raw: string, { options, leafNames, takenBy }: Grammar): string | null {
  if (/^(?:-v|--version)$/i.test(raw)) return "wallclock --version prints the version";
  if (!raw.startsWith("--")) return null;
  const name = raw.slice(2);
  const takers = takenBy(name);
  if (takers.length > 0) return `--${name} is a flag of ${takers.join(", ")}`;
  const names = [...options.map((option) => option.name), ...leafNames()];
  const close = [...near(name, names), ...(name.startsWith("no-") ? near(name.slice(3), names) : [])];
  return close.length > 0 ? `nearest: ${[...new Set(close)].map((each) => `--${each}`).join(", ")}` : null;
}

/** A flag we know in the place of a value means that the value was left out. */
function isFlag(word: string, { options, findLeaf }: Grammar): boolean {
  if (!word.startsWith("--")) return false;
  const name = word.slice(2).split("=")[0]!;
  return options.some((option) => option.name === name) || findLeaf(name) !== null;
}
