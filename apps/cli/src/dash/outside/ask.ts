import { type Issue, issue, type Scenario, UserError } from "@wallclock/core";
import type { Engine } from "../../engine.ts";
import type { Answer, Replies } from "../answer.ts";
import { movedScenarios } from "../moves.ts";
import type { Action } from "../state/state.ts";

export type Dispatch = (action: Action) => void;

/** Asks who answers from outside about a run, and tells what came of it. */
export type Asker = (answer: Answer, dispatch: Dispatch) => Promise<void>;

/**
 * Asks an API about runs, one after another: of those that come while it is busy only the last is asked next, so that a key that
 * is held down is no flood.
 */
export function askerOf(engine: Engine): Asker {
  let waiting: Answer | null = null;
  let isBusy = false;
  return async (answer, dispatch) => {
    waiting = answer;
    if (isBusy) return;
    isBusy = true;
    for (let next: Answer | null = waiting; next !== null; next = waiting) {
      waiting = null;
      dispatch(await heard(engine, next));
    }
    isBusy = false;
  };
}

async function heard(engine: Engine, answer: Answer): Promise<Action> {
  const { scenario } = answer;
  try {
    return { kind: "answered", scenario, replies: await repliesTo(engine, answer) };
  } catch (error) {
    return { kind: "unanswered", scenario, issue: issueOf(error) };
  }
}

function issueOf(error: unknown): Issue {
  if (error instanceof UserError && error.issues[0] !== undefined) return error.issues[0];
  const message = `--remote: ${error instanceof Error ? error.message : String(error)}`;
  return issue("remote_failed", "", message, "these numbers are this program's own");
}

/** Everything that the screen shows of a run: the run itself, its curve and ledger, and what its moves lead to. */
async function repliesTo(engine: Engine, answer: Answer): Promise<Replies> {
  const { scenario } = answer;
  const beside = movedScenarios(answer);
  const [estimate, curve, ledger, moved] = await Promise.all([
    engine.estimate(scenario),
    engine.curve(scenario),
    engine.ledger(scenario),
    engine.estimates(beside),
  ]);
  const others = new Map<Scenario, Replies["estimate"]>();
  for (const [index, each] of beside.entries()) {
    const reply = moved[index];
    if (reply !== null && reply !== undefined) others.set(each, reply);
  }
  return { estimate, curve, ledger, others };
}
