import { type PaneId, paneIds, type State } from "./state.ts";

/** The state with a pane looked at. */
export function focused(state: State, pane: PaneId): State {
  return { ...state, pane, recent: [pane, ...state.recent.filter((each) => each !== pane)], toast: null };
}

/** The pane after or before this one, in the order of tab. */
export function neighbour(state: State, by: 1 | -1): PaneId {
  const at = paneIds.indexOf(state.pane);
  return paneIds[(at + by + paneIds.length) % paneIds.length]!;
}
