import { layout } from "../layout.ts";
import { overlayBox } from "../overlays/overlay.ts";
import type { World } from "../world.ts";
import { setField } from "./change.ts";
import { chosenText, type Found, found } from "./find.ts";
import { focused } from "./focus.ts";
import { type Action, exportFormats, type Overlay, type State } from "./state.ts";

type Press = Extract<Action, { kind: "press" }>;

/** A key while something lies over the panes; null where the table of commands decides. */
export function pressOverlay(state: State, press: Press, world: World): State | null {
  const { overlay } = state;
  if (overlay === null || press.key === "ctrl+c") return null;
  if (press.key === "esc") return { ...state, overlay: null };
  switch (overlay.kind) {
    case "help":
      return pressHelp(state, overlay, press, world);
    case "find":
      return pressFind(state, overlay, press, world);
    case "export":
      return pressExport(state, overlay, press);
    default:
      return pressDetail(state, overlay, press, world);
  }
}

/** How far a key moves in a list. */
function movement(key: string, isTyping: boolean): number {
  const letters: Readonly<Record<string, number>> = isTyping ? {} : { k: -1, j: 1, g: -1e6, G: 1e6 };
  const keys: Readonly<Record<string, number>> = {
    up: -1,
    down: 1,
    pageup: -10,
    pagedown: 10,
    home: -1e6,
    end: 1e6,
  };
  return keys[key] ?? letters[key] ?? 0;
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}

/** A text with a key typed, or its last letter taken away; null for keys that type nothing. */
export function typed(text: string, { key, text: letter }: Press): string | null {
  if (key === "backspace") return text.slice(0, -1);
  if (key === "ctrl+u") return "";
  return letter === "" ? null : text + letter;
}

/** The last line that what lies over the panes can be scrolled to. */
function lastTop(state: State, world: World): number {
  const box = overlayBox(state, world, layout(state.size, state));
  if (box === null) return 0;
  const { head = [], body } = box.content;
  return Math.max(0, body.length - (box.rect.height - 2 - head.length));
}

function pressHelp(
  state: State,
  help: Extract<Overlay, { kind: "help" }>,
  press: Press,
  world: World,
): State | null {
  if (!help.typing && press.key === "/") return { ...state, overlay: { ...help, typing: true } };
  if (!help.typing && (press.key === "?" || press.key === "q" || press.key === "enter"))
    return { ...state, overlay: null };
  const moved = movement(press.key, help.typing);
  if (moved !== 0) {
    const top = clamp(help.top + moved, lastTop(state, world) + 1);
    return { ...state, overlay: { ...help, top } };
  }
  if (help.typing && press.key === "enter") return { ...state, overlay: { ...help, typing: false } };
  const query = help.typing ? typed(help.query, press) : null;
  return query === null ? state : { ...state, overlay: { ...help, query, top: 0 } };
}

type Find = Extract<Overlay, { kind: "find" }>;

function pressFind(state: State, find: Find, press: Press, world: World): State {
  const items = found(state, world, find.query, find.only);
  if (press.key === "enter") {
    const item = items[find.index];
    return item === undefined ? state : choose(state, press, { item, query: find.query }, world);
  }
  const moved = movement(press.key, true);
  if (moved !== 0) return { ...state, overlay: { ...find, index: clamp(find.index + moved, items.length) } };
  const query = typed(find.query, press);
  return query === null ? state : { ...state, overlay: { ...find, query, index: 0 } };
}

/** Sets what was found, goes to its field, or shows the operation. The list stays where it cannot be set. */
function choose(
  state: State,
  press: Press,
  { item, query }: { readonly item: Found; readonly query: string },
  world: World,
): State {
  const { kind, path, index } = item;
  const closed = { ...state, overlay: null };
  if (kind === "field") return { ...focused(closed, "run"), rows: { ...closed.rows, run: index } };
  if (kind === "operation" || path === null) {
    const shown = focused(closed, "ledger");
    return { ...shown, rows: { ...shown.rows, ledger: index }, sort: "phase" };
  }
  const set = setField(state, press, { path, text: chosenText(item, query), world });
  const isDone = set.doc !== state.doc || set.doc.answer === state.doc.answer;
  return isDone && set.effects.length === state.effects.length && set.toast?.role !== "bad"
    ? { ...set, overlay: null }
    : set;
}

function pressExport(state: State, menu: Extract<Overlay, { kind: "export" }>, press: Press): State {
  const moved = movement(press.key, false);
  if (moved !== 0)
    return { ...state, overlay: { ...menu, index: clamp(menu.index + moved, exportFormats.length) } };
  const format = exportFormats[menu.index]!;
  if (press.key !== "enter") return state;
  return {
    ...state,
    overlay: null,
    prompt: { kind: "save", path: format, text: `wallclock.${format}`, issue: null },
  };
}

function pressDetail(
  state: State,
  detail: Extract<Overlay, { kind: "detail" }>,
  press: Press,
  world: World,
): State | null {
  const moved = movement(press.key, false);
  if (moved !== 0) {
    const top = clamp(detail.top + moved, lastTop(state, world) + 1);
    return { ...state, overlay: { ...detail, top } };
  }
  return press.key === "enter" || press.key === "q" ? { ...state, overlay: null } : state;
}
