import type { Bindings } from "../env.ts";
import type { PlanJob } from "./job.ts";
import type { PlanShard } from "./shard.ts";

/** What runs jobs, where the deployment has it all. */
export interface PlanEngine {
  readonly jobs: DurableObjectNamespace<PlanJob>;
  readonly shards: DurableObjectNamespace<PlanShard>;
  readonly workflow: Workflow<PlanParams>;
}

/** What a workflow is started with; all else its job holds. */
export interface PlanParams {
  readonly id: string;
}

/** The bindings of jobs; null where one of them is missing. */
export function planEngine({ PLAN_JOBS, PLAN_SHARDS, PLAN_WORKFLOW }: Bindings): PlanEngine | null {
  if (PLAN_JOBS === undefined || PLAN_SHARDS === undefined || PLAN_WORKFLOW === undefined) return null;
  return { jobs: PLAN_JOBS, shards: PLAN_SHARDS, workflow: PLAN_WORKFLOW };
}

function engineIn(env: Bindings): PlanEngine {
  const engine = planEngine(env);
  if (engine === null) throw new Error("this deployment has no bindings for plan jobs");
  return engine;
}

/** The object of a job. @throws TypeError for a text that was never a job's id */
export function jobOf(env: Bindings, id: string): DurableObjectStub<PlanJob> {
  const { jobs } = engineIn(env);
  return jobs.get(jobs.idFromString(id));
}

/** Where a part of a job is searched. */
export function shardOf(env: Bindings, { id }: PlanParams, part: number): DurableObjectStub<PlanShard> {
  return engineIn(env).shards.getByName(`${id}/${part}`);
}
