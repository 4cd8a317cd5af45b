import type { Scenario } from "@wallclock/core";
import { answeredBy } from "../answer.ts";
import { issueText, told } from "./history.ts";
import type { Action, State } from "./state.ts";

/** What an API says of the run that is still shown takes the place of what was worked out here. */
export function answered(state: State, { scenario, replies }: Extract<Action, { kind: "answered" }>): State {
  const { doc } = state;
  if (doc.answer.scenario !== scenario) return state;
  const answer = answeredBy(replies, doc.answer);
  return { ...heardOf(state, scenario, true), doc: { ...doc, answer } };
}

/** An API that does not answer is said; the answer that there is stays. */
export function unanswered(
  state: State,
  { scenario, issue }: Extract<Action, { kind: "unanswered" }>,
): State {
  if (state.doc.answer.scenario !== scenario) return state;
  return told(heardOf(state, scenario, false), issueText(issue), "bad");
}

function heardOf(state: State, scenario: Scenario, isAnswered: boolean): State {
  return state.remote === null ? state : { ...state, remote: { ...state.remote, scenario, isAnswered } };
}

/** How an API that is asked stands to the run that is shown, in words; nothing where none is asked. */
export function remoteText({ remote, doc }: State): string {
  if (remote === null) return "";
  if (remote.scenario !== doc.answer.scenario) return "asking the API";
  return remote.isAnswered ? "answered by the API" : "not answered by the API";
}
