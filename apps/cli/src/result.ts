import { serialize } from "@wallclock/core";
import {
  asciiLines,
  type Line,
  type RenderOptions,
  type Table,
  tableCsv,
  tableMarkdown,
} from "@wallclock/core/report";
import type { Context } from "./context.ts";
import { openSink, tell } from "./io/output.ts";
import type { Screen } from "./io/screen.ts";
import { painted } from "./io/theme.ts";

/** What a command has found, in each form one may ask for. */
export interface Result {
  /** The documented reply. */
  readonly json: unknown;
  readonly text: (screen: RenderOptions) => readonly Line[];
  /** Where it is a table: for `--csv`, with numbers in full, and `--markdown`. */
  readonly table?: () => Table;
  /** Where it is a picture: for `--svg`. */
  readonly svg?: () => string;
}

/** Writes a result in the form that the flags ask for, where they ask for it. */
export async function writeResult(context: Context, result: Result): Promise<void> {
  await writeText(context, render(context, result));
}

/**
 * Writes what a command makes, a law or a calibration, to the file of `--output`, where there is one; its page is then
 * for standard output.
 *
 * @returns whether there was a file, and the context that the page is written with
 */
export async function writeProduct(
  context: Context,
  product: unknown,
): Promise<{ readonly isWritten: boolean; readonly forPage: Context }> {
  const values = new Map(context.args.values);
  const isWritten = (values.get("output") ?? "-") !== "-";
  if (isWritten) await writeText(context, serialize(product));
  values.delete("output");
  return { isWritten, forPage: { ...context, args: { ...context.args, values } } };
}

/** Writes a text to the file of `--output`, and says so; without one to standard output. */
async function writeText(context: Context, text: string): Promise<void> {
  const { switches, values } = context.args;
  const file = values.get("output") ?? "-";
  const sink = openSink(file, switches.has("force"));
  try {
    await sink.write(text);
  } finally {
    sink.close();
  }
  if (file !== "-") note(context, `wrote ${file}`);
}

function render({ args, screen }: Context, { json, text, table, svg }: Result): string {
  const { switches } = args;
  if (switches.has("json")) return serialize(json);
  if (svg !== undefined && switches.has("svg")) return svg();
  if (table !== undefined && switches.has("csv")) return tableCsv(table());
  if (table !== undefined && switches.has("markdown")) return tableMarkdown(table());
  return drawn(text(screen), screen, "out");
}

/** Lines as one text for a stream: in its colours, and in ASCII where the terminal has no more. */
export function drawn(lines: readonly Line[], { charset, colour }: Screen, stream: "out" | "err"): string {
  return painted(charset === "ascii" ? asciiLines(lines) : lines, colour[stream]);
}

/** Says something on standard error that is not the result, unless `--quiet`. */
export function note({ screen }: Context, text: string): void {
  if (!screen.quiet) tell(`${text}\n`);
}
