import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from "cloudflare:workers";
import { issue } from "@wallclock/core";
import type { Bindings } from "../env.ts";
import { jobOf, shardOf } from "./objects.ts";
import type { PlanParams } from "./rpc.ts";

/** Parts under way at once. */
const lanes = 4;

/** A part that dies is begun again, up to five times over half a minute. */
const retried = {
  retries: { limit: 5, delay: "1 second", backoff: "exponential" },
  timeout: "10 minutes",
} as const;

/**
 * Takes a job through its parts to its answer. What it returns and what its steps return is small: the platform keeps it; the
 * states of the parts lie with the job.
 */
export class PlanWorkflow extends WorkflowEntrypoint<Bindings, PlanParams> {
  override async run({ payload }: Readonly<WorkflowEvent<PlanParams>>, step: WorkflowStep): Promise<void> {
    const { env } = this;
    const job = jobOf(env, payload.id);
    try {
      const parts = await step.do("begin", retried, () => job.begin());
      for (let first = 0; first < parts; first += lanes) {
        const some = Array.from({ length: Math.min(lanes, parts - first) }, (_, lane) => first + lane);
        await Promise.all(
          some.map((part) =>
            step.do(`part ${part}`, retried, async () => {
              await shardOf(env, payload, part).search(payload.id, part);
            }),
          ),
        );
      }
      await step.do("answer", retried, () => job.answer());
    } catch (error) {
      console.error(JSON.stringify({ level: "error", job: payload.id, stack: stackOf(error) }));
      const why = issue("job_failed", "", "a part of the search failed again and again", "start it again");
      await step.do("fail", retried, () => job.fail(why));
    }
  }
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
