import { fail } from "../../errors/issue.ts";
import { columnAt } from "./header.ts";

/** A condition on a column: rows that do not meet it are left out. */
export interface Where {
  readonly column: string;
  readonly operator: "=" | "!=" | "~" | "!~";
  /** What the cell is, or holds: exact, upper and lower case apart; an empty text is an empty cell. */
  readonly text: string;
}

/**
 * Reads a condition: `column=value`, `column!=value`, `column~text` (holds it) or `column!~text`.
 *
 * @throws UserError `bad_where` without an operator or a column
 * @example
 * parseWhere("notes!~OUTLIER") // => { column: "notes", operator: "!~", text: "OUTLIER" }
 */
export function parseWhere(condition: string): Where {
  const [, column = "", operator = "", text = ""] = /^([^=~]*?)(!=|!~|=|~)(.*)$/s.exec(condition) ?? [];
  if (column.trim() === "") {
    const hint = "column=value, column!=value, column~text or column!~text";
    fail("bad_where", "where", `where ("${condition.slice(0, 80)}") is no condition on a column`, hint);
  }
  return { column: column.trim(), operator: operator as Where["operator"], text: text.trim() };
}

/** A test of a row's cells, and what it saw of its column. */
export interface Filter extends Where {
  readonly meets: (cells: readonly string[]) => boolean;
  /** Some of the values that the column had. */
  readonly seen: ReadonlySet<string>;
}

/** Values of a column that are kept to suggest from. */
const mostSeen = 50;

/**
 * A condition as a test of rows.
 *
 * @throws UserError `missing_column` that names the nearest
 */
export function filterOf(where: Where, header: readonly string[]): Filter {
  const at = columnAt(where.column, header, "where");
  const { operator, text } = where;
  const seen = new Set<string>();
  const holds = (cell: string): boolean => (operator.endsWith("~") ? cell.includes(text) : cell === text);
  const wanted = !operator.startsWith("!");
  return {
    ...where,
    seen,
    meets: (cells) => {
      const cell = cells[at]!.trim();
      if (seen.size < mostSeen) seen.add(cell);
      return holds(cell) === wanted;
    },
  };
}
