/** One thread of a search: takes its part of the space, and sends what it saw. */
import { parentPort, workerData } from "node:worker_threads";
import { type PlanRequest, planSearch } from "@wallclock/core";
import { boardOf } from "./board.ts";
import { drive } from "./drive.ts";
import { lookupIn, type Machines } from "./machines.ts";

/** What a thread is given. */
export interface Work {
  readonly request: PlanRequest;
  readonly machines: Machines;
  readonly part: number;
  readonly parts: number;
  readonly board: SharedArrayBuffer;
}

async function work({ request, machines, part, parts, board }: Work): Promise<void> {
  const { tell, isStopped } = boardOf(parts, board);
  const { search } = planSearch(request, lookupIn(machines), { part, parts });
  await drive(search, ({ visited, best }) => {
    tell(part, visited, best.index < 0 ? 0 : best.value);
    return !isStopped();
  });
  parentPort?.postMessage(search.state());
}

void work(workerData as Work);
