import { type Canvas, createCanvas, drawLine } from "./canvas.ts";
import { type Chart, type ChartOptions, type Mark, scalesOf, seriesRole } from "./chart.ts";
import { type Scale, shows } from "./scale.ts";
import { cut, type Line, line, margin, pad, type Role, span, widthOf } from "./text.ts";

/** A chart on its canvas: where values lie in characters. */
interface Frame {
  readonly chart: Chart;
  readonly canvas: Canvas;
  readonly x: Scale;
  readonly y: Scale;
}

/** A word at the right of the frame. */
interface EndName {
  readonly text: string;
  readonly role: Role;
}

const longestName = 18;

/**
 * A chart as text: the y axis at the left, the x axis below, curves in between, and their names at their ends when
 * there are several. A chart without a point to show, or without the room for it, is no lines at all.
 *
 * @example
 * renderChart(chart, { width: 40, height: 8, charset: "ascii" }).length // => 8
 */
export function renderChart(chart: Chart, options: ChartOptions): Line[] {
  const { width, height, charset = "braille" } = options;
  const rows = Math.max(3, height - 2);
  const scales = scalesOf(chart, Math.max(2, Math.floor(width / 12)), Math.max(2, Math.floor(rows / 2.5)));
  if (scales === null) return [];
  const gutter = Math.max(1, ...scales.y.ticks.map((tick) => widthOf(tick.text)));
  const longest = Math.max(...chart.series.map((each) => widthOf(each.name)));
  const named = chart.series.length > 1 ? Math.min(longestName, longest) : 0;
  const columns = width - 2 * margin - gutter - 2 - (named > 0 ? named + 1 : 0);
  if (columns < 12) return [];
  const frame: Frame = { chart, canvas: createCanvas(columns, rows, charset), ...scales };
  drawSeries(frame);
  drawMarks(frame);
  const names = named > 0 ? endNames(frame) : new Map<number, EndName>();
  const ticks = new Map(scales.y.ticks.map(({ value, text }) => [rowOf(frame, value), text]));
  const body = frame.canvas.lines().map((drawn, row) => {
    const tick = ticks.get(row);
    const name = names.get(row);
    const side = [
      span(pad(tick ?? "", gutter, "right"), "dim"),
      1,
      span(tick === undefined ? "│" : "┤", "dim"),
    ];
    return line(
      margin,
      ...side,
      ...drawn,
      ...(name === undefined ? [] : [1, span(cut(name.text, named), name.role)]),
    );
  });
  return [...body, ...xAxis(frame, gutter)];
}

/** The character in which a curve's dot for the value lies, so that marks and ticks sit on their curves. */
function columnOf({ canvas, x }: Frame, value: number): number {
  const dot = Math.round(x.place(value) * (canvas.width - 1));
  return Math.floor((dot * canvas.columns) / canvas.width);
}

function rowOf({ canvas, y }: Frame, value: number): number {
  const dot = Math.round((1 - y.place(value)) * (canvas.height - 1));
  return Math.floor((dot * canvas.rows) / canvas.height);
}

function drawSeries({ chart, canvas, x, y }: Frame): void {
  for (const [index, series] of chart.series.entries()) {
    const points = series.points
      .filter(([px, py]) => shows(chart.x, px) && shows(chart.y, py))
      .map(([px, py]) => {
        return [x.place(px) * (canvas.width - 1), (1 - y.place(py)) * (canvas.height - 1)] as const;
      });
    const role = seriesRole(series, index);
    for (const [position, point] of points.entries()) {
      drawLine(canvas, points[position - 1] ?? point, point, role);
    }
  }
}

function drawMarks(frame: Frame): void {
  const { chart, canvas } = frame;
  for (const mark of chart.marks ?? []) {
    if (!shows(chart.x, mark.x) || !shows(chart.y, mark.y)) continue;
    const role = mark.role ?? "focus";
    const column = columnOf(frame, mark.x);
    if (mark.range !== undefined) {
      const [low, high] = mark.range;
      for (let row = rowOf(frame, high); row <= rowOf(frame, low); row += 1) {
        if (!canvas.has(column, row)) canvas.put(column, row, "│", role);
      }
    }
    canvas.put(column, rowOf(frame, mark.y), mark.glyph ?? "◆", role);
    placeLabel(frame, mark, role);
  }
}

/** Writes a mark's label beside it, on the nearest row where nothing else is. */
function placeLabel(frame: Frame, mark: Mark, role: Role): void {
  const { canvas } = frame;
  const chars = [...(mark.label ?? "")];
  const [column, row] = [columnOf(frame, mark.x), rowOf(frame, mark.y)];
  for (const at of [row - 1, row, row + 1, row - 2, row + 2]) {
    for (const start of [column + 2, column - 1 - chars.length]) {
      const end = start + chars.length;
      if (at < 0 || at >= canvas.rows || start < 0 || end > canvas.columns) continue;
      const cells = Array.from({ length: chars.length + 2 }, (_, index) => start - 1 + index);
      if (cells.some((cell) => canvas.has(cell, at))) continue;
      for (const [index, char] of chars.entries()) canvas.put(start + index, at, char, role);
      return;
    }
  }
}

/** The row of each series' name: where it ends, or the nearest one that is free. */
function endNames(frame: Frame): Map<number, EndName> {
  const names = new Map<number, EndName>();
  for (const [index, series] of frame.chart.series.entries()) {
    const last = series.points.findLast(([px, py]) => shows(frame.chart.x, px) && shows(frame.chart.y, py));
    if (last === undefined) continue;
    const wanted = rowOf(frame, last[1]);
    const rows = Array.from({ length: frame.canvas.rows }, (_, row) => row)
      .filter((row) => !names.has(row))
      .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
    if (rows[0] !== undefined) names.set(rows[0], { text: series.name, role: seriesRole(series, index) });
  }
  return names;
}

/** The axis with a mark at each tick, and below it the ticks' words; a word that would touch its neighbour is left out. */
function xAxis(frame: Frame, gutter: number): Line[] {
  const { columns } = frame.canvas;
  const rule = Array.from({ length: columns }, () => "─");
  const words = Array.from({ length: columns + 1 }, () => " ");
  let free = 0;
  for (const { value, text } of frame.x.ticks) {
    const column = columnOf(frame, value);
    const start = Math.min(Math.max(0, column - Math.floor(text.length / 2)), columns - text.length);
    if (start < free) continue;
    rule[column] = "┬";
    for (const [index, char] of [...text].entries()) words[start + index] = char;
    free = start + text.length + 1;
  }
  const left = margin + gutter + 1;
  return [
    line(left, span(`└${rule.join("")}`, "dim")),
    line(left + 1, span(words.join("").trimEnd(), "dim")),
  ];
}
