import type { RouteConfig } from "@hono/zod-openapi";
import * as z from "zod";
import { problemResponses, responsesOf, samplesOf } from "./parts.ts";

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

/** What the document says of `index`. */
export function describeIndex(): RouteConfig {
  const location = { description: "the page", schema: { type: "string" as const } };
  return {
    method: "get",
    path: "/",
    operationId: "index",
    tags: ["about"],
    summary: "where to begin: links for a program, the page for a browser",
    responses: {
      ...responsesOf(
        {
          description: "paths of the page and of this document",
          schema: z.object({ engine: z.string(), docs: z.string(), openapi: z.string() }),
        },
        [405, 500],
      ),
      302: { description: "to the page, where text/html is liked best", headers: { location } },
    },
    ...samplesOf("index"),
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

/** What the document says of `docs` and `problems`. */
export function describePages(): RouteConfig[] {
  return [
    describePage("docs", "/docs", "this document as a page that can send requests"),
    describePage("problems", "/docs/problems", "what each status means: where the types of problems point"),
  ];
}

function describePage(operationId: string, path: string, summary: string): RouteConfig {
  return {
    method: "get",
    path,
    operationId,
    tags: ["about"],
    summary,
    responses: {
      200: {
        description: "a page that loads nothing from elsewhere",
        content: { "text/html": { schema: z.string() } },
      },
      ...problemResponses([405, 500]),
    },
    ...samplesOf(operationId),
  };
}
