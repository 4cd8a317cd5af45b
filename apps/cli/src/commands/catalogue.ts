import { fail } from "@wallclock/core";
import type { Line, RenderOptions, Table } from "@wallclock/core/report";
import { nearestHint } from "../args/near.ts";
import type { Context } from "../context.ts";
import { exit } from "../exit.ts";
import { type Result, writeResult } from "../result.ts";

/** An entry, or the ids nearest to a name that stands for none. */
export type Found<Entry> = Entry | { readonly choices: readonly string[] };

/** A list of things with an id, and how to show all or one of them. */
export interface Catalogue<Entry extends { readonly id: string }> {
  /** What messages call an entry: `model`, `law`. */
  readonly noun: "model" | "law";
  readonly entries: readonly Entry[];
  /** The entry a name stands for, or the ids nearest to it. */
  readonly find: (name: string) => Found<Entry>;
  readonly list: (entries: readonly Entry[], screen: RenderOptions) => readonly Line[];
  readonly show: (entry: Entry, screen: RenderOptions) => readonly Line[];
  readonly table: (entries: readonly Entry[]) => Table;
}

/** Shows all entries of a catalogue, or the one that the operand names. */
export async function showCatalogue<Entry extends { readonly id: string }>(
  context: Context,
  catalogue: Catalogue<Entry>,
): Promise<number> {
  const { operands, values } = context.args;
  const [name] = operands;
  const { noun, entries, find } = catalogue;
  const [url, list] = [values.get("remote"), `${noun}s` as const];
  const far = url === undefined ? null : { url, ...(await import("../remote/catalogue.ts")) };
  const result =
    name === undefined
      ? all(catalogue, far === null ? entries : await far.entriesAt<Entry>(far.url, list))
      : one(catalogue, name, far === null ? find(name) : await far.entryAt<Entry>(far.url, list, name));
  await writeResult(context, result);
  return exit.ok;
}

function all<Entry extends { readonly id: string }>(
  { list, table }: Catalogue<Entry>,
  entries: readonly Entry[],
): Result {
  return { json: entries, text: (screen) => list(entries, screen), table: () => table(entries) };
}

function one<Entry extends { readonly id: string }>(
  { noun, show, table }: Catalogue<Entry>,
  name: string,
  entry: Found<Entry>,
): Result {
  if ("choices" in entry) {
    const hint = nearestHint(entry.choices, `wallclock ${noun}s lists them`);
    return fail(`unknown_${noun}`, "", `${noun} ("${name.slice(0, 80)}") is not in the catalogue`, hint);
  }
  return { json: entry, text: (screen) => show(entry, screen), table: () => table([entry]) };
}
