import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import {
  type PlanImpossible,
  type PlanReply,
  type PlanRequest,
  type PlanState,
  planReply,
  planSearch,
} from "@wallclock/core";
import { boardOf } from "./board.ts";
import { drive, turn } from "./drive.ts";
import { lookupIn, type Machines } from "./machines.ts";
import type { Work } from "./worker.ts";

/** How far a search is. */
export interface Progress {
  readonly visited: number;
  readonly total: number;
  /** The best value so far; infinite before there is one. */
  readonly best: number;
}

export interface SearchOptions {
  /** Threads to use; null: as many as are worth their start. */
  readonly threads: number | null;
  readonly report: (progress: Progress) => void;
  /** Whether to stop and answer with what has been seen. */
  readonly isStopped: () => boolean;
}

/** Fewer points than this one thread has done before a second one has started. */
const worthThreads = 2_000_000;
const mostThreads = 64;
const reportMs = 50;

/** Searches the space of a request; its answer does not depend on the number of threads. */
export async function searchPlan(
  request: PlanRequest,
  machines: Machines,
  options: SearchOptions,
): Promise<PlanReply | PlanImpossible> {
  const { space, search } = planSearch(request, lookupIn(machines));
  const parts = partsFor(space.points, options.threads);
  if (parts > 1)
    return planReply(space, await inThreads(request, machines, { ...options, parts, total: space.points }));
  await drive(search, async ({ visited, total, best }) => {
    options.report({ visited, total, best: best.index < 0 ? Infinity : best.value });
    await turn();
    return !options.isStopped();
  });
  return planReply(space, [search.state()]);
}

function partsFor(points: number, threads: number | null): number {
  if (threads !== null) return threads;
  return points < worthThreads ? 1 : Math.min(availableParallelism(), mostThreads);
}

interface Threads extends SearchOptions {
  readonly parts: number;
  readonly total: number;
}

async function inThreads(request: PlanRequest, machines: Machines, threads: Threads): Promise<PlanState[]> {
  const { parts, total, report, isStopped } = threads;
  const board = boardOf(parts);
  const timer = setInterval(() => {
    report({ visited: board.visited(), total, best: board.best() });
    if (isStopped()) board.stop();
  }, reportMs);
  try {
    return await Promise.all(
      Array.from({ length: parts }, (_, part) =>
        startThread({ request, machines, part, parts, board: board.buffer }),
      ),
    );
  } finally {
    clearInterval(timer);
    // Where one thread has failed the others need not go on.
    board.stop();
  }
}

function startThread(work: Work): Promise<PlanState> {
  const thread = new Worker(join(__dirname, "plan-worker.js"), { workerData: work });
  return new Promise((resolve, reject) => {
    thread.once("message", (state: PlanState) => resolve(state));
    thread.once("error", reject);
    thread.once("exit", (code) => {
      if (code !== 0) reject(new Error(`a thread of the search ended with ${code}`));
    });
  });
}
