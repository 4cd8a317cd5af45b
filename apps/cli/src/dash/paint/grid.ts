import { type Line, type Role, widthOf } from "@wallclock/core/report";
import type { Rect } from "../layout.ts";

/** A frame that is being drawn: cells that lines are put into, and borders that join where they meet. */
export interface Grid {
  /** Puts a line at a place, cut at `width` columns. */
  readonly put: (x: number, y: number, line: Line, width: number) => void;
  readonly box: (rect: Rect, isFocused: boolean) => void;
  /** Takes away all that was drawn in a place. */
  readonly clear: (rect: Rect) => void;
  readonly lines: () => Line[];
}

const [up, down, left, right] = [1, 2, 4, 8];

/** Border signs by the directions that lead away from a cell. */
const light: Readonly<Record<number, string>> = {
  [left | right]: "─",
  [up | down]: "│",
  [down | right]: "╭",
  [down | left]: "╮",
  [up | right]: "╰",
  [up | left]: "╯",
  [up | down | right]: "├",
  [up | down | left]: "┤",
  [left | right | down]: "┬",
  [left | right | up]: "┴",
  [up | down | left | right]: "┼",
};
const heavy: Readonly<Record<number, string>> = {
  [left | right]: "━",
  [up | down]: "┃",
  [down | right]: "┏",
  [down | left]: "┓",
  [up | right]: "┗",
  [up | left]: "┛",
};

/** An empty grid. */
export function createGrid(columns: number, rows: number): Grid {
  const texts: (string | null)[] = new Array(columns * rows).fill(null);
  const roles: Role[] = new Array(columns * rows).fill("text");
  const set = (x: number, y: number, text: string, role: Role): void => {
    if (x < 0 || y < 0 || x >= columns || y >= rows) return;
    texts[y * columns + x] = text;
    roles[y * columns + x] = role;
  };
  const borders = new Map<number, { light: number; heavy: number }>();
  const border = (x: number, y: number, directions: number, isFocused: boolean): void => {
    if (x < 0 || y < 0 || x >= columns || y >= rows) return;
    const at = borders.get(y * columns + x) ?? { light: 0, heavy: 0 };
    if (isFocused) at.heavy |= directions;
    else at.light |= directions;
    borders.set(y * columns + x, at);
  };
  return {
    put(x, y, line, width) {
      let column = x;
      for (const { text, role } of line) {
        for (const char of text) {
          const wide = widthOf(char);
          if (wide === 0) continue;
          if (column + wide > x + width) return;
          set(column, y, char, role);
          if (wide === 2) set(column + 1, y, "", role);
          column += wide;
        }
      }
    },
    box({ x, y, width, height }, isFocused) {
      const [endX, endY] = [x + width - 1, y + height - 1];
      for (let column = x; column <= endX; column += 1) {
        const sides = (column > x ? left : 0) | (column < endX ? right : 0);
        border(column, y, sides | (column === x || column === endX ? down : 0), isFocused);
        border(column, endY, sides | (column === x || column === endX ? up : 0), isFocused);
      }
      for (let row = y + 1; row < endY; row += 1) {
        border(x, row, up | down, isFocused);
        border(endX, row, up | down, isFocused);
      }
    },
    clear({ x, y, width, height }) {
      for (let row = y; row < y + height; row += 1)
        for (let column = x; column < x + width; column += 1) {
          texts[row * columns + column] = null;
          borders.delete(row * columns + column);
        }
    },
    lines() {
      for (const [index, at] of borders) {
        if (texts[index] !== null) continue;
        texts[index] = (at.heavy > 0 ? heavy[at.heavy] : light[at.light]) ?? " ";
        roles[index] = at.heavy > 0 ? "focus" : "dim";
      }
      return Array.from({ length: rows }, (_, row) => {
        const [from, to] = [row * columns, (row + 1) * columns];
        return joined(texts.slice(from, to), roles.slice(from, to));
      });
    },
  };
}

/** Neighbours of one role as one span; nothing after the last sign. */
function joined(texts: readonly (string | null)[], roles: readonly Role[]): Line {
  const last = texts.findLastIndex((text) => text !== null && text !== " ");
  const spans: { text: string; role: Role }[] = [];
  for (let index = 0; index <= last; index += 1) {
    const text = texts[index] ?? " ";
    const role = texts[index] === null ? "text" : roles[index]!;
    const previous = spans.at(-1);
    if (previous !== undefined && (previous.role === role || text === " ")) previous.text += text;
    else spans.push({ text, role });
  }
  return spans;
}
