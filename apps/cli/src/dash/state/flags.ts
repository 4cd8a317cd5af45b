import { type Issue, issue } from "@wallclock/core";
import { findLeafFlag, leafFlags } from "../../args/leaves.ts";
import { near, nearestHint } from "../../args/near.ts";
import { answerWith } from "../fields/change.ts";
import { fieldAt, fields } from "../fields/fields.ts";
import type { World } from "../world.ts";
import { setField } from "./change.ts";
import { attempt, withAnswer, withEffect } from "./history.ts";
import type { Action, State } from "./state.ts";

interface Flags {
  readonly text: string;
  readonly world: World;
  readonly refuse: (issue: Issue) => State;
}

/** Words that may stand before flags, and say nothing here. */
const empty: ReadonlySet<string> = new Set(["set", "wallclock", "estimate", "dash"]);

/**
 * `tokens 5B`, `device 1x rtx-4090`, `--tokens 5B --layers 24`, `set tokens=5B`: one field through the form, several at once as
 * they are. A file in the place of a value is opened.
 */
export function takeFlags(state: State, action: Action, { text, world, refuse }: Flags): State {
  if (/^\s*(?:q|quit)\s*$/.test(text)) return withEffect(state, { kind: "quit" });
  const pairs = pairsOf(text);
  if (pairs.length === 0) return state;
  const set: Record<string, string> = {};
  for (const [name, value] of pairs) {
    const path = pathOf(name);
    if (path === null) return refuse(unknownFlag(name));
    if (value === "") return refuse(issue("option_needs_value", path, `${name} needs a value`));
    if (value.endsWith(".json")) return withEffect(state, { kind: "load", path: value });
    set[path] = value;
  }
  const [[path, value] = ["", ""], ...more] = Object.entries(set);
  if (more.length === 0 && fieldAt(path) !== undefined)
    return setField(state, action, { path, text: value, world }, refuse);
  const make = (): State => {
    const drop = "budget" in set ? ["training.tokens"] : "training.tokens" in set ? ["budget"] : [];
    return withAnswer(state, answerWith(state.doc.answer, { set, drop }, world), text);
  };
  return attempt(state, action, make, refuse);
}

/** Names with their values: a value goes on to the next flag, `name=`, or name of a field. */
function pairsOf(text: string): (readonly [name: string, value: string])[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  while (empty.has(words[0] ?? "")) words.shift();
  const pairs: [name: string, words: string[]][] = [];
  for (const word of words) {
    const [, flag, name = "", , value] = /^(--?)?([^=]*)(=(.*))?$/.exec(word) ?? [];
    const isName = flag !== undefined || value !== undefined || pathOf(word) !== null || pairs.length === 0;
    if (isName) pairs.push([name, value === undefined || value === "" ? [] : [value]]);
    else pairs.at(-1)![1].push(word);
  }
  return pairs.map(([name, said]) => [name, said.join(" ").replaceAll(/^(['"])(.*)\1$/g, "$2")]);
}

/** A field by its name in the form, its flag or its path. */
function pathOf(name: string): string | null {
  return fields.find(({ label }) => label === name)?.path ?? findLeafFlag(name)?.path ?? null;
}

function unknownFlag(name: string): Issue {
  const close = near(name, [...leafFlags().map(({ flag }) => flag), ...fields.map(({ label }) => label)]);
  const hint = nearestHint(close, "for example tokens 5B");
  return issue("unknown_option", "", `there is no field ${name.slice(0, 40)}`, hint);
}
