import { type Line, line, margin, pad, type Role, type Span, span, widthOf } from "./text.ts";

/** One answer: what it is, the answer, and what it rests on. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
  readonly role?: Role;
}

/** Fewest and most columns between two facts. */
const narrowGap = 3;
const wideGap = 8;

/**
 * Answers side by side, each with its name above and its detail beneath: as many in a row as fit.
 *
 * @example
 * renderStrip([{ label: "TIME", value: "1h", detail: "55m – 1h 5m" }], 40).map((each) => textOf(each).trim()) // => ["TIME", "1h", "55m – 1h 5m"]
 */
export function renderStrip(strip: readonly Fact[], width: number): Line[] {
  const room = width - 2 * margin;
  for (const perRow of [strip.length, Math.ceil(strip.length / 2), 2, 1]) {
    const widths = columnWidths(strip, perRow);
    const free = room - widths.reduce((sum, each) => sum + each, 0);
    const gap = widths.length > 1 ? Math.floor(free / (widths.length - 1)) : free;
    if (gap >= narrowGap || perRow === 1) return rowsOf(strip, perRow, widths, Math.min(gap, wideGap));
  }
  return [];
}

function columnWidths(strip: readonly Fact[], perRow: number): number[] {
  return Array.from({ length: Math.min(perRow, strip.length) }, (_, column) => {
    const facts = strip.filter((_, index) => index % perRow === column);
    return Math.max(...facts.flatMap(({ label, value, detail }) => [label, value, detail].map(widthOf)));
  });
}

function rowsOf(strip: readonly Fact[], perRow: number, widths: readonly number[], gap: number): Line[] {
  return Array.from({ length: Math.ceil(strip.length / perRow) }, (_, row) => {
    const facts = strip.slice(row * perRow, (row + 1) * perRow);
    const cells = (pick: (fact: Fact) => Span): Line => {
      return line(
        margin,
        ...facts.flatMap((fact, index) => {
          const { text, role } = pick(fact);
          const last = index === facts.length - 1;
          return [span(last ? text : pad(text, widths[index]!), role), last ? 0 : gap];
        }),
      );
    };
    return [
      cells(({ label }) => span(label, "dim")),
      cells(({ value, role }) => span(value, role ?? "accent")),
      cells(({ detail }) => span(detail, "dim")),
    ];
  }).flat();
}
