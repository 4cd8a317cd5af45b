import { safe } from "../errors/quote.ts";
import { type Line, line, margin, pad, pageWidth, type Role, span, widthOf } from "./text.ts";

/**
 * The words of a text in lines of at most so many columns; a word longer than a line is broken, an address behind a slash.
 *
 * @example
 * wrapText("one two three", 7) // => ["one two", "three"]
 */
export function wrapText(text: string, columns: number): string[] {
  const room = Math.max(1, columns);
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    for (const piece of pieces(word, room)) {
      const joined = current === "" ? piece : `${current} ${piece}`;
      if (widthOf(joined) <= room) current = joined;
      else {
        lines.push(current);
        current = piece;
      }
    }
  }
  if (current !== "") lines.push(current);
  return lines;
}

function pieces(word: string, room: number): string[] {
  if (widthOf(word) <= room) return [word];
  const steps = word.split(/(?<=\/)(?!\/)/);
  const parts: string[] = [];
  let current = "";
  for (const char of steps.flatMap((step) => (widthOf(step) > room ? [...step] : [step]))) {
    if (current !== "" && widthOf(current + char) > room) {
      parts.push(current);
      current = "";
    }
    current += char;
  }
  return [...parts, current];
}

/** Columns of the word in front of a paragraph, so that paragraphs under one another are aligned. */
const labelColumns = 10;

/**
 * A paragraph of one role behind a word that says what it is; its lines are indented to the text.
 *
 * @example
 * plainText(paragraph("note", "Energy is an upper bound.", "dim", 60)).trim() // => "note      Energy is an upper bound."
 */
export function paragraph(label: string, text: string, role: Role, width: number): Line[] {
  const indent = label === "" ? 0 : labelColumns;
  return labelled(label, wrapText(safe(text), Math.min(width, pageWidth) - indent - 2 * margin), role);
}

/**
 * The same for a list of things, with a dot between them; none is torn apart unless it is longer than a line.
 *
 * @example
 * plainText(listing("layout", ["data 8", "zero1"], "text", 60)).trim() // => "layout    data 8 · zero1"
 */
export function listing(label: string, items: readonly string[], role: Role, width: number): Line[] {
  const indent = label === "" ? 0 : labelColumns;
  return labelled(label, wrapItems(items.map(safe), Math.min(width, pageWidth) - indent - 2 * margin), role);
}

function labelled(label: string, texts: readonly string[], role: Role): Line[] {
  const indent = label === "" ? 0 : labelColumns;
  return texts.map((each, index) =>
    line(margin, span(pad(index === 0 ? label : "", indent), role), span(each, role)),
  );
}

function wrapItems(items: readonly string[], columns: number): string[] {
  const rows: string[] = [];
  for (const item of items.filter((each) => each !== "")) {
    const joined = `${rows.at(-1)} · ${item}`;
    if (rows.length > 0 && widthOf(joined) <= columns) rows[rows.length - 1] = joined;
    else rows.push(item);
  }
  return rows.flatMap((row) => wrapText(row, columns));
}
