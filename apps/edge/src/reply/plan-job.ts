import * as z from "zod";
import { issueSchema } from "./common.ts";
import { planItem, planSchema } from "./plan.ts";

/** What `plan` says where no run will do; `POST /v1/plan` has its issues in a problem. */
const impossibleSchema = z
  .object({
    schema: z.literal("wallclock/plan-impossible/1"),
    issues: z.array(issueSchema),
    explored: z.int(),
    rejected: z.record(z.string(), z.int()).describe("how many combinations, by reason"),
    closest: planItem.nullable().describe("the run that comes closest"),
  })
  .meta({ id: "PlanImpossible", description: "Why no run of a space will do." });

/** A plan job, whoever asks: when it is started, followed or stopped. */
export const planJobSchema = z
  .object({
    schema: z.literal("wallclock/plan-job/1"),
    id: z.string(),
    state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
    explored: z.int().describe("combinations visited, those that do not divide among them"),
    total: z.int().describe("combinations of the space: explored at the end"),
    partial: planSchema
      .nullable()
      .describe("while it runs the best run so far, truncated; of a cancelled job all it has seen"),
    result: planSchema.nullable().describe("of a job that is done, as wallclock plan prints it"),
    issues: z.array(issueSchema).describe("why it failed"),
    impossible: impossibleSchema.nullable().describe("where no run will do: all that is known of it"),
  })
  .meta({ id: "PlanJob", description: "A plan that is searched beyond one request." });
