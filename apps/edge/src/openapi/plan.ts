import type { RouteConfig } from "@hono/zod-openapi";
import { planRequestSchema } from "@wallclock/core";
import { planSchema } from "../reply/plan.ts";
import { bodyRoute, exampleParts, responsesOf } from "./parts.ts";

/** What the document says of `plan`. */
export function describePlan(): RouteConfig {
  const { bodies, ...samples } = exampleParts("plan");
  return {
    method: "post",
    path: "/v1/plan",
    operationId: "plan",
    tags: ["run"],
    summary: "the best runs of a space for a budget or a target",
    description:
      "Visits at most 200,000 combinations, in an order that never changes: a larger space gives the best of those, with truncated true and a note. POST /v1/plans searches all of it.",
    request: {
      body: {
        required: true,
        content: { "application/json": { schema: planRequestSchema.unwrap(), examples: bodies } },
      },
    },
    responses: responsesOf({ description: "the best runs, best first", schema: planSchema }, bodyRoute),
    ...samples,
  };
}
