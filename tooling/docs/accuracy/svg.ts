import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

/** Each colour in light, and what takes its place in the dark. */
const dark = {
  "#ffffff": "#0d1117",
  "#1f2328": "#e6e9ec",
  "#57606a": "#9ba5ae",
  "#d5dae0": "#30373f",
  "#0b6bcb": "#6cb2ff",
  "#c4621b": "#f0a36a",
  "#4d7c1f": "#a3cf6e",
  "#8250a8": "#c7a3e8",
  "#a3195b": "#ff8fb5",
  "#d6e4f5": "#23364d",
} as const satisfies Record<string, string>;

type Colour = keyof typeof dark;

/** What colours are for. */
export const theme = {
  background: "#ffffff",
  text: "#1f2328",
  dim: "#57606a",
  rule: "#d5dae0",
  band: "#d6e4f5",
  series: ["#0b6bcb", "#c4621b", "#4d7c1f", "#8250a8", "#a3195b"],
} as const satisfies Record<string, Colour | readonly Colour[]>;

/** A chart, and what it says to those who cannot see it. */
export interface Picture {
  readonly title: string;
  readonly description: string;
  readonly spec: TopLevelSpec;
}

/**
 * A chart as an SVG document that stands alone, in light and dark, without scripts or fonts; the same bytes for the same
 * chart, as coordinates have two decimals.
 */
export async function pictureSvg({ title, description, spec }: Picture): Promise<string> {
  const compiled = compile(spec, { config }).spec;
  const drawn = await new View(parse(compiled), { renderer: "none" }).toSVG();
  const [, width = "0", height = "0"] = /width="([\d.]+)" height="([\d.]+)"/.exec(drawn) ?? [];
  const content = rounded(drawn.replace(/^<svg[^>]*>/, "").replace(/<\/svg>\s*$/, ""));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<style>${darkStyle()}</style>`,
    `<rect width="${width}" height="${height}" fill="${theme.background}"/>`,
    content.replaceAll("><g", ">\n<g").replaceAll("/><path", "/>\n<path"),
    "</svg>\n",
  ].join("\n");
}

function darkStyle(): string {
  const rules = Object.entries(dark).map(
    ([light, night]) => `[fill="${light}"]{fill:${night}}[stroke="${light}"]{stroke:${night}}`,
  );
  return `@media(prefers-color-scheme:dark){${rules.join("")}}`;
}

function rounded(svg: string): string {
  return svg
    .replaceAll(/-?\d+(?:\.\d+)?e-\d+/g, "0")
    .replaceAll(/-?\d+\.\d{3,}/g, (text) => String(Number(Number(text).toFixed(2)) + 0));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const font = "system-ui, -apple-system, Segoe UI, sans-serif";

const config = {
  background: "transparent",
  font,
  padding: 14,
  aria: false,
  view: { stroke: null },
  title: {
    color: theme.text,
    fontSize: 15,
    fontWeight: 600,
    anchor: "start" as const,
    offset: 12,
    subtitleColor: theme.dim,
    subtitleFontSize: 12,
  },
  axis: {
    labelColor: theme.dim,
    titleColor: theme.text,
    titleFontWeight: 400,
    labelFontSize: 12,
    titleFontSize: 13,
    titlePadding: 10,
    gridColor: theme.rule,
    gridOpacity: 0.7,
    domainColor: theme.dim,
    tickColor: theme.dim,
  },
  legend: {
    labelColor: theme.text,
    labelFontSize: 12,
    titleColor: theme.dim,
    titleFontWeight: 400,
    titleFontSize: 12,
    symbolOpacity: 1,
    symbolSize: 70,
    labelLimit: 240,
  },
  header: { labelColor: theme.text, labelFontSize: 13, titleColor: theme.text },
} as const;
