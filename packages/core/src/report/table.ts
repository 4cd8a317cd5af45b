import { type Role, span } from "./text.ts";

/** One column of a table. */
export interface Column {
  readonly title: string;
  /** What CSV calls it, where that must say a unit. */
  readonly key?: string;
  readonly align?: "left" | "right";
  /** Columns with the highest number are left out first when there is no room; 0, the default, never is. */
  readonly spare?: number;
  /** Never cut while there are columns to leave out: names one has to type. */
  readonly keep?: boolean;
  /** Columns it keeps while there are others to leave out. */
  readonly least?: number;
  /** How a text that is too long is shortened; at its end by default. */
  readonly shorten?: (text: string, columns: number) => string;
}

/** One field: as people read it, and as a program does. */
export interface Cell {
  readonly text: string;
  readonly role?: Role;
  /** What CSV says instead of the text: the number in full, in the unit of its column; null as nothing. */
  readonly value?: string | number | boolean | null;
}

/** The cells of one line of a table. */
export interface Row {
  readonly cells: readonly Cell[];
  /** A section is a heading between rows; a sum is a row of its own kind, a total one below a line. CSV has neither. */
  readonly kind?: "section" | "sum" | "total";
}

/** Rows under titles; the same table makes text, Markdown and CSV. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/**
 * A cell that is a number: text for people, the number itself for programs.
 *
 * @example
 * numberCell(0.0635, formatSeconds) // => { text: "63.5 ms", value: 0.0635 }
 */
export function numberCell(
  value: number | null,
  format: (value: number | null) => string,
  role?: Role,
): Cell {
  return { text: format(value), value, ...(role === undefined ? {} : { role }) };
}

/**
 * A cell that is a text.
 *
 * @example
 * textCell("matmul", "accent") // => { text: "matmul", role: "accent" }
 */
export function textCell(text: string, role?: Role): Cell {
  return { text, ...(role === undefined ? {} : { role }) };
}

/**
 * The table as Markdown; totals are bold, sections rows of their own.
 *
 * @example
 * tableMarkdown(table) // => "| part | seconds |\n| --- | ---: |\n| matmul | 0.0635 |\n"
 */
export function tableMarkdown(table: Table): string {
  const escaped = (text: string): string => span(text).text.replaceAll("|", "\\|");
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  const rules = table.columns.map(({ align }) => (align === "right" ? "---:" : "---"));
  const body = table.rows.map(({ cells, kind }) => {
    const texts = table.columns.map((_, index) => escaped(cells[index]?.text ?? ""));
    return row(kind === undefined ? texts : texts.map((text) => (text === "" ? "" : `**${text}**`)));
  });
  return row(table.columns.map(({ title }) => escaped(title))) + row(rules) + body.join("");
}

/**
 * The table as CSV (RFC 4180, but lines end in one character): numbers in full, no sections and totals.
 *
 * @example
 * tableCsv(table) // => "part,seconds\nmatmul,0.0635\n"
 */
export function tableCsv(table: Table): string {
  const field = (value: Cell["value"]): string => {
    const text = value === null || value === undefined ? "" : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = table.rows.filter((row) => row.kind === undefined);
  const lines = rows.map((row) => {
    return table.columns.map((_, index) => {
      const cell = row.cells[index];
      return field(cell === undefined || cell.value !== undefined ? cell?.value : cell.text);
    });
  });
  return [table.columns.map(({ title, key }) => field(key ?? title)), ...lines]
    .map((each) => `${each.join(",")}\n`)
    .join("");
}
