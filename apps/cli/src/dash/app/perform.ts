import { UserError } from "@wallclock/core";
import { clipboardSequence } from "../outside/clipboard.ts";
import { saveFile } from "../outside/export.ts";
import { loadFile } from "../outside/load.ts";
import type { GrowingWorld } from "../outside/machines.ts";
import { issueText } from "../state/history.ts";
import type { Action, Effect, State } from "../state/state.ts";

/** What lies outside the dashboard. */
export interface Outside {
  readonly growing: GrowingWorld;
  /** Told of every state there is. */
  readonly seen: (state: State) => void;
}

export interface Means {
  readonly dispatch: (action: Action) => void;
  readonly exit: () => void;
  readonly outside: Outside;
}

/** Does what the reducer asked for, and tells it what came of it. */
export async function perform(effect: Effect, state: State, means: Means): Promise<void> {
  const { dispatch, exit, outside } = means;
  switch (effect.kind) {
    case "quit":
      return exit();
    case "copy": {
      const sequence = clipboardSequence(effect.text);
      if (sequence !== null) process.stdout.write(sequence);
      return;
    }
    case "save":
      return dispatch(saveFile(state.doc.answer, effect));
    case "machine":
      await outside.growing.learn(effect.ref);
      return dispatch(effect.retry);
    case "load":
      return dispatch(await loaded(effect.path, state, outside));
  }
}

async function loaded(path: string, state: State, { growing }: Outside): Promise<Action> {
  try {
    return {
      kind: "loaded",
      answer: await loadFile(path, state.doc.answer, growing),
      label: `opened ${path}`,
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [first] = error.issues;
    if (first === undefined) throw error;
    return { kind: "refused", issue: { ...first, message: issueText(first), hint: null } };
  }
}
