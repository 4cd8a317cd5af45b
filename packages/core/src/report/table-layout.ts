import type { Table } from "./table.ts";
import { margin, widthOf } from "./text.ts";

/** Columns between the columns of a table. */
export const columnGap = 2;

/** No text column is cut below this while there are columns to leave out. */
const shortest = 20;

/** The columns there is room for, by index, and the width of each column, shown or not. */
export interface TableLayout {
  readonly shown: readonly number[];
  readonly widths: readonly number[];
}

/**
 * Fits a table into a width: first texts are cut, then columns left out
 * by their `spare`, then everything is cut.
 */
export function tableLayout(table: Table, width: number): TableLayout {
  let widths = naturalWidths(table);
  const spare = (index: number): number => table.columns[index]!.spare ?? 0;
  const gives = (index: number): boolean => {
    const { align, keep = false } = table.columns[index]!;
    return align !== "right" && !keep && spare(index) === 0;
  };
  let shown = table.columns.map((_, index) => index);
  for (;;) {
    const most = Math.max(...shown.map(spare));
    const least = (index: number): number => Math.max(shortest, table.columns[index]!.least ?? 0);
    const room = shrink(widths, shown.filter(gives), excess(widths, shown, width), least);
    if (room <= 0 || most === 0) break;
    shown = shown.filter((index) => spare(index) < most);
    widths = naturalWidths(table);
  }
  shrink(widths, shown, excess(widths, shown, width), () => 1);
  return { shown, widths };
}

function excess(widths: readonly number[], shown: readonly number[], width: number): number {
  return shown.reduce((sum, index) => sum + widths[index]! + columnGap, 2 * margin - columnGap) - width;
}

/** Takes columns from the widest that may give until nothing is too much; gives back what still is. */
function shrink(
  widths: number[],
  candidates: readonly number[],
  tooMuch: number,
  least: (index: number) => number,
): number {
  let left = tooMuch;
  while (left > 0) {
    const widest = candidates
      .filter((index) => widths[index]! > least(index))
      .reduce((best, index) => (widths[index]! > (widths[best] ?? 0) ? index : best), -1);
    if (widest === -1) return left;
    widths[widest]! -= 1;
    left -= 1;
  }
  return left;
}

function naturalWidths({ columns, rows }: Table): number[] {
  return columns.map(({ title }, index) => {
    const cells = rows.filter((row) => row.kind !== "section").map((row) => row.cells[index]?.text ?? "");
    return Math.max(widthOf(title), ...cells.map(widthOf));
  });
}
