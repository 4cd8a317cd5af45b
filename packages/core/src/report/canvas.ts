import { type Charset, type Line, type Role, span } from "./text.ts";

/** A grid of dots that becomes lines of text: 2 × 4 dots a character in braille, 1 × 2 in blocks, 1 × 1 in ascii. */
export interface Canvas {
  /** Characters across and down. */
  readonly columns: number;
  readonly rows: number;
  /** Dots across and down. */
  readonly width: number;
  /** Dots from top to bottom. */
  readonly height: number;
  /** Turns a dot on, from the top left; dots outside are left out. A character takes the role of its last dot. */
  readonly set: (x: number, y: number, role?: Role) => void;
  /** Puts a character over the dots, counted in characters. */
  readonly put: (column: number, row: number, glyph: string, role?: Role) => void;
  /** Whether a character of the grid has dots or a glyph; outside it none has. */
  readonly has: (column: number, row: number) => boolean;
  readonly lines: () => Line[];
}

const grids = {
  braille: { across: 2, down: 4 },
  block: { across: 1, down: 2 },
  ascii: { across: 1, down: 1 },
} as const;

/** Bits of the braille patterns U+2800 to U+28FF, by row and column of the dot. */
const brailleBits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;
const blocks = [" ", "▀", "▄", "█"];

function glyphOf(bits: number, charset: Charset): string {
  if (bits === 0) return " ";
  if (charset === "ascii") return "*";
  return charset === "block" ? blocks[bits]! : String.fromCharCode(0x2800 + bits);
}

function bitOf(x: number, y: number, charset: Charset): number {
  if (charset === "ascii") return 1;
  return charset === "block" ? 1 << (y % 2) : brailleBits[y % 4]![x % 2]!;
}

/**
 * An empty canvas of so many characters.
 *
 * @example
 * const canvas = createCanvas(1, 1, "braille");
 * canvas.set(0, 0);
 * canvas.lines() // => [[{ text: "⠁", role: "series1" }]]
 */
export function createCanvas(columns: number, rows: number, charset: Charset): Canvas {
  const { across, down } = grids[charset];
  const bits = new Uint8Array(columns * rows);
  const cellRoles: Role[] = Array.from({ length: columns * rows }, () => "text");
  const glyphs = new Map<number, string>();
  const inside = (column: number, row: number): boolean => {
    return column >= 0 && row >= 0 && column < columns && row < rows;
  };
  return {
    columns,
    rows,
    width: columns * across,
    height: rows * down,
    set(x, y, role = "series1") {
      const [column, row] = [Math.floor(x / across), Math.floor(y / down)];
      if (!inside(column, row)) return;
      bits[row * columns + column]! |= bitOf(x, y, charset);
      cellRoles[row * columns + column] = role;
    },
    put(column, row, glyph, role = "text") {
      if (!inside(column, row)) return;
      glyphs.set(row * columns + column, glyph);
      cellRoles[row * columns + column] = role;
    },
    has(column, row) {
      const index = row * columns + column;
      return inside(column, row) && (bits[index] !== 0 || glyphs.has(index));
    },
    lines() {
      return Array.from({ length: rows }, (_, row) => {
        const cells = Array.from({ length: columns }, (_, column) => {
          const index = row * columns + column;
          return { text: glyphs.get(index) ?? glyphOf(bits[index]!, charset), role: cellRoles[index]! };
        });
        return merged(cells);
      });
    },
  };
}

/** Neighbours of one role as one span. */
function merged(cells: readonly { text: string; role: Role }[]): Line {
  const spans: { text: string; role: Role }[] = [];
  for (const cell of cells) {
    const last = spans.at(-1);
    if (last !== undefined && last.role === cell.role) last.text += cell.text;
    else spans.push({ ...cell });
  }
  return spans.map((each) => span(each.text, each.role));
}

/**
 * A straight line of dots.
 *
 * @example
 * const canvas = createCanvas(2, 1, "braille");
 * drawLine(canvas, [0, 0], [3, 3], "series1");
 * plainText(canvas.lines()) // => "⠑⢄\n"
 */
export function drawLine(
  canvas: Canvas,
  from: readonly [number, number],
  to: readonly [number, number],
  role: Role,
): void {
  const steps = Math.max(1, Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
  for (let step = 0; step <= Math.ceil(steps); step += 1) {
    const share = Math.min(1, step / steps);
    const x = Math.round(from[0] + (to[0] - from[0]) * share);
    canvas.set(x, Math.round(from[1] + (to[1] - from[1]) * share), role);
  }
}
