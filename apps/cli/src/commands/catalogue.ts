import { fail } from "@wallclock/core";
import type { Line, RenderOptions, Table } from "@wallclock/core/report";
import type { Context } from "../context.ts";
import { exit } from "../exit.ts";
import { type Result, writeResult } from "../result.ts";

/** A list of things with an id, and how to show all or one of them. */
export interface Catalogue<Entry extends { readonly id: string }> {
  /** What messages call an entry: `model`, `law`. */
  readonly noun: string;
  readonly entries: readonly Entry[];
  /** The entry a name stands for, or the ids nearest to it. */
  readonly find: (name: string) => Entry | { readonly choices: readonly string[] };
  readonly list: (entries: readonly Entry[], screen: RenderOptions) => readonly Line[];
  readonly show: (entry: Entry, screen: RenderOptions) => readonly Line[];
  readonly table: (entries: readonly Entry[]) => Table;
}

/** Shows all entries of a catalogue, or the one that the operand names. */
export async function showCatalogue<Entry extends { readonly id: string }>(
  context: Context,
  catalogue: Catalogue<Entry>,
): Promise<number> {
  const [name] = context.args.operands;
  await writeResult(context, name === undefined ? all(catalogue) : one(catalogue, name));
  return exit.ok;
}

function all<Entry extends { readonly id: string }>({ entries, list, table }: Catalogue<Entry>): Result {
  return { json: entries, text: (screen) => list(entries, screen), table: () => table(entries) };
}

function one<Entry extends { readonly id: string }>(catalogue: Catalogue<Entry>, name: string): Result {
  const { noun, find, show, table } = catalogue;
  const entry = find(name);
  if ("choices" in entry) {
    const { choices } = entry;
    const hint = choices.length > 0 ? `nearest: ${choices.join(", ")}` : `wallclock ${noun}s lists them`;
    return fail(`unknown_${noun}`, "", `${noun} ("${name.slice(0, 80)}") is not in the catalogue`, hint);
  }
  return { json: entry, text: (screen) => show(entry, screen), table: () => table([entry]) };
}
