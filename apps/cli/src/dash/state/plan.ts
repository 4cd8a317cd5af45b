import { isImpossiblePlan, type PlanReply, type PlanRequest } from "@wallclock/core";
import { distinctRuns, formatSeconds, formatUsd, formatWhole, hardwareName } from "@wallclock/core/report";
import { answer } from "../answer.ts";
import type { World } from "../world.ts";
import { currentField } from "./change.ts";
import { commit, told, withAnswer, withEffect } from "./history.ts";
import { openField } from "./open-field.ts";
import { type Action, askRows, type Doc, type PlanAsk, type State } from "./state.ts";

const objectives = ["loss", "seconds", "usd"] as const;

/** What a plan may look for on this machine: the least money only where a price is known. */
export function objectivesOf({ answer: { resolved } }: Doc): readonly PlanAsk["objective"][] {
  return resolved.hardware.usdPerDeviceHour === null ? objectives.slice(0, 2) : objectives;
}

const goals = { loss: "the lowest loss", seconds: "the least time", usd: "the least money" } as const;

export function goalText({ objective }: PlanAsk): string {
  return goals[objective];
}

/** What a run may take: what was said, else what the present one takes. */
function budgetOf({ answer: { scenario, estimate }, ask }: Doc): NonNullable<PlanAsk["budget"]> {
  return ask.budget ?? scenario.budget ?? { seconds: estimate.run.seconds.p50 };
}

/** The loss to reach: what was said, else that of the present run, to the digits that are shown. */
function targetOf({ answer: { estimate }, ask }: Doc): number {
  return ask.lossNats ?? Number(estimate.loss.nats.p50.toPrecision(4));
}

/** What limits the plan, in words. */
export function limitText(doc: Doc): string {
  if (doc.ask.objective !== "loss") return `${targetOf(doc)} nats`;
  const budget = budgetOf(doc);
  if ("seconds" in budget) return formatSeconds(budget.seconds);
  return "usd" in budget ? formatUsd(budget.usd) : `${formatWhole(budget.deviceHours)} device-hours`;
}

/** The limit as it may be typed again. */
export function limitWord(doc: Doc): string {
  if (doc.ask.objective !== "loss") return String(targetOf(doc));
  const budget = budgetOf(doc);
  if ("seconds" in budget) return `${Math.round(budget.seconds)}s`;
  return "usd" in budget ? `$${budget.usd}` : `${budget.deviceHours} device-hours`;
}

/** What to search for: on the machine of the present run, with what it says of data, software and law. */
export function requestOf(doc: Doc): PlanRequest {
  const { scenario } = doc.answer;
  const { training = {}, software, lossLaw, calibration } = scenario;
  const { contextLength, precision, optimizer } = training;
  const { objective } = doc.ask;
  return {
    hardware: scenario.hardware,
    training: {
      ...(contextLength === undefined ? {} : { contextLength }),
      ...(precision === undefined ? {} : { precision }),
      ...(optimizer === undefined ? {} : { optimizer }),
    },
    ...(software === undefined ? {} : { software }),
    ...(lossLaw === undefined ? {} : { lossLaw }),
    ...(calibration == null ? {} : { calibration }),
    objective,
    ...(objective === "loss" ? { budget: budgetOf(doc) } : { target: { lossNats: targetOf(doc) } }),
  };
}

/** The plan that was found; null before there is one. */
export function replyOf({ plan }: Pick<State, "plan">): PlanReply | null {
  const outcome = plan?.outcome ?? null;
  return outcome === null || isImpossiblePlan(outcome) ? null : outcome;
}

export function isSearching({ plan }: Pick<State, "plan">): boolean {
  return plan !== null && plan.outcome === null;
}

/** Changes what the cursor is on, searches, or takes the run that it is on. */
export function openPlan(state: State, world: World): State {
  switch (askRows[state.rows.plan]) {
    case "device":
    case "devices":
      return openField(state, currentField(state));
    case "find":
      return nextObjective(state, 1);
    case "limit":
      return typeLimit(state, limitWord(state.doc));
    case "search":
      return search(state);
    default:
      return takeRun(state, world);
  }
}

export function typeLimit(state: State, text: string): State {
  return { ...state, prompt: { kind: "limit", path: "budget", text, issue: null } };
}

export function nextObjective(state: State, by: 1 | -1): State {
  const all = objectivesOf(state.doc);
  const objective = all[(all.indexOf(state.doc.ask.objective) + by + all.length) % all.length]!;
  return asked(state, { ...state.doc.ask, objective });
}

/** The state with something else to look for. */
export function asked(state: State, ask: PlanAsk): State {
  const doc = { ...state.doc, ask };
  return commit(state, doc, `plan: ${goalText(ask)}, ${limitText(doc)}`);
}

function search(state: State): State {
  if (isSearching(state)) return state;
  const { doc } = state;
  const within = doc.ask.objective === "loss" ? "in" : "to reach";
  const goal = `${goalText(doc.ask)} ${within} ${limitText(doc)} on ${hardwareName(doc.answer.scenario)}`;
  const plan = { goal, visited: 0, total: 0, outcome: null };
  return withEffect({ ...state, plan }, { kind: "plan", request: requestOf(doc) });
}

function takeRun(state: State, world: World): State {
  const item = distinctRuns(replyOf(state)?.best ?? [])[state.rows.plan - askRows.length]?.item;
  const machine = item === undefined ? null : world.machine(item.scenario.hardware);
  if (item === undefined || machine === null) return state;
  const taken = answer(item.scenario, machine);
  const { layers, width } = taken.resolved.model;
  const label = `the plan's run, ${layers} layers × ${width}`;
  return told(withAnswer(state, taken, label), `took ${label}; u takes it back`, "good");
}

export function stopPlan(state: State): State {
  return told(withEffect(state, { kind: "plan-stop" }), "the search ends: the best so far");
}

export function progressed(
  state: State,
  { visited, total }: Extract<Action, { kind: "plan-progress" }>,
): State {
  return isSearching(state) && state.plan !== null
    ? { ...state, plan: { ...state.plan, visited, total } }
    : state;
}

/** The cursor goes to the best run, unless it has been moved elsewhere. */
export function planned(state: State, { outcome }: Extract<Action, { kind: "plan-done" }>): State {
  if (outcome === null || state.plan === null) return { ...state, plan: null };
  const done = { ...state, plan: { ...state.plan, outcome } };
  const isThere = !isImpossiblePlan(outcome) && state.pane === "plan" && state.rows.plan < askRows.length;
  return isThere ? { ...done, rows: { ...state.rows, plan: askRows.length } } : done;
}
