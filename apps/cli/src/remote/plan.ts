import type { PlanJob } from "@wallclock/client";
import {
  issue,
  type PlanImpossible,
  type PlanReply,
  type PlanRequest,
  planValue,
  UserError,
} from "@wallclock/core";
import type { Progress } from "../plan/search.ts";
import { clientAt, said } from "./client.ts";

/** How a search elsewhere is watched and stopped. */
export interface Watch {
  readonly report: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** Has the API search the space of a request, as a job; what is stopped gives what it has seen. */
export async function searchAt(
  url: string,
  request: PlanRequest,
  { report, signal }: Watch,
): Promise<PlanReply | PlanImpossible> {
  const onProgress = (job: PlanJob) => report(progressOf(job, request));
  return outcomeOf(await said(clientAt(url).followPlan(request, { signal, onProgress })));
}

function progressOf({ explored, total, partial }: PlanJob, { objective }: PlanRequest): Progress {
  const [first] = partial?.best ?? [];
  const best =
    first === undefined ? Number.POSITIVE_INFINITY : planValue(objective ?? "loss", first.estimate);
  return { visited: explored, total, best };
}

/** @throws UserError for a job that failed on the way */
function outcomeOf({ state, result, partial, impossible, issues }: PlanJob): PlanReply | PlanImpossible {
  const outcome = result ?? impossible ?? partial;
  if (outcome !== null) return outcome;
  if (state === "cancelled") return nothingSeen;
  throw new UserError(issues);
}

const nothingSeen: PlanImpossible = {
  schema: "wallclock/plan-impossible/1",
  issues: [issue("no_plan", "space", "the search was broken off before it began")],
  explored: 0,
  rejected: { indivisible: 0, "does-not-fit": 0 },
  closest: null,
};
