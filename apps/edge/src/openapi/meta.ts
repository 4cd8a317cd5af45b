import type { RouteConfig } from "@hono/zod-openapi";
import * as z from "zod";
import { exampleParts, problemResponses, responsesOf } from "./parts.ts";

const samplesOf = (operationId: string) => ({ "x-codeSamples": exampleParts(operationId)["x-codeSamples"] });

/** What the document says of `health`. */
export function describeHealth(): RouteConfig {
  return {
    method: "get",
    path: "/health",
    operationId: "health",
    tags: ["about"],
    summary: "whether it answers, and with which engine",
    responses: responsesOf(
      { description: "it answers", schema: z.object({ status: z.literal("ok"), engine: z.string() }) },
      [405, 500],
    ),
    ...samplesOf("health"),
  };
}

/** What the document says of `document`. */
export function describeDocument(): RouteConfig {
  return {
    method: "get",
    path: "/v1/openapi.json",
    operationId: "openapi",
    tags: ["about"],
    summary: "this document",
    responses: responsesOf(
      { description: "OpenAPI 3.1", schema: z.object({ openapi: z.string() }), isCached: true },
      [405, 406, 500],
    ),
    ...samplesOf("openapi"),
  };
}

/** What the document says of `docs`. */
export function describeDocs(): RouteConfig {
  return {
    method: "get",
    path: "/docs",
    operationId: "docs",
    tags: ["about"],
    summary: "this document as a page",
    responses: {
      200: { description: "a page without scripts", content: { "text/html": { schema: z.string() } } },
      ...problemResponses([405, 500]),
    },
    ...samplesOf("docs"),
  };
}
