import type { Line } from "@wallclock/core/report";
import type { Content } from "./content.ts";

/** The first of so many rows, one a line, that is seen when one of them is chosen. */
export function firstSeen(count: number, chosen: number, room: number): number {
  const wanted = chosen < room - 1 ? 0 : Math.max(0, chosen - Math.floor(room / 2));
  return Math.min(Math.max(0, count - room), wanted);
}

/** The part of a pane's body that is seen: around the chosen row, or from the row on. */
export function shownLines(
  { body, rows }: Pick<Content, "body" | "rows">,
  row: number,
  room: number,
): { readonly first: number; readonly lines: readonly Line[] } {
  const first =
    rows === undefined
      ? Math.min(Math.max(0, body.length - room), row)
      : firstSeen(body.length, rows[row] ?? 0, room);
  return { first, lines: body.slice(first, first + room) };
}
