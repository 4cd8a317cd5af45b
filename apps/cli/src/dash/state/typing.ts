import type { Issue } from "@wallclock/core";
import type { World } from "../world.ts";
import { setField } from "./change.ts";
import { takeFlags } from "./flags.ts";
import { withEffect } from "./history.ts";
import { setLimit } from "./limit.ts";
import { typed } from "./overlays.ts";
import { type Action, type ExportFormat, exportFormats, type Prompt, type State } from "./state.ts";

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
    case "limit":
      return closed(setLimit(state, press, text, refuse));
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

/** Writing a file that is there already is asked for twice. */
function save(state: State, path: string, format: ExportFormat): State {
  const closed = { ...state, prompt: null, overwrite: null };
  return withEffect(closed, { kind: "save", format, path, overwrite: state.overwrite === path });
}
