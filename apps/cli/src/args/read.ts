import { parseArgs } from "node:util";
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

type Flag = {
  readonly kind: "switch" | "value" | "leaf" | "boolean";
  readonly key: string;
  readonly short?: string;
};

/**
 * Reads flags and operands in any order; of a flag given twice the last counts.
 *
 * Node's own `parseArgs` splits the line, because a start counts: bundled and cached, commander costs 10 ms and this 1,
 * where bare node takes 25. It runs loosely: a negative number is a value for the scenario to judge, and our own
 * messages name the nearest flag.
 *
 * @throws UserError `unknown_option`, `option_needs_value`, `option_takes_no_value`
 */
export function readArguments(
  argv: readonly string[],
  options: readonly Option[],
  leaves: readonly LeafFlag[],
): Arguments {
  const flags = flagTable(options, leaves);
  const operands: string[] = [];
  const switches = new Set<string>();
  const values = new Map<string, string>();
  const fields: Record<string, string> = {};
  for (const token of tokensOf(spellBooleans(argv, flags), flags)) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const flag = flags.get(token.name);
    if (flag === undefined) unknownOption(token.rawName, [...flags.keys()]);
    else if (flag.kind === "switch") switches.add(switchOf(flag, token));
    else if (flag.kind === "value") values.set(flag.key, givenValue(token, flags));
    else fields[flag.key] = givenValue(token, flags);
  }
  return { operands, switches, values, leaves: fields };
}

function flagTable(options: readonly Option[], leaves: readonly LeafFlag[]): Map<string, Flag> {
  const table = new Map<string, Flag>();
  for (const leaf of leaves) {
    const flag: Flag = { kind: leaf.boolean ? "boolean" : "leaf", key: leaf.path };
    for (const name of [leaf.path, leaf.flag, ...(leaf.aliases ?? [])]) table.set(name, flag);
  }
  for (const { name, short, value } of options) {
    const kind = value === undefined ? "switch" : "value";
    table.set(name, { kind, key: name, ...(short === undefined ? {} : { short }) });
  }
  return table;
}

/** Writes every form of a boolean field as `--name=value`: `--name`, `--no-name`, `--name false`. */
function spellBooleans(argv: readonly string[], flags: ReadonlyMap<string, Flag>): string[] {
  const spelt: string[] = [];
  const isBoolean = (name: string) => flags.get(name)?.kind === "boolean";
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index]!;
    if (word === "--") return [...spelt, ...argv.slice(index)];
    const next = argv[index + 1];
    if (word.startsWith("--") && isBoolean(word.slice(2))) {
      const given = next === "true" || next === "false";
      spelt.push(`${word}=${given ? next : "true"}`);
      index += given ? 1 : 0;
    } else if (word.startsWith("--no-") && isBoolean(word.slice(5))) spelt.push(`--${word.slice(5)}=false`);
    else spelt.push(word);
  }
  return spelt;
}

type Token = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];

/** Only the flags that occur are told to \`parseArgs\`, which looks at each of them for long. */
function tokensOf(args: string[], flags: ReadonlyMap<string, Flag>): readonly Token[] {
  const named = new Set(
    args.filter((word) => word.startsWith("--")).map((word) => word.slice(2).split("=")[0]),
  );
  const options = [...flags]
    .filter(([name, { short }]) => named.has(name) || short !== undefined)
    .map(([name, { kind, short }]) => {
      const type = kind === "switch" ? ("boolean" as const) : ("string" as const);
      return [name, short === undefined ? { type } : { type, short }] as const;
    });
  return parseArgs({
    args,
    options: Object.fromEntries(options),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** The value of a flag that needs one; a flag we know in its place means that it was left out. */
function givenValue(token: OptionToken, flags: ReadonlyMap<string, Flag>): string {
  const { value, rawName } = token;
  const swallowed = !token.inlineValue && value?.startsWith("--") && flags.has(value.slice(2).split("=")[0]!);
  if (value === undefined || swallowed) return fail("option_needs_value", "", `${rawName} needs a value`);
  return value;
}

function switchOf(flag: Flag, token: OptionToken): string {
  if (token.value === undefined) return flag.key;
  return fail("option_takes_no_value", "", `${token.rawName} takes no value ("${token.value}")`);
}

function unknownOption(rawName: string, known: readonly string[]): never {
  const names = known.filter((name) => !name.includes("."));
  const close = rawName.startsWith("--") ? nearest(rawName.slice(2), names).map((name) => `--${name}`) : [];
  const hint = close.length > 0 ? `nearest: ${close.join(", ")}` : null;
  return fail("unknown_option", "", `unknown option ${rawName.slice(0, 80)}`, hint);
}
