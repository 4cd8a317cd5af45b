import { type Line, line, scenarioCommand, span, wrapText } from "@wallclock/core/report";
import type { Layout } from "../layout.ts";
import { movesOf } from "../moves.ts";
import { effects } from "../panes/tables.ts";
import { issueText } from "../state/history.ts";
import type { State } from "../state/state.ts";

const asks = { command: ":", load: "open file: ", save: "write to: " } as const;

/** What has just happened, or what is worth knowing; above it the command, where there is room. */
export function messageLines(state: State, { columns, messageRows }: Layout): Line[] {
  const own = said(state, columns);
  const command =
    messageRows > 2
      ? [line(1, span("$ ", "dim"), span(scenarioCommand(state.doc.answer.scenario), "dim"))]
      : [];
  const lines = own.length > 0 ? own : standing(state, columns);
  return [...lines.slice(0, messageRows - command.length), ...command.slice(0, messageRows)];
}

/** What was typed, went wrong, or was done. */
function said({ prompt, toast, copied }: State, columns: number): Line[] {
  const lines: Line[] = [];
  if (prompt !== null && prompt.kind !== "field")
    lines.push(line(1, span(asks[prompt.kind], "focus"), span(`${prompt.text}▏`)));
  const issue = prompt?.issue ?? null;
  if (issue !== null) lines.push(...wrapped(`✖ ${issueText(issue)}`, "bad", columns));
  else if (toast !== null) lines.push(...wrapped(toast.text, toast.role, columns));
  if (copied !== null && prompt === null) lines.push(line(1, span(copied, "focus")));
  return lines;
}

/** What twice the tokens would do, and the first warning. */
function standing(state: State, columns: number): Line[] {
  const { answer } = state.doc;
  const [move] = movesOf(answer);
  const lines: Line[] = [];
  if (move !== undefined && move.to !== null) {
    const { time, loss } = effects(move, answer);
    lines.push(line(1, span(`Twice the tokens: ${time} for ${loss} nats.`, "text")));
  }
  const warning = answer.estimate.notes.find(({ severity }) => severity === "warning");
  if (warning !== undefined)
    lines.push(...wrapped(`warning  ${warning.message}`, "warn", columns).slice(0, 1));
  return lines;
}

function wrapped(text: string, role: "text" | "good" | "warn" | "bad", columns: number): Line[] {
  return wrapText(span(text).text, columns - 2).map((each) => line(1, span(each, role)));
}
