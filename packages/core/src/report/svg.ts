import { type Chart, type Mark, type Series, scalesOf, seriesRole } from "./chart.ts";
import { type Scale, shows } from "./scale.ts";
import { type Role, span } from "./text.ts";

/** Size and title of a picture. */
export interface SvgOptions {
  /** Pixels; 720 by 400 by default. */
  readonly width?: number;
  /** Pixels. */
  readonly height?: number;
  /** What the picture shows, in a sentence: its title for those who cannot see it. */
  readonly title: string;
}

interface Frame {
  readonly chart: Chart;
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const style = [
  "svg{--text:#1f2328;--dim:#667079;--rule:#d5dae0;--series1:#0b6bcb;--series2:#c4621b;--series3:#5b8c2a;--series4:#8250a8;--focus:#c2255c}",
  "@media(prefers-color-scheme:dark){svg{--text:#e6e9ec;--dim:#98a2ab;--rule:#39414a;--series1:#6cb2ff;--series2:#f0a36a;--series3:#a3cf6e;--series4:#c7a3e8;--focus:#ff7aa8}}",
  "text{font:12px system-ui,sans-serif;fill:var(--dim)}.name{fill:var(--text)}",
  ".rule{stroke:var(--rule)}.axis{stroke:var(--dim)}.curve{fill:none;stroke-width:2;stroke-linejoin:round}.band{fill:var(--series1);opacity:.22}",
].join("");

/** Roles that have a colour of their own in a picture; all others are drawn as text. */
const colours: ReadonlySet<Role> = new Set(["series1", "series2", "series3", "series4", "focus", "dim"]);

/**
 * The same chart as a picture: an SVG document that stands alone, in light and dark, without scripts or fonts.
 * A chart without a point to show is an empty picture that says so.
 *
 * @example
 * chartSvg(chart, { title: "loss" }).startsWith("<svg") // => true
 */
export function chartSvg(chart: Chart, options: SvgOptions): string {
  const { width = 720, height = 400, title } = options;
  const scales = scalesOf(chart, Math.floor(width / 90), Math.floor(height / 55));
  const content = scales === null ? nothing(width, height) : drawn(chart, scales, width, height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${style}</style>`,
    ...content,
    "</svg>\n",
  ].join("\n");
}

function nothing(width: number, height: number): string[] {
  return [`<text x="${width / 2}" y="${height / 2}" text-anchor="middle">nothing to show</text>`];
}

function drawn(chart: Chart, scales: { x: Scale; y: Scale }, width: number, height: number): string[] {
  const names =
    chart.series.length > 1 ? Math.max(...chart.series.map(({ name }) => name.length)) * 7 + 12 : 20;
  const left = Math.max(...scales.y.ticks.map(({ text }) => text.length)) * 7 + 18;
  const frame: Frame = { chart, ...scales, left, top: 30, width: width - left - names, height: height - 78 };
  return [
    ...axes(frame),
    ...bandShape(frame),
    ...chart.series.map((series, index) => curve(frame, series, index)),
    ...(chart.series.length > 1 ? chart.series.map((series, index) => endName(frame, series, index)) : []),
    ...(chart.marks ?? []).flatMap((mark) => markShape(frame, mark)),
  ];
}

const round = (value: number): string => String(Math.round(value * 10) / 10);
const across = ({ x, left, width }: Frame, value: number): string => round(left + x.place(value) * width);
const down = ({ y, top, height }: Frame, value: number): string => round(top + (1 - y.place(value)) * height);

function axes(frame: Frame): string[] {
  const { chart, left, top, width, height } = frame;
  const bottom = top + height;
  const yTicks = frame.y.ticks.map(({ value, text }) => {
    const at = down(frame, value);
    const rule = `<line class="rule" x1="${left}" x2="${left + width}" y1="${at}" y2="${at}"/>`;
    return `${rule}<text x="${left - 8}" y="${at}" dy=".35em" text-anchor="end">${escapeXml(text)}</text>`;
  });
  const xTicks = frame.x.ticks.map(({ value, text }) => {
    const at = across(frame, value);
    const mark = `<line class="axis" x1="${at}" x2="${at}" y1="${bottom}" y2="${bottom + 5}"/>`;
    return `${mark}<text x="${at}" y="${bottom + 20}" text-anchor="middle">${escapeXml(text)}</text>`;
  });
  return [
    ...yTicks,
    `<line class="axis" x1="${left}" x2="${left + width}" y1="${bottom}" y2="${bottom}"/>`,
    ...xTicks,
    `<text x="${left - 8}" y="16">${escapeXml(chart.y.label)}</text>`,
    `<text x="${left + width}" y="${bottom + 40}" text-anchor="end">${escapeXml(chart.x.label)}</text>`,
  ];
}

function visible({ chart }: Frame, { points }: Series): (readonly [number, number])[] {
  return points.filter(([px, py]) => shows(chart.x, px) && shows(chart.y, py));
}

function curve(frame: Frame, series: Series, index: number): string {
  const points = visible(frame, series).map(([px, py]) => `${across(frame, px)},${down(frame, py)}`);
  return `<polyline class="curve" style="stroke:${colour(seriesRole(series, index))}" points="${points.join(" ")}"/>`;
}

/** The interval: along its lower edge, and back along its upper one. */
function bandShape(frame: Frame): string[] {
  const { x, y } = frame.chart;
  const shown = (frame.chart.band ?? []).filter(
    ([px, low, high]) => shows(x, px) && shows(y, low) && shows(y, high),
  );
  if (shown.length < 2) return [];
  const lower = shown.map(([px, low]) => `${across(frame, px)},${down(frame, low)}`);
  const upper = shown.map(([px, , high]) => `${across(frame, px)},${down(frame, high)}`).reverse();
  return [`<polygon class="band" points="${[...lower, ...upper].join(" ")}"/>`];
}

function endName(frame: Frame, series: Series, index: number): string {
  const last = visible(frame, series).at(-1);
  if (last === undefined) return "";
  const fill = colour(seriesRole(series, index));
  const x = Number(across(frame, last[0])) + 6;
  return `<text x="${x}" y="${down(frame, last[1])}" dy=".35em" style="fill:${fill}">${escapeXml(series.name)}</text>`;
}

function markShape(frame: Frame, mark: Mark): string[] {
  if (!shows(frame.chart.x, mark.x) || !shows(frame.chart.y, mark.y)) return [];
  const fill = colour(mark.role ?? "focus");
  const [x, y] = [across(frame, mark.x), down(frame, mark.y)];
  const paint = mark.glyph === "◇" ? `fill:none;stroke:${fill};stroke-width:2` : `fill:${fill}`;
  const shapes = [`<path d="M${x} ${y}m0-6l6 6l-6 6l-6-6z" style="${paint}"/>`];
  if (mark.range !== undefined) {
    const [low, high] = mark.range;
    shapes.unshift(
      `<line x1="${x}" x2="${x}" y1="${down(frame, low)}" y2="${down(frame, high)}" style="stroke:${fill};stroke-width:1.5"/>`,
    );
  }
  if (mark.label !== undefined) {
    const right = frame.x.place(mark.x) > 0.7;
    const place = right ? `x="${Number(x) - 10}" text-anchor="end"` : `x="${Number(x) + 10}"`;
    const above = Math.min(Number(y), highestBeside(frame, mark, right));
    shapes.push(`<text class="name" ${place} y="${round(above - 8)}">${escapeXml(mark.label)}</text>`);
  }
  return shapes;
}

/** Where the curves are highest beside a mark, over the width of its label, so that it stands above them. */
function highestBeside(frame: Frame, { x, label = "" }: Mark, left: boolean): number {
  const at = Number(across(frame, x));
  const reach = label.length * 6.5 + 14;
  const [from, to] = left ? [at - reach, at] : [at, at + reach];
  const heights = frame.chart.series.flatMap((series) =>
    visible(frame, series).flatMap(([px, py]) => {
      const place = Number(across(frame, px));
      return place >= from && place <= to ? [Number(down(frame, py))] : [];
    }),
  );
  return Math.max(frame.top + 12, Math.min(Number.POSITIVE_INFINITY, ...heights));
}

function colour(role: Role): string {
  return `var(--${colours.has(role) ? role : "text"})`;
}

export function escapeXml(text: string): string {
  return span(text)
    .text.replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
