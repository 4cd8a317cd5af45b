import type { Issue } from "../errors/issue.ts";
import { page } from "./page.ts";
import { type Line, line, type RenderOptions, span, widthOf } from "./text.ts";
import { wrapText } from "./wrap.ts";

export interface IssueOptions extends RenderOptions {
  /** What a field was given with, e.g. `--heads` or `line 3`; null or nothing when that is not known. */
  readonly origin?: (path: string) => string | null;
  /** A command that would work, or an example. */
  readonly tryThis?: string | null;
}

const listed = 20;

/**
 * Issues as people read them: what is wrong, where, the nearest fix; how many there are in the last line.
 *
 * @example
 * const wrong = [issue("heads_not_divisor", "model.heads", "heads (10) must divide width (768)", "nearest: 8, 12")];
 * plainText(renderIssues(wrong, { width: 80 })).includes("nearest: 8, 12") // => true
 */
export function renderIssues(issues: readonly Issue[], options: IssueOptions): Line[] {
  const { width, tryThis } = options;
  const shown = issues.slice(0, listed).map((each) => issueLines(each, options));
  const attempt = tryThis ? indented(`try: ${tryThis}`, "focus", width) : [];
  const last = shown.length - 1;
  if (last >= 0) shown[last] = [...shown[last]!, ...attempt];
  return page([...shown, summary(issues, width)], width).slice(1);
}

function issueLines({ message, path, hint, severity }: Issue, { width, origin }: IssueOptions): Line[] {
  const role = severity === "error" ? "bad" : "warn";
  const mark = severity === "error" ? "✖ " : "! ";
  const [first = "", ...rest] = wrapText(span(message).text, width - 2);
  const from = origin?.(path) ?? null;
  const place =
    path === "" ? (from === null ? "" : `→ ${from}`) : `→ at ${path}${from === null ? "" : `, from ${from}`}`;
  return [
    line(span(mark, role), span(first)),
    ...rest.map((each) => line(2, span(each))),
    ...(place === "" ? [] : indented(place, "dim", width)),
    ...(hint === null ? [] : indented(hint, "good", width)),
  ];
}

function indented(text: string, role: "dim" | "good" | "focus", width: number): Line[] {
  return wrapText(span(text).text, width - 4).map((each, index) =>
    line(index === 0 ? 2 : 4, span(each, role)),
  );
}

function summary(issues: readonly Issue[], width: number): Line[] {
  if (issues.length < 2) return [];
  const errors = issues.filter((each) => each.severity === "error").length;
  const warnings = issues.length - errors;
  const counts = [count(errors, "error"), count(warnings, "warning")]
    .filter((each) => each !== "")
    .join(", ");
  const hidden = issues.length > listed ? `; the first ${listed} are shown` : "";
  const text = `${counts}${hidden}`;
  return widthOf(text) > width ? [] : [line(span(text, errors > 0 ? "bad" : "warn"))];
}

function count(number: number, noun: string): string {
  return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}
