import { blank, fit, type Line } from "./text.ts";

/**
 * The sections of a report with an empty line before each; empty ones are left out, and no line is wider than the
 * width, however narrow that is.
 *
 * @example
 * plainText(page([[line("a")], [], [line("b")]], 40)) // => "\na\n\nb\n"
 */
export function page(sections: readonly (readonly Line[])[], width: number): Line[] {
  return sections
    .filter((section) => section.length > 0)
    .flatMap((section) => [blank, ...section])
    .map((each) => fit(each, width));
}
