import {
  formatCount,
  formatPercent,
  type Line,
  line,
  pad,
  parametersText,
  span,
  widthOf,
} from "@wallclock/core/report";
import type { Answer } from "../answer.ts";
import type { Field } from "../fields/field.ts";
import { fieldAt, sections } from "../fields/fields.ts";
import type { State } from "../state/state.ts";
import type { Draw, Room } from "./content.ts";

/** Lines from which on the form has headings, and from which on space between its sections. */
const forHeadings = 18;
const forSpace = 36;

/** The form: a row a field, with headings between its sections where there is room for them. */
export const drawRun: Draw = (state, room) => {
  const body: Line[] = [];
  const rows: number[] = [];
  for (const { heading, paths } of sections) {
    if (room.height >= forSpace && body.length > 0) body.push([]);
    if (room.height >= forHeadings) body.push(line(span(heading, "dim")));
    for (const path of paths) {
      const index = rows.length;
      rows.push(body.length);
      body.push(...fieldLines(state, fieldAt(path)!, index, room));
    }
  }
  return { title: "Run", head: room.height > 12 ? summary(state.doc.answer) : [], body, rows };
};

/** The size and the speed, which no field sets. */
function summary({ estimate }: Answer): Line[] {
  const { parameters, run, step } = estimate;
  const ratio = formatCount(Number((run.tokens / parameters.total).toPrecision(3)));
  return [
    line(
      span(parametersText(parameters).replace(" parameters", ""), "accent"),
      span(` · ${ratio} tokens each`, "dim"),
    ),
    line(
      span(`MFU ${formatPercent(step.mfu)} · ${formatCount(Math.round(step.tokensPerSecond))} tok/s`, "dim"),
    ),
  ];
}

function fieldLines(state: State, field: Field, index: number, room: Room): Line[] {
  const isCurrent = state.rows.run === index;
  const { prompt } = state;
  const isTyped = prompt?.kind === "field" && prompt.path === field.path;
  const value = isTyped ? `${prompt.text}▏` : field.show(state.doc.answer);
  const pinned = state.doc.pinned;
  const before = pinned === null ? null : field.show(pinned);
  const valueWidth = Math.min(widthOf(value), room.width - 12);
  const label = pad(field.label, Math.max(0, room.width - valueWidth - 6));
  const isOther = before !== null && before !== value;
  const role = isTyped && prompt.issue !== null ? "bad" : isCurrent ? "focus" : isOther ? "warn" : "text";
  const row = line(
    span(isCurrent ? "▸" : " ", "focus"),
    span(label, isCurrent ? "focus" : assumedRole(state.doc.answer, field)),
    1,
    span(isCurrent && !isTyped ? "◂" : " ", "dim"),
    1,
    span(pad(value, valueWidth, "right"), role),
    1,
    span(isCurrent && !isTyped ? "▸" : " ", "dim"),
  );
  const hint = isTyped
    ? prompt.issue === null
      ? `e.g. ${field.example}`
      : (prompt.issue.hint ?? "not valid")
    : null;
  return hint === null ? [row] : [row, line(2, span(hint, prompt?.issue == null ? "dim" : "good"))];
}

/** A default is dim: nobody said it. */
function assumedRole({ estimate }: Answer, { path }: Field): "dim" | "text" {
  return estimate.assumed.some((each) => each.path === path) ? "dim" : "text";
}
