import { DurableObject } from "cloudflare:workers";
import { packPlanState, parsePlanRequest, planSearch } from "@wallclock/core";
import type { Bindings } from "../env.ts";
import { lookUp } from "../machine.ts";
import { jobOf } from "./objects.ts";
import type { ShardObject } from "./rpc.ts";

/** Combinations between two reports: under a second. */
const sliceCombinations = 30_000;

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
    for (;;) {
      const { visited, rejected, best, done } = search.advance(sliceCombinations);
      const goesOn = await job.report(part, { visited, rejected, best });
      if (done || !goesOn) break;
      await scheduler.wait(restMilliseconds);
    }
    await job.keep(part, packPlanState(search.state()));
  }
}
