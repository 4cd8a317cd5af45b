import type { Line } from "./text.ts";

/** What stands for a character where there is only ASCII; each is as wide as what it stands for. */
const substitutes: Readonly<Record<string, string>> = {
  "─": "-",
  "│": "|",
  "○": "o",
  "●": "@",
  "┤": "+",
  "└": "+",
  "┬": "+",
  "◆": "@",
  "◇": "o",
  "█": "#",
  "░": ".",
  "·": "|",
  "•": ".",
  "–": "-",
  "−": "-",
  "×": "x",
  "≥": ">",
  "≤": "<",
  "✖": "x",
  "→": ">",
  "…": "~",
  µ: "u",
  "�": "?",
};

/**
 * A report in plain ASCII, for terminals that show nothing else; draw its charts with the `ascii` charset first.
 * Every line keeps its width.
 *
 * @example
 * asciiLines([[{ text: "12 µs – 15 µs", role: "text" }]]) // => [[{ text: "12 us - 15 us", role: "text" }]]
 */
export function asciiLines(lines: readonly Line[]): Line[] {
  return lines.map((each) => each.map((part) => ({ ...part, text: ascii(part.text) })));
}

function ascii(text: string): string {
  return text.replaceAll(/[^ -~]/gu, (char) => substitutes[char] ?? "?");
}
