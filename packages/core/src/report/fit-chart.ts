import type { ResidualRow } from "../fit/judge/residuals.ts";
import type { Chart, Mark } from "./chart.ts";
import { exponent } from "./format.ts";

/** Most runs that are drawn; more would hide each other. */
const mostMarks = 2000;

/** How runs stand in the chart: those the law was fitted to, and those held out. */
export const fitGlyphs = { fitted: "•", heldOut: "◆" } as const;

/**
 * Residuals in percent against compute, 6 N D FLOP: of rows held out by the refit that did not see them, of the others by
 * the law.
 *
 * @example
 * fitChart(fitted.rows()).series.map(({ name }) => name) // => ["the law"]
 */
export function fitChart(rows: readonly ResidualRow[]): Chart {
  const marks = [
    ...thinned(rows.filter(({ heldOut }) => !heldOut)),
    ...thinned(rows.filter(({ heldOut }) => heldOut)),
  ];
  const compute = marks.map(({ params, tokens }) => 6 * params * tokens);
  const ends = [Math.min(...compute), Math.max(...compute)];
  return {
    x: { kind: "log", label: "compute, 6 N D FLOP", format: power },
    y: { kind: "linear", label: "predicted / measured − 1, %" },
    series: [{ name: "the law", points: ends.map((x) => [x, 0] as const), role: "dim" }],
    marks: marks.map(markOf),
  };
}

function markOf({ params, tokens, loss, residual, heldOut, heldOutPredicted }: ResidualRow): Mark {
  const share = heldOutPredicted === null ? residual : heldOutPredicted / loss - 1;
  return {
    x: 6 * params * tokens,
    y: 100 * share,
    glyph: heldOut ? fitGlyphs.heldOut : fitGlyphs.fitted,
    role: heldOut ? "focus" : "series1",
  };
}

function thinned(rows: readonly ResidualRow[]): readonly ResidualRow[] {
  if (rows.length <= mostMarks / 2) return rows;
  return Array.from(
    { length: mostMarks / 2 },
    (_, k) => rows[Math.floor((2 * k * rows.length) / mostMarks)]!,
  );
}

function power(value: number): string {
  return exponent(value, Number.isInteger(Math.log10(value)) ? 0 : 1);
}
