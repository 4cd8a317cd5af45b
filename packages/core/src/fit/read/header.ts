import { fail } from "../../errors/issue.ts";
import { nearest } from "../../errors/nearest.ts";

/**
 * The names of a table's columns, checked.
 *
 * @throws UserError `no_header`, `column_twice`
 */
export function checkedHeader(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim());
  if (names.every((name) => name === "")) {
    fail("no_header", "", "row 1 has no column names", "the first row names the columns: params,tokens,loss");
  }
  const seen = new Set<string>();
  for (const name of names) {
    if (name !== "" && seen.has(name)) {
      const places = names.flatMap((each, i) => (each === name ? [i + 1] : [])).join(" and ");
      const message = `row 1: the column ${quoted(name)} is there twice, as columns ${places}`;
      fail("column_twice", name, message, "rename one of them");
    }
    seen.add(name);
  }
  return names;
}

/**
 * The place of a column.
 *
 * @param asked what asked for it: an option's name
 * @throws UserError `missing_column` that names the nearest
 */
export function columnAt(name: string, header: readonly string[], asked: string): number {
  const at = header.indexOf(name);
  if (at >= 0 && name !== "") return at;
  return fail("missing_column", asked, `there is no column ${quoted(name)}`, nearestColumns(name, header));
}

/** Names of columns that may have been meant. */
export function nearestColumns(name: string, header: readonly string[]): string {
  const named = header.filter((each) => each !== "");
  const close = nearest(name, named, 3);
  return close.length > 0 ? `nearest: ${close.join(", ")}` : `columns: ${listed(named, 12)}`;
}

/** Words in a list, the first so many of them. */
export function listed(words: readonly string[], most: number): string {
  const shown = words.slice(0, most).map((word) => word.slice(0, 80));
  return words.length > most ? `${shown.join(", ")} and ${words.length - most} more` : shown.join(", ");
}

/** A text of the caller, short enough for a message. */
export function quoted(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
