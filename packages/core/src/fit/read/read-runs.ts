import { fail, type Issue, issue, type Note, UserError } from "../../errors/issue.ts";
import { convertLoss, type LossUnit } from "../../loss/units.ts";
import { type RunTable, tableBuilder } from "../run-table.ts";
import { cellStore, type WrongCell } from "./cells.ts";
import {
  type ColumnNames,
  type Columns,
  columnsOf,
  ignoredNotes,
  type ParameterCounting,
  type SizeColumn,
  sizeNote,
} from "./columns.ts";
import { type Groups, groupsOf } from "./group.ts";
import { checkedHeader, listed, quoted } from "./header.ts";
import { type Filter, filterOf, parseWhere } from "./where.ts";

/** Which rows and columns of a table are runs to fit. */
export interface ReadOptions extends ColumnNames {
  /** Groups to take together; none: the table must have one only. */
  readonly groups?: readonly string[] | undefined;
  /** Conditions as {@link parseWhere} reads them; rows must meet all. */
  readonly where?: readonly string[] | undefined;
  /** Unit of the losses; nats a token by default. */
  readonly unit?: LossUnit | undefined;
  /** Bytes of text a token stands for: without it losses in bits a byte stay as they are. */
  readonly bytesPerToken?: number | undefined;
}

/** Runs to fit a law to, and where they came from. */
export interface FitRuns {
  readonly table: RunTable;
  /** Number of each row in the caller's file. */
  readonly rowNumbers: Int32Array;
  /** What the caller calls the columns. */
  readonly columns: { readonly params: string; readonly tokens: string; readonly loss: string };
  /** Which parameters N counts. */
  readonly n: ParameterCounting;
  /** Unit of the losses as they are in the table: nats a token wherever that is known. */
  readonly unit: LossUnit;
  readonly group: string | null;
  readonly notes: readonly Note[];
}

/** Takes a table row by row: for a file that streams. */
export interface RunReader {
  /**
   * @param rowNumber number of the row in its file, the header being row 1
   * @throws UserError `ragged_row`
   */
  readonly add: (cells: readonly string[], rowNumber: number) => void;
  /** @throws UserError naming row and column of what is no number above 0; without rows; for several groups */
  readonly finish: () => FitRuns;
}

/** Cells that are wrong and named one by one; the others are counted. */
const mostIssues = 5;

/**
 * Reads runs from the rows of a table with these column names.
 *
 * @throws UserError `column_twice`, `missing_column`, `same_column`, `bad_where`
 * @example
 * const reader = runReader(["params", "tokens", "loss"]);
 * reader.add(["1e8", "2e9", "3.5"], 2);
 * reader.finish().table.loss[0] // => 3.5
 * runReader(["params", "params", "loss"]) // throws "params"
 */
export function runReader(header: readonly string[], options: ReadOptions = {}): RunReader {
  const names = checkedHeader(header);
  const columns = columnsOf(names, options);
  const filters = (options.where ?? []).map((each) => filterOf(parseWhere(each), names));
  const groups = groupsOf(names, options.groups ?? []);
  const unit = unitOf(options);
  const store = cellStore(names, columns, unit);
  let rows = 0;
  return {
    add: (cells, rowNumber) => {
      if (cells.every((cell) => cell.trim() === "")) return;
      if (cells.length !== names.length) ragged(cells, names.length, rowNumber);
      rows += 1;
      const meets = (): boolean => filters.every((filter) => filter.meets(cells));
      // a group that is asked for is known though no row of it meets the conditions
      if (groups.asked ? !groups.takes(cells) || !meets() : !meets() || !groups.takes(cells)) return;
      if (!groups.mixed()) store.add(cells, rowNumber);
    },
    finish: () => {
      if (rows === 0) fail("no_rows", "", "there are no rows below the header");
      groups.check();
      if (store.length() === 0) noneLeft(rows, filters);
      return finish({ names, columns, groups, filters, store, unit: unit.kept });
    },
  };
}

/** Losses in nats a token; those in bits a byte as they are, where the bytes of a token are not known. */
function unitOf({ unit = "nats/token", bytesPerToken }: ReadOptions) {
  if (unit === "bits/byte" && bytesPerToken === undefined)
    return { unit, kept: unit, convert: (loss: number) => loss };
  if (bytesPerToken !== undefined) convertLoss(1, "bits/byte", "nats/token", bytesPerToken);
  const convert = (loss: number): number => convertLoss(loss, unit, "nats/token", bytesPerToken);
  return { unit, kept: "nats/token" as const, convert };
}

