import { type PlanRequest, practicalRequest, UserError } from "@wallclock/core";
import type { Asker } from "../outside/ask.ts";
import { clipboardSequence } from "../outside/clipboard.ts";
import { saveFile } from "../outside/export.ts";
import { loadFile } from "../outside/load.ts";
import type { GrowingWorld } from "../outside/machines.ts";
import type { Search } from "../outside/search.ts";
import { issueText } from "../state/history.ts";
import type { Action, Effect, State } from "../state/state.ts";

/** What lies outside the dashboard. */
export interface Outside {
  readonly growing: GrowingWorld;
  /** Told of every state there is. */
  readonly seen: (state: State) => void;
  /** Begins a search, ending the one before; the signal says when it has to end itself. */
  readonly startPlan: () => AbortSignal;
  readonly stopPlan: () => void;
  readonly search: Search;
  /** Asks the API that `--remote` names; null without one. */
  readonly ask: Asker | null;
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
    case "plan":
      return search(effect.request, means);
    case "plan-stop":
      outside.stopPlan();
      return;
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

/** Searches elsewhere than in this thread, so that keys are answered meanwhile. */
async function search(wanted: PlanRequest, { dispatch, outside }: Means): Promise<void> {
  const signal = outside.startPlan();
  try {
    const { request } = practicalRequest(wanted);
    const outcome = await outside.search(request, {
      report: ({ visited, total }) => dispatch({ kind: "plan-progress", visited, total }),
      signal,
    });
    dispatch({ kind: "plan-done", outcome });
  } catch (error) {
    if (!(error instanceof UserError) || error.issues[0] === undefined) throw error;
    dispatch({ kind: "plan-done", outcome: null });
    dispatch({ kind: "told", toast: { text: issueText(error.issues[0]), role: "bad" } });
  }
}
