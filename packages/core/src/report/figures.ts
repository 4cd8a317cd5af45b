import { type Figure, figuresIn, type Source } from "@wallclock/hardware/schema";
import { formatCapacity, formatSi, grouped } from "./format.ts";
import { type Cell, type Row, type Table, textCell } from "./table.ts";
import { cut, heading, type Line, line, margin, type Role, span } from "./text.ts";
import { wrapText } from "./wrap.ts";

/**
 * A figure with its unit: `989 TFLOP/s`, `80 GiB`, `8 devices`; words where there is no number.
 *
 * @example
 * figureText({ value: 3.35e12, unit: "bytes/s" }) // => "3.35 TB/s"
 */
export function figureText({
  value,
  unit,
  status,
}: Pick<Figure, "value" | "unit"> & Partial<Pick<Figure, "status">>): string {
  if (value === null) return status === "not_supported" ? "none" : "unknown";
  switch (unit) {
    case "bytes":
      return formatCapacity(value);
    case "bytes/s":
      return formatSi(value, "B/s");
    case "year":
      return String(value);
    case "count":
    case "devices":
      return grouped(String(value));
    case "USD/hour/device":
      return `$${value.toFixed(2)}/hour`;
    default:
      return formatSi(value, unit);
  }
}

/** Figures as cells, numbers in full for programs. */
export function figureCells(figures: readonly Figure[]): Cell[] {
  return figures.map((figure) => ({ text: figureText(figure), value: figure.value }));
}

const statusRoles: Readonly<Record<Figure["status"], Role>> = {
  verified: "good",
  derived: "text",
  unverified: "warn",
  not_supported: "dim",
  unknown: "dim",
};

/** Notes are cut to this, so that there is a column for them on a wide screen. */
const longestNote = 48;

/** Every figure inside a profile or a cluster: what it is, its value, how far it can be trusted, where it was read. */
export function figureTable(owner: object): Table {
  const { sources: _, ...rest } = owner as Readonly<Record<string, unknown>>;
  const rows = [...figuresIn(rest)].map(({ path, figure }): Row => {
    const { value, status, source, note } = figure;
    return {
      cells: [
        textCell(named(path, owner)),
        { text: figureText(figure), value, role: value === null ? "dim" : "text" },
        { text: status.replace("_", " "), value: status, role: statusRoles[status] },
        { text: source.join(" "), role: "dim" },
        { text: cut(note ?? "", longestNote), value: note ?? "", role: "dim" },
      ],
    };
  });
  return {
    columns: [
      { title: "figure", keep: true },
      { title: "value", align: "right" },
      { title: "status" },
      { title: "source" },
      { title: "note", spare: 2 },
    ],
    rows,
  };
}

/** The path as words; a measurement by what was measured. */
function named(path: readonly string[], owner: object): string {
  const [first, index] = path;
  if (first === "measured" && "measured" in owner && Array.isArray(owner.measured)) {
    const entry: unknown = owner.measured[Number(index)];
    if (typeof entry === "object" && entry !== null && "metric" in entry) {
      const dtype = "dtype" in entry ? ` ${entry.dtype}` : "";
      return `measured ${entry.metric}${dtype}`.replaceAll("_", " ");
    }
  }
  const name = path.join(" ").replaceAll("_", " ");
  return labels.reduce((text, [long, short]) => text.replace(long, short), name);
}

/** Names that would be cut, and what they are called instead. */
const labels: readonly (readonly [RegExp, string])[] = [
  [/^intra node bandwidth per.*direction$/, "link, one direction"],
  [/^intra node p2p bandwidth per.*direction$/, "link to a peer, one direction"],
  [/^inter node bandwidth per.*direction$/, "network, one direction"],
  [/^host link bandwidth per.*direction$/, "host link, one direction"],
  [/^intra node /, "link "],
  [/^inter node /, "network "],
  [/^tensor peak dense flops /, "tensor peak, dense, "],
  [/^vector peak flops /, "vector peak, "],
  [/^tdp$/, "power (TDP)"],
];

/** The sources that figures were read in, of those that are known. */
export function citedSources(
  owners: readonly object[],
  sources: Readonly<Record<string, Source>>,
): Readonly<Record<string, Source>> {
  const cited = new Set(
    owners.flatMap((owner) => {
      const { sources: _, ...rest } = owner as Readonly<Record<string, unknown>>;
      return [...figuresIn(rest)].flatMap(({ figure }) => figure.source);
    }),
  );
  return Object.fromEntries(Object.entries(sources).filter(([id]) => cited.has(id)));
}

/** What source ids stand for, under one another: title and address. */
export function sourceLines(sources: Readonly<Record<string, Source>>, width: number): Line[] {
  const entries = Object.entries(sources);
  if (entries.length === 0) return [];
  const indent = Math.max(...entries.map(([id]) => id.length)) + 2;
  const lines = entries.flatMap(([id, { title, url }]) => {
    const room = width - 2 * margin - indent;
    const texts = [...wrapText(title, room), ...wrapText(url ?? "", room)];
    return texts.map((text, index) =>
      line(margin, span((index === 0 ? id : "").padEnd(indent), "text"), span(text, "dim")),
    );
  });
  return [heading("SOURCES", "", width), ...lines];
}
