import { formatPercent } from "./format.ts";
import {
  type Charset,
  cut,
  type Line,
  line,
  margin,
  pad,
  pageWidth,
  type Role,
  span,
  widthOf,
} from "./text.ts";

/** One part of a whole. */
export interface Bar {
  readonly label: string;
  /** In any unit, the same for all bars of a chart. */
  readonly value: number;
  /** The value with its unit. */
  readonly text: string;
  /** A word at the end of the line, e.g. what limits the part. */
  readonly note?: string;
  readonly role?: Role;
  /** Drawn as what is left, not as what is there. */
  readonly hollow?: boolean;
}

/** How bars are drawn. */
export interface BarOptions {
  readonly width: number;
  readonly charset?: Charset;
  /** The whole that percent is of, in the unit of the bars. */
  readonly whole: number;
  /** The value of a full bar, in the same unit; the largest by default. */
  readonly full?: number;
}

const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/**
 * A bar to an eighth of a column; anything above nothing shows.
 *
 * @example
 * bar(0.5, 5, "braille") // => "██▌"
 */
export function bar(share: number, columns: number, charset: Charset): string {
  const clamped = Math.min(1, Math.max(0, share));
  if (charset === "ascii") {
    return "#".repeat(clamped === 0 ? 0 : Math.max(1, Math.round(clamped * columns)));
  }
  const units = clamped === 0 ? 0 : Math.max(1, Math.round(clamped * columns * 8));
  return "█".repeat(Math.floor(units / 8)) + eighths[units % 8];
}

const longestLabel = 27;

/**
 * Parts as bars under one another: label, bar, value, percent of the whole, note.
 *
 * @example
 * textOf(renderBars([{ label: "matmul", value: 3, text: "3 s" }], { width: 40, whole: 4, full: 4, charset: "ascii" })[0]).trim() // => "matmul  #############      3 s   75%"
 */
export function renderBars(bars: readonly Bar[], options: BarOptions): Line[] {
  const { width, charset = "braille", whole } = options;
  const full = options.full ?? Math.max(...bars.map((each) => each.value), 0);
  const label = Math.min(longestLabel, longest(bars.map((each) => each.label)));
  const text = longest(bars.map((each) => each.text));
  const note = longest(bars.map((each) => each.note ?? ""));
  const fixed = 2 * margin + label + 2 + 2 + text + 2 + 4 + (note > 0 ? 2 + note : 0);
  const room = Math.max(0, Math.min(width, pageWidth) - fixed);
  return bars.map((each) => {
    const share = full > 0 ? each.value / full : 0;
    const drawn = room >= 4 ? pad(shaped(each, bar(share, room, charset), charset), room) : "";
    const percent = whole > 0 ? formatPercent(each.value / whole) : "";
    return line(
      margin,
      pad(each.label, label),
      2,
      span(drawn, each.role ?? "series1"),
      drawn === "" ? 0 : 2,
      span(pad(each.text, text, "right")),
      2,
      span(pad(percent.replace("< 0.1%", "<.1%"), 4, "right"), "dim"),
      note > 0 ? 2 : 0,
      span(cut(each.note ?? "", note), "dim"),
    );
  });
}

function shaped({ hollow = false }: Bar, drawn: string, charset: Charset): string {
  if (!hollow) return drawn;
  return (charset === "ascii" ? "." : "░").repeat(drawn.length);
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(widthOf));
}
