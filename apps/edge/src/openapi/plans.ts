import type { RouteConfig } from "@hono/zod-openapi";
import { planRequestSchema } from "@wallclock/core";
import { mostPoints } from "../plans/size.ts";
import { planJobSchema } from "../reply/plan-job.ts";
import { anyRoute, bodyRoute, exampleParts, type Parameter, responsesOf, samplesOf } from "./parts.ts";

const id: Parameter = {
  name: "id",
  in: "path",
  required: true,
  description: "of the job, as Location and the job itself have it",
  schema: { type: "string" },
};

/** What the document says of `POST /v1/plans`. */
export function describeStartPlan(): RouteConfig {
  const { bodies, ...samples } = exampleParts("startPlan");
  return {
    method: "post",
    path: "/v1/plans",
    operationId: "startPlan",
    tags: ["run"],
    summary: "the same for a space of any size, as a job",
    description: `Searches all of a space of up to ${mostPoints.toLocaleString("en")} combinations, in parts that are begun again where they die: the result is that of the command line, byte for byte.`,
    request: {
      body: {
        required: true,
        content: { "application/json": { schema: planRequestSchema, examples: bodies } },
      },
    },
    responses: responsesOf({ description: "the job, queued", schema: planJobSchema, status: 202 }, [
      ...bodyRoute,
      501,
      503,
    ]),
    ...samples,
  };
}

/** What the document says of `GET /v1/plans/{id}`. */
export function describePlanJob(): RouteConfig {
  const samples = samplesOf("getPlanJob");
  return {
    method: "get",
    path: "/v1/plans/{id}",
    operationId: "getPlanJob",
    tags: ["run"],
    summary: "how far a job is, and its result",
    description: "A job is kept for a day after its end.",
    parameters: [id],
    responses: responsesOf({ description: "the job", schema: planJobSchema }, [404, ...anyRoute, 501]),
    ...samples,
  };
}

/** What the document says of `DELETE /v1/plans/{id}`. */
export function describeCancelPlan(): RouteConfig {
  const samples = samplesOf("cancelPlan");
  return {
    method: "delete",
    path: "/v1/plans/{id}",
    operationId: "cancelPlan",
    tags: ["run"],
    summary: "ends a job with the best it has seen",
    description:
      "Answers when the search has stopped, within some ten seconds. A job that has ended stays as it is.",
    parameters: [id],
    responses: responsesOf({ description: "the job, ended", schema: planJobSchema }, [404, ...anyRoute, 501]),
    ...samples,
  };
}
