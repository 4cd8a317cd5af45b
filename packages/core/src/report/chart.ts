import { type Axis, makeScale, type Scale, shows } from "./scale.ts";
import type { Table } from "./table.ts";
import type { Charset, Role } from "./text.ts";

export type { Axis } from "./scale.ts";

/** A curve. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly role?: Role;
}

/** A point that stands out, with an interval where it has one. */
export interface Mark {
  /** How it stands in text; `◆` by default. */
  readonly glyph?: string;
  /** In the unit of the x axis. */
  readonly x: number;
  /** In the unit of the y axis. */
  readonly y: number;
  readonly label?: string;
  /** The ends of the interval of y. */
  readonly range?: readonly [low: number, high: number];
  readonly role?: Role;
}

/** What is drawn: as text by `renderChart`, as a picture by `chartSvg`, as rows by `chartTable`. */
export interface Chart {
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  readonly marks?: readonly Mark[];
  /** An interval along x, behind the first series; pictures only: in text its two edges cannot be told from curves. */
  readonly band?: readonly (readonly [x: number, low: number, high: number])[];
}

/** The room a chart has. */
export interface ChartOptions {
  readonly width: number;
  /** Lines in all. */
  readonly height: number;
  readonly charset?: Charset;
}

const seriesRoles: readonly Role[] = ["series1", "series2", "series3", "series4"];

/** The role of the n-th series. */
export function seriesRole(series: Series, index: number): Role {
  return series.role ?? seriesRoles[index % seriesRoles.length]!;
}

/** The scales of a chart, from everything that is on it. */
export function scalesOf(chart: Chart, xTicks: number, yTicks: number): { x: Scale; y: Scale } | null {
  const marks = chart.marks ?? [];
  const points = chart.series
    .flatMap((each) => each.points)
    .filter(([x, y]) => shows(chart.x, x) && shows(chart.y, y));
  if (points.length === 0) return null;
  const band = chart.band ?? [];
  const xs = [...points.map(([x]) => x), ...marks.map((mark) => mark.x), ...band.map(([x]) => x)];
  const ys = [
    ...points.map(([, y]) => y),
    ...marks.flatMap((mark) => [mark.y, ...(mark.range ?? [])]),
    ...band.flatMap(([, low, high]) => [low, high]),
  ];
  return { x: makeScale(chart.x, xs, xTicks), y: makeScale(chart.y, ys, yTicks) };
}

/**
 * The points of a chart as rows: the same data that is drawn, for CSV and for those who cannot see the picture.
 *
 * @example
 * tableCsv(chartTable(chart)) // => "series,hours,nats a token\nloss,0,5\nloss,1,3.5\nloss,2,3\n"
 */
export function chartTable(chart: Chart): Table {
  const { x, y, series } = chart;
  const rows = series.flatMap(({ name, points }) => {
    return points.map(([px, py]) => ({
      cells: [
        { text: name, value: name },
        { text: String(px), value: px },
        { text: String(py), value: py },
      ],
    }));
  });
  const columns = [
    { title: "series" },
    { title: x.label, align: "right" as const },
    { title: y.label, align: "right" as const },
  ];
  return { columns, rows };
}
