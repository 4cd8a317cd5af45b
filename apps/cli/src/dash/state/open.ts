import { movesOf, outcomeOf } from "../moves.ts";
import type { World } from "../world.ts";
import { currentField, setField } from "./change.ts";
import { told } from "./history.ts";
import { openField } from "./open-field.ts";
import { openPlan } from "./plan.ts";
import type { Action, State } from "./state.ts";

/** Opens what the cursor is on: a list to choose from, a line to type, numbers; or does what a row proposes. */
export function openRow(state: State, action: Action, world: World): State {
  switch (state.pane) {
    case "run":
      return openField(state, currentField(state));
    case "moves": {
      const move = movesOf(state.doc.answer)[state.rows.moves];
      if (move === undefined) return state;
      const { refused } = outcomeOf(state.doc.answer, move);
      if (refused !== null) return told(state, refused, "warn");
      return setField(state, action, { path: move.path, text: move.text, world });
    }
    case "plan":
      return openPlan(state, world);
    case "compare":
      return { ...state, expanded: !state.expanded };
    default:
      return { ...state, overlay: { kind: "detail", top: 0 } };
  }
}
