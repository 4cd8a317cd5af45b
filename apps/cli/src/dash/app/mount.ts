import { setImmediate } from "node:timers/promises";
import { parseScenario } from "@wallclock/core";
import { render } from "ink";
import { createElement } from "react";
import type { Engine } from "../../engine.ts";
import { askerOf } from "../outside/ask.ts";
import type { GrowingWorld } from "../outside/machines.ts";
import type { Search } from "../outside/search.ts";
import type { State } from "../state/state.ts";
import { App } from "./app.ts";
import type { Outside } from "./perform.ts";
import { yogaReady } from "./yoga.ts";

/** Milliseconds without a key after which what is slow to load is loaded. */
const idle = 50;

export interface MountOptions {
  readonly growing: GrowingWorld;
  /** Answers for `--remote`; null without. */
  readonly remote: Engine | null;
  /** Finds the runs of a plan. */
  readonly search: Search;
  /** Keeps a state, so that it is there the next time. */
  readonly keep: (state: State) => void;
}

/** Milliseconds after a change until it is kept. */
const keepAfter = 500;

/** Shows the dashboard until it is left; the state that it was left in. */
export async function mount(initial: State, { growing, remote, search, keep }: MountOptions): Promise<State> {
  await yogaReady();
  let last = initial;
  const keepSoon = setTimeout(() => keep(last), keepAfter).unref();
  let current = new AbortController();
  const outside: Outside = {
    ask: remote === null ? null : askerOf(remote),
    growing,
    startPlan: () => {
      current.abort();
      current = new AbortController();
      return current.signal;
    },
    stopPlan: () => current.abort(),
    search,
    seen: (state) => {
      if (state.doc.answer.scenario !== last.doc.answer.scenario) keepSoon.refresh();
      last = state;
    },
  };
  const { waitUntilExit } = render(createElement(App, { initial, world: growing.world, outside }), {
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 60,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  warmUp(initial, growing);
  await waitUntilExit();
  clearTimeout(keepSoon);
  outside.stopPlan();
  return last;
}

/** Reads what the first key would otherwise wait for: the schemas, and every machine. */
function warmUp({ doc }: State, { world, learn }: GrowingWorld): void {
  setTimeout(() => {
    parseScenario(doc.answer.scenario);
    void (async () => {
      for (const name of [...world.devices, ...world.clusters]) {
        await learn(name);
        // A key that was pressed meanwhile comes first.
        await setImmediate(undefined, { ref: false });
      }
    })();
  }, idle).unref();
}
