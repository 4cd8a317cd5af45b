import type { Line } from "@wallclock/core/report";
import type { Content } from "./content.ts";

/** The part of a pane's body that is seen: around the chosen row, or from the row on. */
export function shownLines(
  { body, rows }: Pick<Content, "body" | "rows">,
  row: number,
  room: number,
): { readonly first: number; readonly lines: readonly Line[] } {
  const most = Math.max(0, body.length - room);
  const chosen = rows === undefined ? row : Math.max(0, (rows[row] ?? 0) - Math.floor(room / 2));
  const fits = rows !== undefined && (rows[row] ?? 0) < room - 1 ? 0 : chosen;
  const first = Math.min(most, fits);
  return { first, lines: body.slice(first, first + room) };
}
