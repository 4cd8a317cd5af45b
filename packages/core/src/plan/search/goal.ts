import { dollarsOf } from "../../cost/index.ts";
import { budgetSeconds, deviceHours, secondsPerStep, wholeSteps } from "../../estimate/run.ts";
import {
  batchPenalty,
  floorOf,
  type LossSurface,
  medianLoss,
  stepsForLoss,
  type TargetRun,
} from "../../loss/index.ts";
import type { PlanObjective, PlanRequest } from "../request.ts";
import type { Site, Space } from "../space/space.ts";

/** What decides how long a run goes on. */
export type Length =
  | { readonly kind: "budget" }
  | { readonly kind: "target"; readonly nats: number }
  | { readonly kind: "tokens"; readonly tokens: number };

/** What is to be made least, on one machine. */
export interface Goal {
  readonly objective: PlanObjective;
  readonly length: Length;
  readonly overheadShare: number;
  readonly criticalBatchTokens: number | null;
  readonly uniqueTokens: number | null;
  readonly count: number;
  readonly usdPerDeviceHour: number | null;
  /** What a budget buys of this machine's time; null without one, or where dollars have no price. */
  readonly budgetSeconds: number | null;
  /** Why no run on this machine can be judged; null as a rule. */
  readonly obstacle: Rejection | null;
  readonly budget: NonNullable<PlanRequest["budget"]> | null;
}

/** Why a point is none of the candidates. */
export type Rejection = string;

/** A run judged: filled anew for every point. */
export interface Verdict {
  rejection: Rejection | null;
  steps: number;
  tokens: number;
  seconds: number;
  usd: number | null;
  loss: number;
  /** What the objective makes least. */
  value: number;
}

export function emptyVerdict(): Verdict {
  return { rejection: null, steps: 0, tokens: 0, seconds: 0, usd: null, loss: 0, value: 0 };
}

/** The goal of a request on one of its machines. */
export function goalOf({ request }: Pick<Space, "request">, { hardware }: Pick<Site, "hardware">): Goal {
  const { training = {}, target, budget = null, objective = "loss" } = request;
  const { usdPerDeviceHour } = hardware;
  const priced = usdPerDeviceHour !== null && usdPerDeviceHour > 0;
  const needsPrice =
    objective === "usd" ? usdPerDeviceHour === null : budget !== null && "usd" in budget && !priced;
  return {
    objective,
    length: lengthOf(target ?? null, training.tokens ?? null),
    overheadShare: training.overheadShare ?? 0,
    criticalBatchTokens: training.criticalBatchTokens ?? null,
    uniqueTokens: training.uniqueTokens ?? null,
    count: hardware.count,
    usdPerDeviceHour,
    budgetSeconds: budget === null || needsPrice ? null : budgetSeconds({ budget, hardware }),
    obstacle: needsPrice ? "price-unknown" : null,
    budget,
  };
}

function lengthOf(target: { lossNats: number } | null, tokens: number | null): Length {
  if (target !== null) return { kind: "target", nats: target.lossNats };
  return tokens === null ? { kind: "budget" } : { kind: "tokens", tokens };
}

/** What of a run its goal needs to know. */
export interface Run {
  readonly stepSeconds: number;
  /** Tokens of one step. */
  readonly stepTokens: number;
  /** N as the law counts it. */
  readonly lawParameters: number;
  /** The law for models of this shape. */
  readonly law: LossSurface;
}

/** The most tokens a scenario takes. */
const mostTokens = 1e18;

/** Judges a run: how long it goes on, what it costs, the loss it ends at. The arithmetic is that of `estimate`. */
export function judge(goal: Goal, run: Run, verdict: Verdict): void {
  const steps = brokenClock(run.stepSeconds) ?? stepsOf(goal, run);
  if (typeof steps === "string") {
    verdict.rejection = steps;
    return;
  }
  const { uniqueTokens } = goal;
  const penalty = batchPenalty(run.stepTokens, goal.criticalBatchTokens);
  verdict.steps = steps;
  verdict.tokens = steps * run.stepTokens;
  verdict.seconds = run.stepSeconds * (steps / (1 - goal.overheadShare));
  verdict.loss = medianLoss(run.law, run.lawParameters, { tokens: verdict.tokens, uniqueTokens, penalty });
  verdict.usd = dollarsOf(deviceHours(goal.count, verdict.seconds), goal.usdPerDeviceHour);
  verdict.value = objectiveOf(goal.objective, verdict);
  verdict.rejection = whyNot(goal, verdict);
}

/** What is wrong with a time, as `estimate` names it; null: nothing. */
function brokenClock(stepSeconds: number): Rejection | null {
  if (!(stepSeconds > 0)) return "calibration-beyond";
  return Number.isFinite(stepSeconds) ? null : "out-of-range";
}

function objectiveOf(objective: PlanObjective, { loss, seconds, usd }: Verdict): number {
  if (objective === "loss") return loss;
  return objective === "seconds" ? seconds : (usd ?? Number.NaN);
}

/** Why a run whose figures are known is no candidate; null: it is one. */
function whyNot(goal: Goal, verdict: Verdict): Rejection | null {
  const { seconds, loss, tokens, value } = verdict;
  const { kind } = goal.length;
  if (!Number.isFinite(seconds + loss + value) || tokens > mostTokens)
    return kind === "target" ? "target-unreachable" : "out-of-range";
  return kind === "target" && overBudget(goal, verdict) ? "over-budget" : null;
}

/** Whether a run to a target takes more than the budget beside it. */
function overBudget({ budget, count }: Goal, { seconds, usd }: Verdict): boolean {
  if (budget === null) return false;
  if ("seconds" in budget) return seconds > budget.seconds;
  if ("deviceHours" in budget) return deviceHours(count, seconds) > budget.deviceHours;
  return usd === null || usd > budget.usd;
}

/** Whole steps of a run, or why there are none. */
function stepsOf(goal: Goal, run: Run): number | Rejection {
  const { length } = goal;
  if (length.kind === "tokens") return Math.ceil(length.tokens / run.stepTokens);
  if (length.kind === "budget") {
    const steps = wholeSteps(goal.budgetSeconds!, secondsPerStep(run.stepSeconds, goal.overheadShare));
    return steps >= 1 ? steps : "budget-too-small";
  }
  return stepsForLoss(underLaw(goal, run), length.nats) ?? "target-unreachable";
}

/** The loss that a run ends above however long it goes on. */
export function floorOfRun(goal: Goal, run: Run): number {
  return floorOf(underLaw(goal, run));
}

function underLaw(goal: Goal, { law, lawParameters: parameters, stepTokens }: Run): TargetRun {
  const { uniqueTokens, criticalBatchTokens } = goal;
  return {
    law,
    parameters,
    stepTokens,
    uniqueTokens,
    penalty: batchPenalty(stepTokens, criticalBatchTokens),
  };
}
