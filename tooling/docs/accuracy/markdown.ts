import { widthOf, wrapText } from "@wallclock/core/report";

/** A column of a Markdown table. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

/** A Markdown table whose columns line up in the source too. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = columns.map(({ title }, index) =>
    Math.max(3, widthOf(title), ...cells.map((row) => widthOf(row[index] ?? ""))),
  );
  const line = (row: readonly string[]): string =>
    `| ${columns.map(({ align }, index) => pad(row[index] ?? "", widths[index] ?? 0, align)).join(" | ")} |`;
  const rule = columns.map(({ align }, index) => {
    const dashes = "-".repeat((widths[index] ?? 3) - (align === "right" ? 1 : 0));
    return align === "right" ? `${dashes}:` : dashes;
  });
  return [line(columns.map(({ title }) => title)), `| ${rule.join(" | ")} |`, ...cells.map(line)].join("\n");
}

function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "right" ? space + text : text + space;
}

/** `12.3 %`; a dash where there is nothing. */
export function percent(share: number | null): string {
  return share === null || Number.isNaN(share) ? "–" : `${(100 * share).toFixed(1)} %`;
}

/** `+12.3 %`, `−4.0 %`. */
export function signedPercent(share: number | null): string {
  if (share === null || Number.isNaN(share)) return "–";
  const text = Math.abs(100 * share).toFixed(1);
  if (Number(text) === 0) return `${text} %`;
  return `${share > 0 ? "+" : "−"}${text} %`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** `1 run`, `2 runs`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Columns of a line of prose in the page's source. */
const proseColumns = 150;

/** A section with its prose folded into lines; tables, lists, pictures, code and headings stay as they are. */
export function folded(section: string): string {
  return section
    .split("\n\n")
    .map((block) => (/^(\||- |!\[|#|<|```)/.test(block) ? block : wrapText(block, proseColumns).join("\n")))
    .join("\n\n");
}
