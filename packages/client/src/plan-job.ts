import type { Issue, PlanImpossible, PlanReply, PlanRequest } from "@wallclock/core";

/** A plan that is searched beyond one request. */
export interface PlanJob {
  readonly schema: "wallclock/plan-job/1";
  readonly id: string;
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  /** Combinations visited. */
  readonly explored: number;
  /** Combinations of the space. */
  readonly total: number;
  /** While it runs the best run so far, truncated; of a cancelled job all it has seen. */
  readonly partial: PlanReply | null;
  readonly result: PlanReply | null;
  /** Why it failed. */
  readonly issues: readonly Issue[];
  /** Where no run will do. */
  readonly impossible: PlanImpossible | null;
}

/** How to follow a job. */
export interface FollowOptions {
  /** Cancels the job: what comes back is then what it has seen. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (job: PlanJob) => void;
  /** Milliseconds before it is asked for the first time, 250 by default; later waits grow to 2,000. */
  readonly firstWaitMilliseconds?: number;
}

/** What following needs of a client. */
export interface JobClient {
  readonly startPlan: (request: PlanRequest) => Promise<PlanJob>;
  readonly planJob: (id: string) => Promise<PlanJob>;
  readonly cancelPlan: (id: string) => Promise<PlanJob>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const longestWait = 2000;

/** Starts a job and follows it to its end, whatever that is: done, failed or cancelled. */
export async function followPlan(
  client: JobClient,
  request: PlanRequest,
  { signal, onProgress = () => undefined, firstWaitMilliseconds = 250 }: FollowOptions = {},
): Promise<PlanJob> {
  signal?.throwIfAborted();
  let job = await client.startPlan(request);
  const aborted = abortOf(signal);
  for (let wait = firstWaitMilliseconds; !hasEnded(job); wait = Math.min(longestWait, wait * 1.5)) {
    onProgress(job);
    await Promise.race([client.wait(wait), aborted]);
    job = await (signal?.aborted ? client.cancelPlan(job.id) : client.planJob(job.id));
  }
  onProgress(job);
  return job;
}

/**
 * Whether nothing of a job will change any more.
 *
 * @example
 * hasEnded({ state: "running" }) // => false
 */
export function hasEnded({ state }: PlanJob): boolean {
  return state !== "queued" && state !== "running";
}

function abortOf(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    signal?.addEventListener("abort", () => resolve(), { once: true });
  });
}
