import { isImpossiblePlan, type PlanReply, type PlanRequest } from "@wallclock/core";
import { distinctRuns, formatSeconds, formatUsd, formatWithin } from "@wallclock/core/report";
import { type Answer, answer } from "../answer.ts";
import type { World } from "../world.ts";
import { told, withAnswer, withEffect } from "./history.ts";
import type { Action, State } from "./state.ts";

/** Something to look for on the machine of the present run. */
export interface Goal {
  readonly label: string;
  readonly request: PlanRequest;
}

/** What can be looked for: less loss in the same time, or the same loss sooner or for less. */
export function goalsOf({ scenario, estimate, resolved }: Answer): Goal[] {
  const { training = {}, software, lossLaw, calibration } = scenario;
  const { contextLength, precision, optimizer } = training;
  const base = {
    hardware: scenario.hardware,
    training: {
      ...(contextLength === undefined ? {} : { contextLength }),
      ...(precision === undefined ? {} : { precision }),
      ...(optimizer === undefined ? {} : { optimizer }),
    },
    ...(software === undefined ? {} : { software }),
    ...(lossLaw === undefined ? {} : { lossLaw }),
    ...(calibration == null ? {} : { calibration }),
  } satisfies PlanRequest;
  const budget = scenario.budget ?? { seconds: estimate.run.seconds.p50 };
  const target = { lossNats: Number(estimate.loss.nats.p50.toPrecision(4)) };
  const loss = formatWithin(estimate.loss.nats).value;
  const goals: Goal[] = [
    { label: `the lowest loss in ${budgetText(budget)}`, request: { ...base, objective: "loss", budget } },
    { label: `${loss} nats as soon as possible`, request: { ...base, objective: "seconds", target } },
  ];
  if (resolved.hardware.usdPerDeviceHour === null) return goals;
  const cheapest: Goal = {
    label: `${loss} nats for as little as possible`,
    request: { ...base, objective: "usd", target },
  };
  return [...goals, cheapest];
}

function budgetText(budget: NonNullable<PlanRequest["budget"]>): string {
  if ("seconds" in budget) return formatSeconds(budget.seconds);
  return "usd" in budget ? formatUsd(budget.usd) : `${budget.deviceHours} device-hours`;
}

/** The plan that was found; null before there is one. */
export function replyOf({ plan }: Pick<State, "plan">): PlanReply | null {
  const outcome = plan?.outcome ?? null;
  return outcome === null || isImpossiblePlan(outcome) ? null : outcome;
}

export function isSearching({ plan }: Pick<State, "plan">): boolean {
  return plan !== null && plan.outcome === null;
}

/** Searches for the goal that the cursor is on, or takes the run that it is on. */
export function openPlan(state: State, world: World): State {
  const goals = goalsOf(state.doc.answer);
  const row = state.rows.plan;
  const goal = goals[row];
  if (goal !== undefined) {
    const plan = { goal: goal.label, visited: 0, total: 0, outcome: null };
    return withEffect({ ...state, plan }, { kind: "plan", request: goal.request });
  }
  const item = distinctRuns(replyOf(state)?.best ?? [])[row - goals.length]?.item;
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
  const goals = goalsOf(state.doc.answer).length;
  const isThere = !isImpossiblePlan(outcome) && state.pane === "plan" && state.rows.plan < goals;
  return isThere ? { ...done, rows: { ...state.rows, plan: goals } } : done;
}
