import { answerWith } from "../fields/change.ts";
import type { Field } from "../fields/field.ts";
import { fieldAt, fields, stepped, withField } from "../fields/fields.ts";
import { scaledText } from "../moves.ts";
import type { World } from "../world.ts";
import { attempt, issueText, told, withAnswer } from "./history.ts";
import { type Action, askRows, type State } from "./state.ts";

/** The field that the cursor is on: that of the form, or the machine of a plan. */
export function currentField({ pane, rows }: Pick<State, "pane" | "rows">): Field {
  const row = pane === "plan" ? askRows[rows.plan] : undefined;
  if (row === "device") return fieldAt("hardware")!;
  return (row === "devices" ? fieldAt("hardware.count") : fields[rows.run]) ?? fields[0]!;
}

/** Moves a field along its valid values. */
export function step(
  state: State,
  action: Action,
  by: { direction: 1 | -1; count: number; world: World },
): State {
  const field = currentField(state);
  return attempt(state, action, () => {
    const { answer } = state.doc;
    const { changed, refused } = stepped(answer, field, by);
    if (changed === null) return told(state, refusal(field, by.direction, refused?.issues[0]), "warn");
    return changedTo(state, field, changed);
  });
}

function refusal(
  { label }: Field,
  direction: 1 | -1,
  issue: Parameters<typeof issueText>[0] | undefined,
): string {
  if (issue !== undefined) return issueText(issue);
  return `${label} is at its ${direction === 1 ? "last" : "first"} value`;
}

/** The state with a field changed, and in words what it was, is, and what followed. */
function changedTo(state: State, field: Field, { answer, follows }: ReturnType<typeof withField>): State {
  const [before, after] = [field.show(state.doc.answer), field.show(answer)];
  const label = `${field.label} ${before} → ${after}`;
  const done = withAnswer(state, answer, label);
  return follows === null ? { ...done, toast: null } : told(done, `${label}; ${follows} follows`);
}

/** Sets a field to a text; `refuse` says what becomes of one that is not valid. */
export function setField(
  state: State,
  action: Action,
  { path, text, world }: { path: string; text: string; world: World },
  refuse?: Parameters<typeof attempt>[3],
): State {
  const field = fieldAt(path);
  if (field === undefined) return state;
  const make = (): State => changedTo(state, field, withField(state.doc.answer, field, text, world));
  return attempt(state, action, make, refuse);
}

/** Half or twice a number. */
export function scale(state: State, action: Action, by: number, world: World): State {
  const field = currentField(state);
  const text = scaledText(field, state.doc.answer, by);
  if (text !== null) return setField(state, action, { path: field.path, text, world });
  const value = field.show(state.doc.answer);
  const why = scaledText(field, state.doc.answer, 2) === null ? "is no number" : "has no whole half";
  return told(state, `${field.label} ${value} ${why}`, "warn");
}

/** Takes away what the scenario says of a field, so that its default holds. */
export function reset(state: State, action: Action, world: World): State {
  const field = currentField(state);
  return attempt(state, action, () => {
    if (field.path === "model" || field.path === "hardware")
      return told(state, `a run needs a ${field.label}`, "warn");
    const drop = field.path === "training.tokens" ? [field.path, "budget"] : [field.path];
    return changedTo(state, field, {
      answer: answerWith(state.doc.answer, { set: {}, drop }, world),
      follows: null,
    });
  });
}
