import * as z from "zod";
import { noteSchema } from "./common.ts";
import { estimateSchema } from "./estimate.ts";

/** A run of a plan. */
export const planItem = z.object({ scenario: z.record(z.string(), z.unknown()), estimate: estimateSchema });

/** The reply of `plan`. */
export const planSchema = z
  .object({
    schema: z.literal("wallclock/plan/1"),
    engine: z.string(),
    best: z.array(planItem).describe("best first: scenarios to give estimate, and what it answers"),
    frontier: z
      .array(planItem)
      .describe("runs that no other beats in loss, time, cost, memory and size together"),
    explored: z.int(),
    rejected: z.record(z.string(), z.int()).describe("how many combinations, by reason"),
    truncated: z.boolean().describe("whether the search was broken off; a note says where"),
    notes: z.array(noteSchema),
    explain: z.string(),
  })
  .meta({ id: "Plan", description: "The best runs of a space, and its frontier." });
