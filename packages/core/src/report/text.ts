import { safe } from "../errors/quote.ts";

/** What a piece of text is for; a frontend's theme gives each a colour, or none. */
export const roles = [
  "text",
  "dim",
  "accent",
  "good",
  "warn",
  "bad",
  "focus",
  "series1",
  "series2",
  "series3",
  "series4",
] as const;
/** One of `roles`. */
export type Role = (typeof roles)[number];

/** Text of one role. */
export interface Span {
  readonly text: string;
  readonly role: Role;
}

/** One line of a report, without its end. */
export type Line = readonly Span[];

/** How a report is drawn. */
export interface RenderOptions {
  /** Columns no line may exceed. */
  readonly width: number;
  /** What charts are drawn with; `ascii` does for terminals that know nothing else, see `asciiLines`. */
  readonly charset?: Charset;
}

/** What charts are drawn with. */
export type Charset = "braille" | "block" | "ascii";

/**
 * A piece of text with its role; control characters in it are made visible, so no report can carry an escape.
 *
 * @example
 * span("9m 20s", "accent") // => { text: "9m 20s", role: "accent" }
 */
export function span(text: string, role: Role = "text"): Span {
  return { text: safe(text), role };
}

/**
 * A line of spans and plain texts; a number stands for as many spaces.
 *
 * @example
 * line("a", 2, span("b", "dim")) // => [{ text: "a", role: "text" }, { text: "  ", role: "text" }, { text: "b", role: "dim" }]
 */
export function line(...parts: readonly (Span | string | number)[]): Line {
  return parts
    .map((part) => {
      if (typeof part === "number") return { text: " ".repeat(Math.max(0, part)), role: "text" as const };
      return typeof part === "string" ? span(part) : part;
    })
    .filter((part) => part.text !== "");
}

/** The line without content. */
export const blank: Line = [];

/**
 * The text of a report without its roles: lines without trailing spaces, each with its end.
 *
 * @example
 * plainText([line("a"), line("b ")]) // => "a\nb\n"
 */
export function plainText(lines: readonly Line[]): string {
  return lines.map((each) => `${textOf(each).trimEnd()}\n`).join("");
}

/**
 * The text of one line.
 *
 * @example
 * textOf(line("a", 1, "b")) // => "a b"
 */
export function textOf(each: Line): string {
  return each.map((part) => part.text).join("");
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const narrow = /\p{Mn}|\p{Me}/u;

/** Latin letters, and the signs that frames, bars and braille are drawn with: known to take one column, without a search. */
function isSingle(char: string): boolean {
  const code = char.charCodeAt(0);
  return code < 0x300 || (code >= 0x2190 && code < 0x2900);
}

/**
 * Columns a text takes in a terminal: East Asian characters two, combining ones none.
 *
 * @example
 * widthOf("µs") // => 2
 */
export function widthOf(text: string): number {
  let columns = 0;
  for (const char of text) columns += isSingle(char) ? 1 : narrow.test(char) ? 0 : wide.test(char) ? 2 : 1;
  return columns;
}

/**
 * Columns a line takes.
 *
 * @example
 * lineWidth(line("12 µs", 2)) // => 7
 */
export function lineWidth(each: Line): number {
  return each.reduce((sum, part) => sum + widthOf(part.text), 0);
}

/**
 * A text cut to a number of columns, with `…` where it was cut.
 *
 * @example
 * cut("memory traffic", 8) // => "memory …"
 */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  if (columns <= 0) return "";
  let kept = "";
  let used = 0;
  for (const char of text) {
    used += widthOf(char);
    if (used > columns - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

/**
 * A text brought to exactly a number of columns.
 *
 * @example
 * pad("42", 5, "right") // => "   42"
 */
export function pad(text: string, columns: number, align: "left" | "right" = "left"): string {
  const short = cut(text, columns);
  const space = " ".repeat(Math.max(0, columns - widthOf(short)));
  return align === "left" ? short + space : space + short;
}

/**
 * A line cut to a number of columns.
 *
 * @example
 * textOf(fit(line("memory ", span("traffic", "dim")), 8)) // => "memory …"
 */
export function fit(each: Line, columns: number): Line {
  if (lineWidth(each) <= columns) return each;
  const kept: Span[] = [];
  let left = columns;
  for (const part of each) {
    const width = widthOf(part.text);
    if (width > left) {
      kept.push({ ...part, text: left > 0 ? cut(part.text, left) : "" });
      return kept.filter((each) => each.text !== "");
    }
    kept.push(part);
    left -= width;
  }
  return kept;
}

/** The columns of a report's margin. */
export const margin = 2;

/** No heading, bar, chart or paragraph is wider: beyond it lines are hard to follow. Tables may be. */
export const pageWidth = 100;

/**
 * A heading, with a remark at the right where there is room for it.
 *
 * @example
 * textOf(heading("MEMORY", "31.2 of 80 GiB", 40)).trim() // => "MEMORY                31.2 of 80 GiB"
 */
export function heading(title: string, remark: string, columns: number): Line {
  const width = Math.min(columns, pageWidth);
  const room = width - margin - widthOf(title) - 2;
  const said = widthOf(remark) <= room ? remark : "";
  const gap = width - margin - widthOf(title) - widthOf(said) - (said === "" ? 0 : margin);
  return line(margin, span(title, "accent"), said === "" ? 0 : Math.max(2, gap), span(said, "dim"));
}
