import { DurableObject } from "cloudflare:workers";
import { packPlanState, parsePlanRequest, planSearch } from "@wallclock/core";
import type { Bindings } from "../env.ts";
import { lookUp } from "../machine.ts";
import { jobOf } from "./objects.ts";
import type { ShardObject } from "./rpc.ts";

/** Combinations before the first report; later ones are about so far apart that nobody waits. */
const firstSlice = 2000;
const mostSlice = 200_000;
const sliceMilliseconds = 100;

/** Where everything shares a thread, as in development, others have their turn after every slice. */
const restMilliseconds = 10;

/** A place to search one part of a space in, with CPU time of its own; it keeps nothing. */
export class PlanShard extends DurableObject<Bindings> implements ShardObject {
  async search(id: string, part: number): Promise<void> {
    const job = jobOf(this.env, id);
    const work = await job.work();
    if (work === null) return;
    const request = parsePlanRequest(JSON.parse(work.request));
    const { search } = planSearch(request, lookUp, { part, parts: work.parts });
    for (let slice = firstSlice; ; ) {
      const start = Date.now();
      const { visited, rejected, best, done } = search.advance(slice);
      const goesOn = await job.report(part, { visited, rejected, best });
      if (done || !goesOn) break;
      // The clock stands still while the search goes on: what it says now includes the way to the job.
      slice = nextSlice(slice, Date.now() - start);
      await scheduler.wait(restMilliseconds);
    }
    await job.keep(part, packPlanState(search.state()));
  }
}

function nextSlice(slice: number, took: number): number {
  const factor = Math.min(4, sliceMilliseconds / Math.max(took, 1));
  return Math.min(mostSlice, Math.max(firstSlice / 4, Math.round(slice * factor)));
}
