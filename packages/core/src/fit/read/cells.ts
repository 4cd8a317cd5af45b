import type { LossUnit } from "../../loss/units.ts";
import { copiedInto } from "../copied-into.ts";
import { type FitRow, mostNumber } from "../run-table.ts";
import type { Columns, SizeColumn } from "./columns.ts";

/** A cell that does not hold what its column must: a number above 0. */
export interface WrongCell {
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly rule: string;
}

/** The numbers of rows, in some 60 bytes each; which column is N is known only when all are read. */
export interface CellStore {
  readonly add: (cells: readonly string[], row: number) => void;
  readonly length: () => number;
  readonly rowNumbers: () => Int32Array;
  /** Rows in which a column that may be N is empty. */
  readonly empty: (size: SizeColumn) => number;
  /** What is wrong in the columns that are read whichever is N. */
  readonly faults: () => readonly WrongCell[];
  readonly faultsOf: (size: SizeColumn) => readonly WrongCell[];
  readonly row: (index: number, size: SizeColumn) => FitRow;
  /** Places of the columns that gave anything, N apart. */
  readonly read: () => number[];
}

/** Wrong cells of one column that are kept; a column that is wrong altogether stays small. */
const mostFaults = 1000;

/** One column of numbers: NaN where a cell is empty or wrong. */
interface NumberColumn {
  readonly at: number;
  readonly values: () => Float64Array;
  readonly add: (text: string, row: number, index: number) => void;
  readonly faults: WrongCell[];
  readonly empty: () => number;
}

/** @param above what the column's numbers must be above: 1 for a perplexity */
function numberColumn(name: string, at: number, above = 0): NumberColumn {
  let values = new Float64Array(1024);
  let empty = 0;
  const faults: WrongCell[] = [];
  const fault = (row: number, text: string, rule: string): void => {
    if (faults.length < mostFaults) faults.push({ row, column: name, text, rule });
  };
  return {
    at,
    faults,
    values: () => values,
    empty: () => empty,
    add: (text, row, index) => {
      if (index === values.length) values = copiedInto(values, new Float64Array(2 * index));
      const value = text === "" ? Number.NaN : Number(text);
      values[index] = value;
      if (text === "") {
        empty += 1;
        fault(row, text, "");
      } else if (!Number.isFinite(value)) fault(row, text, "is not a number");
      else if (!(value > above)) fault(row, text, `must be above ${above}`);
      else if (value > mostNumber) fault(row, text, `must be at most ${mostNumber}`);
    },
  };
}

/** How losses are written, and what brings one to the unit of the fit. */
export interface LossReading {
  readonly unit: LossUnit;
  readonly convert: (loss: number) => number;
}

/** Collects the cells of a fit's columns. */
export function cellStore(
  names: readonly string[],
  columns: Columns,
  { unit, convert }: LossReading,
): CellStore {
  const column = (at: number, above = 0): NumberColumn => numberColumn(names[at]!, at, above);
  const sizes = columns.sizes.map(({ at }) => column(at));
  const [tokens, loss] = [column(columns.tokens), column(columns.loss, unit === "perplexity" ? 1 : 0)];
  const optional = { uniqueTokens: columns.uniqueTokens, layers: columns.layers, width: columns.width };
  const others = Object.entries(optional).flatMap(([key, at]) => {
    return at === null ? [] : [{ key, column: column(at) }];
  });
  const trunks = trunkColumn(columns.trunk);
  const all = [...sizes, tokens, loss, ...others.map((other) => other.column)];
  let rowNumbers = new Int32Array(1024);
  let length = 0;
  const ofSize = (size: SizeColumn): NumberColumn => sizes.find(({ at }) => at === size.at)!;
  return {
    add: (cells, row) => {
      if (length === rowNumbers.length) rowNumbers = copiedInto(rowNumbers, new Int32Array(2 * length));
      rowNumbers[length] = row;
      for (const each of all) each.add(cells[each.at]!.trim(), row, length);
      trunks.add(cells);
      length += 1;
    },
    length: () => length,
    rowNumbers: () => rowNumbers.slice(0, length),
    empty: (size) => ofSize(size).empty(),
    faults: () => [
      ...[tokens, loss].flatMap(({ faults }) => faults),
      ...others.flatMap(({ column: { faults } }) => faults.filter(({ text }) => text !== "")),
    ],
    faultsOf: (size) => ofSize(size).faults,
    row: (index, size) => ({
      params: ofSize(size).values()[index]!,
      tokens: tokens.values()[index]!,
      loss: convert(loss.values()[index]!),
      ...optionalOf(others, index),
      ...trunks.of(index),
    }),
    read: () => [
      ...[tokens, loss].map(({ at }) => at),
      ...others.filter((other) => other.column.empty() < length).map((other) => other.column.at),
      ...(columns.trunk === null ? [] : [columns.trunk]),
    ],
  };
}

/** Those of the optional numbers that the row has. */
function optionalOf(
  others: readonly { readonly key: string; readonly column: NumberColumn }[],
  index: number,
): Partial<FitRow> {
  const given: Record<string, number> = {};
  for (const { key, column } of others) {
    const value = column.values()[index]!;
    if (!Number.isNaN(value)) given[key] = value;
  }
  return given;
}

/** Names of trunks, each kept once; a row without one is a trunk of its own. */
function trunkColumn(at: number | null) {
  const numbers = new Map<string, string>();
  const ofRow: (string | null)[] = [];
  return {
    add: (cells: readonly string[]): void => {
      if (at === null) return;
      const name = cells[at]!.trim();
      if (!numbers.has(name)) numbers.set(name, name);
      ofRow.push(name === "" ? null : numbers.get(name)!);
    },
    of: (index: number): { trunk?: string } => {
      const trunk = ofRow[index] ?? null;
      return trunk === null ? {} : { trunk };
    },
  };
}
