import type { RouteConfig } from "@hono/zod-openapi";
import { scenarioSchema } from "@wallclock/core";
import * as z from "zod";
import { batchSchema } from "../reply/estimate.ts";
import { bodyRoute, exampleParts, responsesOf } from "./parts.ts";

/** What the document says of `estimate:batch`. */
export function describeBatch(): RouteConfig {
  const { bodies, ...samples } = exampleParts("postEstimateBatch");
  return {
    method: "post",
    path: "/v1/estimate:batch",
    operationId: "postEstimateBatch",
    tags: ["run"],
    summary: "at most 100 scenarios; a bad one does not fail the rest",
    request: {
      body: {
        required: true,
        content: {
          "application/json": { schema: z.array(scenarioSchema.unwrap()).max(100), examples: bodies },
        },
      },
    },
    responses: responsesOf({ description: "in the order of the scenarios", schema: batchSchema }, bodyRoute),
    ...samples,
  };
}
