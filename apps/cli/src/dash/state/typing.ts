import { type Issue, issue } from "@wallclock/core";
import { findLeafFlag, leafFlags } from "../../args/leaves.ts";
import { near } from "../../args/near.ts";
import { answerWith } from "../fields/change.ts";
import { fieldAt, fields } from "../fields/fields.ts";
import type { World } from "../world.ts";
import { setField } from "./change.ts";
import { attempt, withAnswer, withEffect } from "./history.ts";
import { save, typed } from "./overlays.ts";
import { type Action, exportFormats, type Prompt, type State } from "./state.ts";

type Press = Extract<Action, { kind: "press" }>;

/** A key while a line is typed; null where the table of commands decides. */
export function pressPrompt(state: State, press: Press, world: World): State | null {
  const { prompt } = state;
  if (prompt === null || press.key === "ctrl+c") return null;
  if (press.key === "esc") return { ...state, prompt: null, overwrite: null };
  if (press.key === "enter") return take(state, press, prompt, world);
  const text = typed(prompt.text, press);
  return text === null ? state : { ...state, prompt: { ...prompt, text, issue: null }, overwrite: null };
}

function take(state: State, press: Press, prompt: Prompt, world: World): State {
  const refuse = (refused: Issue): State => ({ ...state, prompt: { ...prompt, issue: refused } });
  const text = prompt.text.trim();
  switch (prompt.kind) {
    case "load":
      return text === "" ? { ...state, prompt: null } : withEffect(state, { kind: "load", path: text });
    case "save": {
      const format = exportFormats.find((each) => each === prompt.path) ?? "json";
      return text === "" ? { ...state, prompt: null } : save(state, text, format);
    }
    case "command":
      return closed(takeFlags(state, press, { text, world, refuse }));
    default:
      return closed(setField(state, press, { path: prompt.path, text, world }, refuse));
  }
}

/** The prompt goes once its text was taken: not while it is refused, or waits for a machine. */
function closed(state: State): State {
  const waits = state.effects.some(({ kind }) => kind === "machine");
  return waits || (state.prompt?.issue ?? null) !== null ? state : { ...state, prompt: null };
}

interface Flags {
  readonly text: string;
  readonly world: World;
  readonly refuse: (issue: Issue) => State;
}

/** `tokens 5B`, `--tokens 5B --layers 24`, `set tokens 5B`: one field through the form, several at once as they are. */
function takeFlags(state: State, press: Press, { text, world, refuse }: Flags): State {
  const words = text.split(/[\s=]+/).filter((word) => word !== "" && word !== "set" && word !== "wallclock");
  if (words.length === 0) return state;
  if (words[0] === "q" || words[0] === "quit") return withEffect(state, { kind: "quit" });
  const set: Record<string, string> = {};
  for (let at = 0; at < words.length; at += 2) {
    const name = words[at]!.replace(/^-+/, "");
    const path = pathOf(name);
    const value = words[at + 1];
    if (path === null) return refuse(unknownFlag(name));
    if (value === undefined) return refuse(issue("option_needs_value", path, `${name} needs a value`));
    set[path] = value;
  }
  const [[path, value] = ["", ""], ...more] = Object.entries(set);
  if (more.length === 0 && fieldAt(path) !== undefined)
    return setField(state, press, { path, text: value, world }, refuse);
  const make = (): State => {
    const drop = "budget" in set ? ["training.tokens"] : "training.tokens" in set ? ["budget"] : [];
    return withAnswer(state, answerWith(state.doc.answer, { set, drop }, world), text);
  };
  return attempt(state, press, make, refuse);
}

/** A field by its name in the form, its flag or its path. */
function pathOf(name: string): string | null {
  return fields.find(({ label }) => label === name)?.path ?? findLeafFlag(name)?.path ?? null;
}

function unknownFlag(name: string): Issue {
  const close = near(name, [...leafFlags().map(({ flag }) => flag), ...fields.map(({ label }) => label)]);
  const hint = close.length > 0 ? `nearest: ${close.join(", ")}` : "for example tokens 5B";
  return issue("unknown_option", "", `there is no field ${name.slice(0, 40)}`, hint);
}
