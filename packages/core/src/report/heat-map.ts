import { type Charset, type Line, line, margin, pad, pageWidth, type Role, span } from "./text.ts";
import { wrapText } from "./wrap.ts";

/** Values over two dimensions, the first of which goes down the page. */
export interface HeatMap {
  readonly down: HeatAxis;
  readonly across: HeatAxis;
  /** The value of a place; null: nothing can be there. Less is better. */
  readonly values: readonly (readonly (number | null)[])[];
  /** What the values are, with their unit. */
  readonly label: string;
  readonly format: (value: number) => string;
  /** Shares above the least value at which the shade changes, rising. */
  readonly steps: readonly number[];
}

/** One side of a map. */
export interface HeatAxis {
  readonly label: string;
  /** One for each row or column, in what `label` names. */
  readonly values: readonly number[];
}

/** The place of the least value; null where there is none. */
export function leastOf({ values }: HeatMap): { row: number; column: number; value: number } | null {
  let least: { row: number; column: number; value: number } | null = null;
  for (const [row, cells] of values.entries()) {
    for (const [column, value] of cells.entries()) {
      if (value !== null && (least === null || value < least.value)) least = { row, column, value };
    }
  }
  return least;
}

/** The shade of a value: 0 for the best, the number of steps for what is beyond the last. */
export function shadeOf({ steps }: HeatMap, least: number, value: number): number {
  const share = least > 0 ? value / least - 1 : 0;
  const at = steps.findIndex((step) => share <= step);
  return at < 0 ? steps.length : at;
}

/**
 * A map with fewer rows and columns: of places that fall together the best is kept, under the first one's name.
 *
 * @example
 * coarser(heat, 1, 2).values // => [[3.05, 3]]
 */
export function coarser(map: HeatMap, rows: number, columns: number): HeatMap {
  const down = groups(map.down.values.length, rows);
  const across = groups(map.across.values.length, columns);
  const best = (row: readonly number[], column: readonly number[]): number | null => {
    const found = row.flatMap((r) => column.map((c) => map.values[r]![c]!)).filter((each) => each !== null);
    return found.length === 0 ? null : Math.min(...found);
  };
  return {
    ...map,
    down: { ...map.down, values: down.map(([first]) => map.down.values[first!]!) },
    across: { ...map.across, values: across.map(([first]) => map.across.values[first!]!) },
    values: down.map((row) => across.map((column) => best(row, column))),
  };
}

/** Places 0 … length − 1 in at most `most` groups of as many. */
function groups(length: number, most: number): number[][] {
  const each = Math.ceil(length / Math.max(1, most));
  const count = Math.ceil(length / each);
  return Array.from({ length: count }, (_, index) =>
    Array.from({ length: Math.min(each, length - index * each) }, (__, inner) => index * each + inner),
  );
}

const ramps: Readonly<Record<Charset, string>> = { braille: "█▓▒░·", block: "█▓▒░·", ascii: "#%+-." };
const roles: readonly Role[] = ["good", "series1", "series1", "dim", "dim"];
const mostRows = 16;

/**
 * A map as text: a glyph a place, the darker the better, with what each glyph means beneath.
 *
 * @example
 * plainText(heatLines(heat, { width: 60, charset: "ascii" })).split("\n")[0] // => "      16 │%%%%"
 */
export function heatLines(
  map: HeatMap,
  { width, charset = "braille" }: { width: number; charset?: Charset },
): Line[] {
  const gutter = Math.max(...map.down.values.map((each) => String(each).length), map.down.label.length);
  const room = Math.min(width, pageWidth) - 2 * margin - gutter - 2;
  if (room < 8) return [];
  const small = coarser(map, mostRows, Math.min(room, 64));
  const least = leastOf(small);
  if (least === null) return [];
  const columns = small.across.values.length;
  const cell = Math.max(1, Math.min(4, Math.floor(room / columns)));
  const body = small.values.map((cells, row) => {
    const places = cells.map((value, column) => {
      if (row === least.row && column === least.column) return span(pad("◆", cell), "focus");
      if (value === null) return span(" ".repeat(cell));
      const shade = Math.min(shadeOf(small, least.value, value), ramps[charset].length - 1);
      return span([...ramps[charset]][shade]!.repeat(cell), roles[shade]!);
    });
    const name = pad(String(small.down.values[row]!), gutter, "right");
    return line(margin, span(name, "dim"), 1, span("│", "dim"), ...places);
  });
  return [...body.reverse(), ...axisLines(small, gutter, cell), ...legend(small, charset, width)];
}

function axisLines({ across, down }: HeatMap, gutter: number, cell: number): Line[] {
  const length = across.values.length * cell;
  const words = Array.from({ length }, () => " ");
  let free = 0;
  for (const [index, value] of across.values.entries()) {
    const text = String(value);
    const start = index * cell;
    if (start < free || start + text.length > length) continue;
    for (const [offset, char] of [...text].entries()) words[start + offset] = char;
    free = start + text.length + 1;
  }
  const corner = pad(down.label, gutter, "right");
  return [
    line(margin, span(pad("", gutter)), 1, span(`└${"─".repeat(length)}`, "dim")),
    line(margin, span(corner, "dim"), 2, span(words.join("").trimEnd(), "dim"), 2, span(across.label, "dim")),
  ];
}

function legend({ steps }: HeatMap, charset: Charset, width: number): Line[] {
  const percent = (share: number): string => `${Number((100 * share).toPrecision(2))}%`;
  const words = [...ramps[charset]]
    .slice(0, steps.length + 1)
    .map((glyph, index) =>
      index < steps.length ? `${glyph} within ${percent(steps[index]!)}` : `${glyph} more`,
    );
  return wrapText(["◆ best", ...words, "blank: none"].join(", "), width - 2 * margin).map((text) =>
    line(margin, span(text, "dim")),
  );
}
