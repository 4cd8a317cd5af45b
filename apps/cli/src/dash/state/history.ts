import { type Issue, UserError } from "@wallclock/core";
import type { Answer } from "../answer.ts";
import { MachineMissing } from "../fields/change.ts";
import type { Action, Doc, Effect, State } from "./state.ts";

/** Steps that are kept. */
const longest = 500;

/** The state with a new document, that undo takes back. */
export function commit(state: State, doc: Doc, label: string): State {
  const past = [...state.past, { doc: state.doc, label }].slice(-longest);
  return { ...state, past, doc, future: [], copied: null };
}

export function withAnswer(state: State, answer: Answer, label: string): State {
  return commit(state, { ...state.doc, answer }, label);
}

export function undo(state: State): State {
  const last = state.past.at(-1);
  if (last === undefined) return told(state, "nothing to undo", "warn");
  const undone = {
    ...state,
    past: state.past.slice(0, -1),
    doc: last.doc,
    future: [{ doc: state.doc, label: last.label }, ...state.future],
    copied: null,
  };
  return told(undone, `undone: ${last.label}`);
}

export function redo(state: State): State {
  const [next, ...future] = state.future;
  if (next === undefined) return told(state, "nothing to redo", "warn");
  const redone = {
    ...state,
    past: [...state.past, { doc: state.doc, label: next.label }],
    doc: next.doc,
    future,
    copied: null,
  };
  return told(redone, `done again: ${next.label}`);
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
