import { reduce } from "../../src/dash/state/reduce.ts";
import { type Action, initialState, type State } from "../../src/dash/state/state.ts";
import { answerOf, gpt2, world } from "./world.ts";

/** The dashboard as it opens. */
export function opened(columns = 80, rows = 24, scenario = gpt2): State {
  return initialState(
    answerOf(scenario),
    { columns, rows },
    { theme: "mono", charset: "braille", remoteUrl: null },
  );
}

/** A key as the terminal would send it. */
export function pressed(key: string): Action {
  return { kind: "press", key, text: [...key].length === 1 ? key : "" };
}

/** The state after keys, each a name of the table; `"text"` in quotes is typed letter by letter. */
export function after(state: State, ...keys: readonly string[]): State {
  const presses = keys.flatMap((key) => (key.startsWith('"') ? [...key.slice(1, -1)] : [key]));
  return presses.reduce((before, key) => reduce(before, pressed(key), world), state);
}
