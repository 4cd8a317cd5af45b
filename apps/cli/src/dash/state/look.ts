import { themeNames } from "../theme/themes.ts";
import { told } from "./history.ts";
import { type Sort, type State, sorts } from "./state.ts";

type Look = (state: State) => State;

function next<T>(all: readonly T[], value: T, by: 1 | -1 = 1): T {
  return all[(all.indexOf(value) + by + all.length) % all.length]!;
}

/** Sorts the ledger by another column; the cursor goes to the top. */
export function sortBy(state: State, by: 1 | -1): State {
  const sort: Sort = next(sorts, state.sort, by);
  return told({ ...state, sort, rows: { ...state.rows, ledger: 0 } }, `ledger sorted by ${sort}`);
}

/** How far a chart can be zoomed: each step shows half of what the last did. */
const mostZoom = 5;

const zoomed = (state: State, zoom: number): State => ({
  ...state,
  zoom: Math.max(0, Math.min(mostZoom, zoom)),
});

/** Keys that change how things look, and nothing else. */
export const lookCommands = {
  expand: (state) => ({ ...state, expanded: !state.expanded }),
  sort: (state) => sortBy(state, 1),
  "zoom-in": (state) => zoomed(state, state.zoom + 1),
  "zoom-out": (state) => zoomed(state, state.zoom - 1),
  "zoom-reset": (state) => zoomed(state, 0),
  theme: (state) => {
    const theme = next(themeNames, state.theme);
    const charset = theme === "ascii" ? "ascii" : state.theme === "ascii" ? "braille" : state.charset;
    return told({ ...state, theme, charset }, `theme ${theme}`);
  },
  charset: (state) => {
    const charset = next(["braille", "block", "ascii"] as const, state.charset);
    return told({ ...state, charset }, `charts in ${charset}`);
  },
} satisfies Readonly<Record<string, Look>>;
