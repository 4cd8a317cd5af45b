import { scenarioLeaves } from "@wallclock/core";
import { movesOf } from "../moves.ts";
import type { World } from "../world.ts";
import { currentField, setField } from "./change.ts";
import { told } from "./history.ts";
import { openPlan } from "./plan.ts";
import type { Action, State } from "./state.ts";

/** Opens what the cursor is on: a list to choose from, a line to type, a formula; or does what a row proposes. */
export function openRow(state: State, action: Action, world: World): State {
  switch (state.pane) {
    case "run":
      return openField(state);
    case "moves": {
      const move = movesOf(state.doc.answer)[state.rows.moves];
      if (move === undefined) return state;
      if (move.refused !== null) return told(state, move.refused, "warn");
      return setField(state, action, { path: move.path, text: move.text, world });
    }
    case "plan":
      return openPlan(state, world);
    case "ledger":
    case "evidence":
      return { ...state, overlay: { kind: "detail", top: 0 } };
    default:
      return { ...state, expanded: !state.expanded };
  }
}

/** Names are chosen from a list, words stepped through, and all else is typed. */
function openField(state: State): State {
  const field = currentField(state);
  if (field.catalogue !== undefined) {
    return { ...state, overlay: { kind: "find", query: "", index: 0, only: field.catalogue } };
  }
  const words = scenarioLeaves().find(({ path }) => path === field.path)?.values;
  const text = words === undefined ? field.text(state.doc.answer) : "";
  return { ...state, prompt: { kind: "field", path: field.path, text, issue: null } };
}
