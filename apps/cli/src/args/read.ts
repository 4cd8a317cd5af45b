import { fail, nearest } from "@wallclock/core";
import type { LeafFlag, Option } from "./option.ts";

/** A command line, taken apart. Nothing in it has been interpreted yet. */
export interface Arguments {
  readonly operands: readonly string[];
  /** Names of the switches that were given. */
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
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
}

interface Collected extends Arguments {
  readonly operands: string[];
  readonly switches: Set<string>;
  readonly values: Map<string, string>;
  readonly leaves: Record<string, string>;
}

/**
 * Reads flags and operands in any order; of a flag given twice the last counts. A value may begin with a dash: whether
 * `--layers -5` makes sense is for the scenario to judge.
 *
 * By hand, because a start counts: bundled and cached, commander costs 10 ms and node's `parseArgs` 2, where bare node
 * takes 25, and neither would know the forms of booleans or suggest the nearest flag.
 *
 * @throws UserError `unknown_option`, `option_needs_value`, `option_takes_no_value`
 */
export function readArguments(argv: readonly string[], grammar: Grammar): Arguments {
  const found: Collected = { operands: [], switches: new Set(), values: new Map(), leaves: {} };
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
    if (inline !== null)
      fail("option_takes_no_value", "", `${raw} takes no value ("${inline.slice(0, 80)}")`);
    found.switches.add(option.name);
    return false;
  }
  const leaf = option === undefined ? leafOf(raw, grammar) : null;
  if (leaf?.boolean) {
    const said = inline ?? (next === "true" || next === "false" ? next : null);
    found.leaves[leaf.path] = raw.startsWith("--no-") ? "false" : (said ?? "true");
    return inline === null && said !== null && !raw.startsWith("--no-");
  }
  const value = inline ?? next;
  if (value === undefined || (inline === null && isFlag(value, grammar))) {
    return fail("option_needs_value", "", `${raw} needs a value`);
  }
  if (leaf === null) found.values.set(option!.name, value);
  else found.leaves[leaf.path] = value;
  return inline === null;
}

function leafOf(raw: string, grammar: Grammar): LeafFlag {
  const leaf = raw.startsWith("--") ? grammar.findLeaf(raw.slice(2)) : null;
  if (leaf !== null) return leaf;
  const negated = raw.startsWith("--no-") ? grammar.findLeaf(raw.slice(5)) : null;
  if (negated?.boolean) return negated;
  const names = [...grammar.options.map(({ name }) => name), ...grammar.leafNames()];
  const close = raw.startsWith("--") ? nearest(raw.slice(2), names) : [];
  const hint = close.length > 0 ? `nearest: ${close.map((name) => `--${name}`).join(", ")}` : null;
  return fail("unknown_option", "", `unknown option ${raw.slice(0, 80)}`, hint);
}

/** A flag we know in the place of a value means that the value was left out. */
function isFlag(word: string, { options, findLeaf }: Grammar): boolean {
  if (!word.startsWith("--")) return false;
  const name = word.slice(2).split("=")[0]!;
  return options.some((option) => option.name === name) || findLeaf(name) !== null;
}
