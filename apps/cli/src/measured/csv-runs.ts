import { fail, issue, nearest, parseQuantity, UserError } from "@wallclock/core";
import papaparse from "papaparse";
import { nearestHint } from "../args/near.ts";
import { withLeaves } from "../scenario.ts";
import type { RunInput } from "./run-input.ts";

const prefix = "scenario.";

/** Columns of a measured run outside its scenario, and whether they hold numbers. */
const columns: Readonly<Record<string, "text" | "number">> = {
  id: "text",
  group: "text",
  "measured.pass": "text",
  "measured.stepSeconds": "number",
  "measured.replicas": "number",
  "measured.spread": "number",
  "measured.peakBytes": "number",
  "measured.peakKind": "text",
  "measured.lossNats": "number",
};

type Row = Readonly<Record<string, string>>;

/** The rows of a CSV text with dotted names as columns; an empty cell says nothing. */
export function* runsOfCsv(text: string, origin: string): Generator<RunInput> {
  const { data, errors, meta } = papaparse.parse<Row>(text.replace(/^\ufeff/, ""), {
    header: true,
    skipEmptyLines: "greedy",
  });
  checkColumns(meta.fields ?? [], origin);
  const broken = new Map(
    errors.filter(({ row }) => row !== undefined).map(({ row, message }) => [row, message]),
  );
  for (const [index, row] of data.entries()) {
    const fault = broken.get(index);
    yield {
      id: row.id || null,
      origin: `row ${index + 1} of ${origin}`,
      read: () => (fault === undefined ? runOf(row) : broke(index, fault, origin)),
    };
  }
}

function checkColumns(names: readonly string[], origin: string): void {
  const unknown = names.find((name) => !(name in columns) && !/^(scenario|source)\../.test(name));
  if (unknown !== undefined) {
    const close = nearest(unknown, [...Object.keys(columns), "scenario.model", "scenario.hardware"], 1);
    const hint = nearestHint(close, "columns are dotted names, for example scenario.model");
    fail("unknown_column", "", `${origin} has an unknown column "${unknown.slice(0, 80)}"`, hint);
  }
  if (!names.includes("measured.pass")) fail("missing_column", "", `${origin} has no column measured.pass`);
}

async function runOf(row: Row): Promise<unknown> {
  const given = Object.entries(row).filter(([, cell]) => cell !== "");
  const part = (start: string) =>
    given
      .filter(([name]) => name.startsWith(start))
      .map(([name, cell]) => [name.slice(start.length), cell] as const);
  const measured = part("measured.").map(
    ([name, cell]) => [name, numberOr(`measured.${name}`, cell)] as const,
  );
  const source = part("source.").map(
    ([name, cell]) => [name, name === "year" ? Number(cell) : cell] as const,
  );
  return {
    ...(row.id ? { id: row.id } : {}),
    scenario: await withLeaves({}, Object.fromEntries(part(prefix))),
    measured: Object.fromEntries(measured),
    ...(source.length === 0 ? {} : { source: Object.fromEntries(source) }),
    ...(row.group ? { group: row.group } : {}),
  };
}

/** Units that people write into cells of plain numbers. */
const units = { "measured.stepSeconds": "seconds", "measured.peakBytes": "bytes" } as const;

/** A cell is a plain number. What is none stays a text, for the schema to complain about. */
function numberOr(name: string, cell: string): string | number {
  const value = Number(cell);
  if (columns[name] !== "number") return cell;
  if (Number.isFinite(value)) return value;
  const meant = name in units ? parseQuantity(cell, units[name as keyof typeof units]) : null;
  if (meant === null) return cell;
  const message = `${name} ("${cell.slice(0, 40)}") must be a plain number of ${units[name as keyof typeof units]}`;
  return fail("wrong_type", name, message, String(meant));
}

async function broke(index: number, fault: string, origin: string): Promise<never> {
  throw new UserError([issue("csv_row", "", `row ${index + 1} of ${origin}: ${fault}`)]);
}
