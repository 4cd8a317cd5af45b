import { type Line, line, scenarioCommand, span, widthOf, wrapText } from "@wallclock/core/report";
import { fieldAt } from "../fields/fields.ts";
import type { Layout } from "../layout.ts";
import { issueText } from "../state/history.ts";
import type { Prompt, State } from "../state/state.ts";
import { hintLine } from "./hint.ts";

/** Lines of what was copied that are shown at most. */
const mostCopied = 8;

/** What has just happened, or what is worth knowing; above the keys, with the command where there is room. */
export function messageLines(state: State, { columns, messageRows, panes, kind }: Layout): Line[] {
  const isFormSeen = kind === "plain" || panes.some(({ id }) => id === "run");
  const own = said(state, columns, isFormSeen);
  const command = messageRows > 2 && state.copied === null ? [commandLine(state, columns)] : [];
  if (own.length > 0) return [...own, ...(own.length + command.length > messageRows ? [] : command)];
  return [...standing(state, columns).slice(0, messageRows - command.length), ...command];
}

/** The command where it fits; y shows all of a longer one. */
function commandLine({ doc }: State, columns: number): Line {
  const command = scenarioCommand(doc.answer.scenario);
  const isShown = widthOf(command) + 4 <= columns;
  return isShown
    ? line(1, span("$ ", "dim"), span(command, "dim"))
    : line(1, span("y", "focus"), span(" copies and shows the command of this run", "dim"));
}

/** What was typed, went wrong, or was done. */
function said({ prompt, toast, copied }: State, columns: number, isFormSeen: boolean): Line[] {
  const lines: Line[] = [];
  const label = prompt === null ? null : promptLabel(prompt, isFormSeen);
  if (label !== null) lines.push(line(1, span(label, "focus"), span(`${prompt?.text}▏`)));
  const issue = prompt?.issue ?? null;
  if (issue !== null) lines.push(...wrapped(`✖ ${issueText(issue)}`, "bad", columns));
  else if (toast !== null) lines.push(...wrapped(toast.text, toast.role, columns));
  if (copied !== null && prompt === null)
    lines.push(...wrapped(copied, "focus", columns).slice(0, mostCopied));
  return lines;
}

/** In front of a line that is typed; null for one that is typed where it is shown. */
function promptLabel({ kind, path }: Prompt, isFormSeen: boolean): string | null {
  switch (kind) {
    case "command":
      return ":";
    case "load":
      return "open file: ";
    case "save":
      return "write to: ";
    case "limit":
      return null;
    default:
      return isFormSeen ? null : `${fieldAt(path)?.label ?? path}: `;
  }
}

/** What is worth pressing next, and the first warning. */
function standing(state: State, columns: number): Line[] {
  const hint = hintLine(state);
  const lines = hint.length > 0 ? [hint] : [];
  const warning = state.doc.answer.estimate.notes.find(({ severity }) => severity === "warning");
  if (warning !== undefined)
    lines.push(...wrapped(`warning  ${warning.message}`, "warn", columns).slice(0, 1));
  return lines;
}

function wrapped(text: string, role: "text" | "good" | "warn" | "bad" | "focus", columns: number): Line[] {
  return wrapText(span(text).text, columns - 2).map((each) => line(1, span(each, role)));
}
