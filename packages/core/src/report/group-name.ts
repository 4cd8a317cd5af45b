import { cut, widthOf } from "./text.ts";

/** Letters of a source that are kept before its device is touched. */
const fewest = 3;

/**
 * A group's name `source|device|precision` in so many columns: the whole precision, as much of the device's ends as
 * there is room for, and the source's first letters, so that two groups still look like two.
 *
 * @example
 * shortGroup("lambdal|H100-SXM5-80GB|tf32", 24) // => "lam…|H100-SXM5-80GB|tf32"
 */
export function shortGroup(name: string, columns: number): string {
  const parts = name.split("|");
  if (widthOf(name) <= columns || parts.length !== 3) return cut(name, columns);
  const [source = "", device = "", precision = ""] = parts;
  const room = columns - widthOf(precision) - 2;
  const first = Math.max(fewest + 1, room - widthOf(device));
  const left = room - Math.min(first, widthOf(source));
  return left < 5 ? cut(name, columns) : `${cut(source, first)}|${middleCut(device, left)}|${precision}`;
}

/** A text without its middle. */
function middleCut(text: string, columns: number): string {
  const chars = [...text];
  if (chars.length <= columns) return text;
  const end = Math.floor((columns - 1) / 2);
  return `${chars.slice(0, columns - 1 - end).join("")}…${chars.slice(chars.length - end).join("")}`;
}
