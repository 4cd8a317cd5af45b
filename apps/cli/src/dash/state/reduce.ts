import { type CommandId, commandOf } from "../keys/commands.ts";
import type { World } from "../world.ts";
import { currentField, reset, scale, step } from "./change.ts";
import { copyText } from "./copy.ts";
import { focused, neighbour } from "./focus.ts";
import { commit, redo, told, undo, withAnswer, withEffect } from "./history.ts";
import { stepLimit } from "./limit.ts";
import { lookCommands, sortBy } from "./look.ts";
import { openRow } from "./open.ts";
import { openField } from "./open-field.ts";
import { pressOverlay } from "./overlays.ts";
import { isSearching, nextObjective, planned, progressed, stopPlan, typeLimit } from "./plan.ts";
import { answered, unanswered } from "./remote.ts";
import { moveRow } from "./rows.ts";
import { type Action, askRows, type State } from "./state.ts";
import { pressPrompt } from "./typing.ts";

type Press = Extract<Action, { kind: "press" }>;

/** The next state. Pure: the same state, action and world give the same state, and nothing is done outside. */
export function reduce(state: State, action: Action, world: World): State {
  switch (action.kind) {
    case "press":
      return press(state, action, world);
    case "resize":
      return { ...state, size: { columns: action.columns, rows: action.rows } };
    case "loaded":
      return told(
        withAnswer({ ...state, prompt: null, overlay: null }, action.answer, action.label),
        action.label,
        "good",
      );
    case "told":
      return { ...state, toast: action.toast };
    case "exists":
      return {
        ...state,
        prompt: { kind: "save", path: action.format, text: action.path, issue: null },
        overwrite: action.path,
        toast: { text: `${action.path} exists already: enter overwrites it, esc leaves it`, role: "warn" },
      };
    case "refused":
      if (state.prompt === null) return told(state, action.issue.message, "bad");
      return { ...state, prompt: { ...state.prompt, issue: action.issue } };
    case "answered":
      return answered(state, action);
    case "unanswered":
      return unanswered(state, action);
    case "plan-progress":
      return progressed(state, action);
    case "plan-done":
      return planned(state, action);
    case "effects-taken":
      return state.effects.length === 0 ? state : { ...state, effects: [] };
  }
}

function press(state: State, action: Press, world: World): State {
  const inPrompt = pressPrompt(state, action, world);
  if (inPrompt !== null) return inPrompt;
  const inOverlay = pressOverlay(state, action, world);
  if (inOverlay !== null) return inOverlay;
  const command = commandOf(action.key);
  if (command === undefined) return state;
  const isCopy = command.id === "copy" || command.id === "copy-next";
  const copied = isCopy ? state.copied : null;
  return handlers[command.id]({ ...state, toast: null, copied }, action, world);
}

type Handler = (state: State, action: Press, world: World) => State;

/** Values change in the form, whichever pane is looked at; the ledger's columns and the plan's rows are their own. */
const change =
  (direction: 1 | -1, count: number): Handler =>
  (state, action, world) => {
    if (state.pane === "ledger") return sortBy(state, direction);
    const row = state.pane === "plan" ? askRows[state.rows.plan] : undefined;
    if (row === "find") return nextObjective(state, direction);
    if (row === "limit") return stepLimit(state, action, direction);
    if (state.pane === "plan" && row !== "device" && row !== "devices") return state;
    return step(state, action, { direction, count, world });
  };

/** On the machine of a plan it is what is typed for; elsewhere in the plan its limit. */
function type(state: State, { text }: Press): State {
  const row = state.pane === "plan" ? askRows[state.rows.plan] : null;
  if (row !== null && row !== "device" && row !== "devices") return typeLimit(state, text);
  return openField(state, currentField(state), text);
}

/** From a plan that fills the screen back to where the panes are. */
function back(state: State): State {
  if (state.pane === "plan" && isSearching(state)) return stopPlan(state);
  if (state.expanded && state.pane !== "plan") return { ...state, expanded: false };
  return { ...focused(state, "run"), expanded: false };
}

/** Columns from which on a plan has room enough beside the other panes. */
const roomy = 170;

const handlers: Readonly<Record<CommandId, Handler>> = {
  up: (state) => moveRow(state, -1),
  down: (state) => moveRow(state, 1),
  "page-up": (state) => moveRow(state, -10),
  "page-down": (state) => moveRow(state, 10),
  first: (state) => moveRow(state, Number.NEGATIVE_INFINITY),
  last: (state) => moveRow(state, Number.POSITIVE_INFINITY),
  "next-pane": (state) => focused(state, neighbour(state, 1)),
  "previous-pane": (state) => focused(state, neighbour(state, -1)),
  less: change(-1, 1),
  more: change(1, 1),
  "much-less": change(-1, 10),
  "much-more": change(1, 10),
  halve: (state, action, world) => scale(state, action, 0.5, world),
  double: (state, action, world) => scale(state, action, 2, world),
  type,
  reset,
  undo,
  redo,
  open: openRow,
  back,
  ...lookCommands,
  plan: (state) => ({ ...focused(state, "plan"), expanded: state.size.columns < roomy }),
  compare: (state) => {
    const { doc } = state;
    if (doc.pinned !== null)
      return told(commit(state, { ...doc, pinned: null }, "compare"), "no longer compared");
    const done = commit(state, { ...doc, pinned: doc.answer }, "pin as A");
    return told(done, "this run is A; what you change now is B");
  },
  help: (state) => ({ ...state, overlay: { kind: "help", query: "", typing: false, top: 0 } }),
  find: (state) => ({ ...state, overlay: { kind: "find", query: "", index: 0, only: null } }),
  command: (state) => ({ ...state, prompt: { kind: "command", path: "", text: "", issue: null } }),
  load: (state) => ({ ...state, prompt: { kind: "load", path: "", text: "", issue: null } }),
  copy: (state) => copyText(state, state.copyForm),
  "copy-next": (state) => copyText(state, state.copied === null ? 1 : state.copyForm + 1),
  export: (state) => ({ ...state, overlay: { kind: "export", index: 0 } }),
  quit: (state) => withEffect(state, { kind: "quit" }),
};
