import type { Bindings } from "../env.ts";
import type { JobObject, PlanParams, ShardObject } from "./rpc.ts";

/** What runs jobs, where the deployment has it all. */
export interface PlanEngine {
  readonly jobs: DurableObjectNamespace<JobObject>;
  readonly shards: DurableObjectNamespace<ShardObject>;
  readonly workflow: Workflow<PlanParams>;
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
export function jobOf(env: Bindings, id: string): DurableObjectStub<JobObject> {
  const { jobs } = engineIn(env);
  return jobs.get(jobs.idFromString(id));
}

/** Where a part of a job is searched. */
export function shardOf(env: Bindings, { id }: PlanParams, part: number): DurableObjectStub<ShardObject> {
  return engineIn(env).shards.getByName(`${id}/${part}`);
}
