import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type RunTable, tableOf } from "../../../packages/core/src/fit/index.ts";

/** Runs of one data set: losses in one table can be compared. */
export interface NamedTable {
  readonly name: string;
  /** The file it is from: tables of one source are left out together. */
  readonly source: string;
  readonly table: RunTable;
}

type Row = Readonly<Record<string, string>>;

/**
 * Tables that a word of the command line names: `FILE.csv` is one, `FILE.csv#PATTERN` one for each value of the column `group` that
 * the pattern matches. Rows whose notes begin with OUTLIER are left out, and rows without parameters, tokens or loss.
 * Parameters are `n_params` where every row has them, else `n_params_nonemb`.
 */
export function readTables(word: string): NamedTable[] {
  const [file = "", pattern] = word.split("#");
  const rows = parseCsv(readFileSync(file, "utf8")).filter((row) => !row.notes?.startsWith("OUTLIER"));
  const source = basename(file, ".csv");
  if (pattern === undefined) return [{ name: source, source, table: tableFrom(rows) }];
  const groups = [...new Set(rows.map((row) => row.group ?? ""))].filter((group) =>
    new RegExp(pattern).test(group),
  );
  if (groups.length === 0) throw new Error(`${file} has no group that matches ${pattern}`);
  return groups.map((group) => ({
    name: `${source} ${group}`,
    source,
    table: tableFrom(rows.filter((row) => row.group === group)),
  }));
}

function tableFrom(rows: readonly Row[]): RunTable {
  const size = rows.every((row) => row.n_params) ? "n_params" : "n_params_nonemb";
  const runs = rows.filter((row) => row[size] && row.tokens && row.loss);
  return tableOf(
    runs.map((row) => ({
      params: Number(row[size]),
      tokens: Number(row.tokens),
      loss: Number(row.loss),
      ...(row.unique_tokens ? { uniqueTokens: Number(row.unique_tokens) } : {}),
    })),
  );
}

/** Rows of a CSV text by the names of its header; a quoted cell may hold commas and lines. */
function parseCsv(text: string): Row[] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)];
  const lines: string[][] = [[]];
  for (const [, cell = "", end = ""] of cells) {
    lines.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ",") lines.push([]);
  }
  const [header = [], ...rest] = lines;
  return rest
    .filter((line) => line.length === header.length)
    .map((line) => Object.fromEntries(header.map((name, k) => [name, line[k]!])));
}
