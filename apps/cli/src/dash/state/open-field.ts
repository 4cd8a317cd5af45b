import { scenarioLeaves } from "@wallclock/core";
import type { Field } from "../fields/field.ts";
import type { State } from "./state.ts";

/** Names are chosen from a list, and all else is typed: a word afresh, a number from what it is. */
export function openField(state: State, field: Field, typed?: string): State {
  if (field.catalogue !== undefined) {
    return { ...state, overlay: { kind: "find", query: typed ?? "", index: 0, only: field.catalogue } };
  }
  const isWord = scenarioLeaves().find(({ path }) => path === field.path)?.values !== undefined;
  const text = typed ?? (isWord ? "" : field.text(state.doc.answer));
  return { ...state, prompt: { kind: "field", path: field.path, text, issue: null } };
}
