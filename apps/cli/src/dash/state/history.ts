import { type Issue, UserError } from "@wallclock/core";
import { type Answer, answer } from "../answer.ts";
import { MachineMissing } from "../fields/change.ts";
import type { Action, Doc, Effect, Past, State } from "./state.ts";

/** Steps that are kept. */
const longest = 500;

function kept({ answer: { scenario, machine }, pinned, ask }: Doc, label: string): Past {
  const other = pinned === null ? null : { scenario: pinned.scenario, machine: pinned.machine };
  return { run: { scenario, machine }, pinned: other, ask, label };
}

function restored({ run, pinned, ask }: Past): Doc {
  return {
    answer: answer(run.scenario, run.machine),
    pinned: pinned === null ? null : answer(pinned.scenario, pinned.machine),
    ask,
  };
}

/** The state with a new document, that undo takes back. */
export function commit(state: State, doc: Doc, label: string): State {
  const past = [...state.past, kept(state.doc, label)].slice(-longest);
  return { ...state, past, doc, future: [], copied: null };
}

export function withAnswer(state: State, next: Answer, label: string): State {
  return commit(state, { ...state.doc, answer: next }, label);
}

export function undo(state: State): State {
  const last = state.past.at(-1);
  if (last === undefined) return told(state, "nothing to undo", "warn");
  const future = [kept(state.doc, last.label), ...state.future];
  const undone = { ...state, past: state.past.slice(0, -1), doc: restored(last), future, copied: null };
  return told(undone, `undone: ${last.label}`);
}

export function redo(state: State): State {
  const [next, ...future] = state.future;
  if (next === undefined) return told(state, "nothing to redo", "warn");
  const past = [...state.past, kept(state.doc, next.label)];
  return told({ ...state, past, doc: restored(next), future, copied: null }, `done again: ${next.label}`);
}

type ToastRole = NonNullable<State["toast"]>["role"];

export function told(state: State, text: string, role: ToastRole = "text"): State {
  return { ...state, toast: { text, role } };
}

export function withEffect(state: State, effect: Effect): State {
  return { ...state, effects: [...state.effects, effect] };
}

/** One issue in a sentence: what is wrong, and the nearest that works. */
export function issueText({ message, hint }: Issue): string {
  return hint === null ? message : `${message}; ${hint}`;
}

/**
 * What an attempt makes of the state. A machine that was not read yet is asked for, and the action done again then;
 * what is impossible changes nothing and is handed to `refuse`.
 */
export function attempt(
  state: State,
  retry: Action,
  make: () => State,
  refuse: (issue: Issue) => State = (issue) => told(state, issueText(issue), "bad"),
): State {
  try {
    return make();
  } catch (error) {
    if (error instanceof MachineMissing) return withEffect(state, { kind: "machine", ref: error.ref, retry });
    if (error instanceof UserError && error.issues[0] !== undefined) return refuse(error.issues[0]);
    throw error;
  }
}