function ragged(cells: readonly string[], expected: number, rowNumber: number): never {
  const message = `row ${rowNumber} has ${cells.length} cell${cells.length === 1 ? "" : "s"}, the header ${expected}`;
  const isComment = cells[0]!.trimStart().startsWith("#");
  const hint = isComment
    ? "CSV has no comments: delete the line"
    : "a text with a comma in it must be in quotes";
  return fail("ragged_row", String(rowNumber), message, hint);
}

function noneLeft(rows: number, filters: readonly Filter[]): never {
  const texts = filters.map(({ column, operator, text }) => `${column}${operator}${text}`);
  const message = `none of the ${rows} rows meets ${listed(texts, 5)}`;
  const hints = filters.map(
    ({ column, seen }) => `${column} is ${[...seen].slice(0, 8).map(quoted).join(", ")}`,
  );
  return fail("no_rows", "where", message, hints.join("; ") || null);
}

interface Read {
  readonly names: readonly string[];
  readonly columns: Columns;
  readonly groups: Groups;
  readonly filters: readonly Filter[];
  readonly store: ReturnType<typeof cellStore>;
  readonly unit: LossUnit;
}

function finish({ names, columns, groups, filters, store, unit }: Read): FitRuns {
  const size = sizeOf(columns.sizes, store);
  const faults = [...store.faultsOf(size), ...store.faults()].sort((a, b) => a.row - b.row);
  if (faults.length > 0) throw new UserError(issuesOf(faults));
  const rowNumbers = store.rowNumbers();
  const builder = tableBuilder({
    columns: { params: size.name, loss: names[columns.loss]! },
    rowNumber: (index) => rowNumbers[index]!,
  });
  for (let i = 0; i < store.length(); i += 1) builder.add(store.row(i, size));
  const read = new Set([size.at, ...store.read(), ...filters.map(({ column }) => names.indexOf(column))]);
  if (names.includes("group")) read.add(names.indexOf("group"));
  return {
    table: builder.finish(),
    rowNumbers,
    columns: { params: size.name, tokens: names[columns.tokens]!, loss: names[columns.loss]! },
    n: size.counts,
    unit,
    group: groups.name(),
    notes: [sizeNote(size), ...ignoredNotes(names, read)],
  };
}

/** The first column that every row has. */
function sizeOf(sizes: readonly SizeColumn[], store: Read["store"]): SizeColumn {
  const whole = sizes.find((size) => size.certain || store.empty(size) === 0);
  if (whole !== undefined) return whole;
  const length = store.length();
  const counts = sizes.map((size) => `${size.name} is empty in ${store.empty(size)} of ${length} rows`);
  const some = sizes.find((size) => store.empty(size) < length);
  const keeps = some === undefined ? "" : `; --where '${some.name}!=' keeps the rows that have ${some.name}`;
  const hint = `--params COLUMN names the column of N${keeps}`;
  return fail("no_size_column", "params", `no column has N in every row: ${counts.join(", ")}`, hint);
}

function issuesOf(faults: readonly WrongCell[]): Issue[] {
  const issues = faults.slice(0, mostIssues).map(({ row, column, text, rule }): Issue => {
    const what = text === "" ? "the cell is empty" : `${quoted(text)} ${rule}`;
    return issue(
      "bad_row",
      `${row}.${column}`,
      `row ${row}, column ${column}: ${what}`,
      hintOf(column, text),
    );
  });
  const more = faults.length - issues.length;
  return more > 0 ? [...issues, issue("bad_row", "", `and ${more} more cells like these`)] : issues;
}

/** How to write such a number, or how to leave such rows out. */
function hintOf(column: string, text: string): string | null {
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text)) return `without separators: ${text.replaceAll(",", "")}`;
  if (/^-?\d+,\d+$/.test(text)) return `with a point: ${text.replace(",", ".")}`;
  if (/^[\d.]+\s?[kmbt]$/i.test(text)) return "in full, or as 1.5e9";
  const isShort = text.length <= 30 && !/['\n]/.test(text);
  return isShort ? `--where '${column}!=${text}' leaves such rows out` : null;
}
