import { type Line, margin } from "@wallclock/core/report";

/** Columns that reports keep free at both sides, and panes do not: what is drawn for `width` is asked for this. */
export function pageOf(width: number): number {
  return width + 2 * margin;
}

/** Lines of a report without the margin at their left. */
export function flush(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    let left = margin;
    return line.flatMap((part) => {
      const taken = Math.min(left, part.text.length - part.text.trimStart().length);
      left -= taken;
      if (taken < part.text.length) left = 0;
      const text = part.text.slice(taken);
      return text === "" ? [] : [{ ...part, text }];
    });
  });
}
