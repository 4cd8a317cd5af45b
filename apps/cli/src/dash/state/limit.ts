import { type Issue, lossTarget, parseQuantity } from "@wallclock/core";
import { changed } from "../fields/change.ts";
import { budgetLadder } from "../fields/training.ts";
import { attempt } from "./history.ts";
import { asked, limitWord } from "./plan.ts";
import { type Action, askRows, type PlanAsk, type State } from "./state.ts";

/** A number without a unit, or with the losses' own. */
const nats = /^\s*([\d.]+)\s*(?:nats?)?\s*$/;

/**
 * Limits the plan by what was typed: a time, money or device-hours that a run may take, or a loss to reach, which is
 * looked for in the least time unless the least money was wanted. The cursor goes on to the search.
 */
export function setLimit(
  state: State,
  action: Action,
  text: string,
  refuse?: (issue: Issue) => State,
): State {
  return attempt(
    state,
    action,
    () => {
      const done = asked(state, withLimit(state, text));
      return { ...done, rows: { ...done.rows, plan: askRows.indexOf("search") }, toast: null };
    },
    refuse,
  );
}

function withLimit({ doc: { answer, ask } }: State, text: string): PlanAsk {
  const lossNats = parseQuantity(nats.exec(text)?.[1] ?? "", "number");
  if (lossNats === null) {
    const { budget = null } = changed(answer, { set: { budget: text }, drop: ["training.tokens"] });
    return { ...ask, objective: "loss", budget };
  }
  // Says what is wrong with a loss that no run ends at.
  lossTarget(answer.scenario, answer.machine, lossNats);
  return { ...ask, lossNats, objective: ask.objective === "loss" ? "seconds" : ask.objective };
}

const dollars = [1, 2, 5, 10, 20, 50, 100, 200, 500].concat(
  [1, 2, 5, 10, 20, 50, 100, 200, 500].map((thousands) => thousands * 1000),
);
const lossStep = 0.05;

/** Moves the limit to the next that people ask for. */
export function stepLimit(state: State, action: Action, by: 1 | -1): State {
  const word = limitWord(state.doc);
  const value = Number(word.replaceAll(/[^\d.]/g, ""));
  const text = nextWord(word, value, by);
  if (text === null) return state;
  const row = state.rows.plan;
  const done = setLimit(state, action, text);
  return { ...done, rows: { ...done.rows, plan: row } };
}

function nextWord(word: string, value: number, by: 1 | -1): string | null {
  const beyond = (ladder: readonly number[]): number | null =>
    (by === 1 ? ladder.find((rung) => rung > value) : ladder.findLast((rung) => rung < value)) ?? null;
  if (word.endsWith("s") && !word.endsWith("hours")) {
    const seconds = beyond(budgetLadder);
    return seconds === null ? null : `${seconds}s`;
  }
  if (nats.test(word)) return (Math.round(value / lossStep + by) * lossStep).toFixed(2);
  const rung = beyond(dollars);
  return rung === null ? null : word.startsWith("$") ? `$${rung}` : `${rung} device-hours`;
}
