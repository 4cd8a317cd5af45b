import { rowCount } from "../panes/panes.ts";
import type { State } from "./state.ts";

/** Moves the cursor of the pane that is looked at, or scrolls it. */
export function moveRow(state: State, by: number): State {
  const { pane, rows } = state;
  const last = rowCount(state, pane) - 1;
  const row = Math.max(0, Math.min(last, Math.min(last, rows[pane]) + by));
  return { ...state, rows: { ...rows, [pane]: row } };
}
