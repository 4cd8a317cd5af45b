import type { Row, Table } from "./table.ts";
import { columnGap, tableLayout } from "./table-layout.ts";
import { cut, type Line, line, margin, pad, type Span, span } from "./text.ts";

/**
 * The table as text: titles dim, numbers to the right, within the width.
 *
 * @example
 * renderTable(table, 40).map((each) => textOf(each).trim()) // => ["part    seconds", "matmul   0.0635"]
 */
export function renderTable(table: Table, width: number): Line[] {
  const { shown, widths } = tableLayout(table, width);
  const titles = shown.map((index) => {
    const { title, align } = table.columns[index]!;
    return { text: title, align, index };
  });
  const head = rowLine(titles.map(({ text, align, index }) => span(pad(text, widths[index]!, align), "dim")));
  const body = table.rows.flatMap((row) => rowLines(row, table, shown, widths));
  return [head, ...body];
}

function rowLines(row: Row, table: Table, shown: readonly number[], widths: readonly number[]): Line[] {
  if (row.kind === "section") {
    const total = shown.reduce((sum, index) => sum + widths[index]! + columnGap, -columnGap);
    return [line(margin, span(cut(row.cells[0]?.text ?? "", total), row.cells[0]?.role ?? "accent"))];
  }
  const spans = shown.map((index) => {
    const cell = row.cells[index] ?? { text: "" };
    const { align, shorten = cut } = table.columns[index]!;
    return span(pad(shorten(cell.text, widths[index]!), widths[index]!, align), cell.role ?? "text");
  });
  if (row.kind !== "total") return [rowLine(spans)];
  const rule = shown.map((index) => span("─".repeat(widths[index]!), "dim"));
  return [rowLine(rule), rowLine(spans)];
}

function rowLine(spans: readonly Span[]): Line {
  return line(margin, ...spans.flatMap((each, index) => (index === 0 ? [each] : [columnGap, each])));
}
