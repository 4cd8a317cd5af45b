import { serialize, UserError } from "@wallclock/core";
import { Refusal } from "./refusal.ts";

/** Every status but 2xx, 302 and 304 that the API answers with: the name of its section of /docs/problems, its title, what it means. */
export const problems = {
  400: { slug: "bad-request", title: "Bad Request", meaning: "the body is no JSON, or no UTF-8" },
  401: {
    slug: "unauthorized",
    title: "Unauthorized",
    meaning: "the API key is not known; without one the API is open",
  },
  404: {
    slug: "not-found",
    title: "Not Found",
    meaning: "nothing is at this path, or there is no such id in the catalogue or among the jobs",
  },
  405: {
    slug: "method-not-allowed",
    title: "Method Not Allowed",
    meaning: "the path takes the methods in Allow",
  },
  406: {
    slug: "not-acceptable",
    title: "Not Acceptable",
    meaning: "none of the media types in Accept is one of the route's",
  },
  413: {
    slug: "content-too-large",
    title: "Content Too Large",
    meaning: "the body is larger than the route takes",
  },
  414: {
    slug: "uri-too-long",
    title: "URI Too Long",
    meaning: "the query is longer than 8 kB: send the scenario by POST",
  },
  415: {
    slug: "unsupported-media-type",
    title: "Unsupported Media Type",
    meaning: "the body is in a media type that the route does not read",
  },
  422: {
    slug: "unprocessable-content",
    title: "Unprocessable Content",
    meaning:
      "the request is understood and says something impossible: `issues` has each fault, its path and the nearest fix",
  },
  429: {
    slug: "too-many-requests",
    title: "Too Many Requests",
    meaning: "more requests than RateLimit-Policy allows: try again after Retry-After seconds",
  },
  500: {
    slug: "internal-server-error",
    title: "Internal Server Error",
    meaning: "a bug in wallclock: report it with the request id",
  },
  501: {
    slug: "not-implemented",
    title: "Not Implemented",
    meaning: "this deployment runs no plan jobs",
  },
  503: {
    slug: "service-unavailable",
    title: "Service Unavailable",
    meaning: "the platform takes no more jobs just now: try again after Retry-After seconds",
  },
} as const;

export type ProblemStatus = keyof typeof problems;

/**
 * An RFC 9457 problem document: `issues` are those of the command line, `instance` is the request's id. Never an echo of
 * the body, never a stack.
 */
export function problemResponse(refusal: Refusal, requestId: string): Response {
  const known = refusal.status in problems ? (refusal.status as ProblemStatus) : 500;
  const { slug, title } = problems[known];
  const body = {
    type: `/docs/problems#${slug}`,
    title,
    status: known,
    detail: refusal.message,
    instance: `urn:wallclock:request:${requestId}`,
    issues: refusal.issues,
  };
  return new Response(serialize(body), {
    status: known,
    headers: {
      "content-type": "application/problem+json",
      "content-language": "en",
      "cache-control": "no-store",
      ...refusal.headers,
    },
  });
}

/** What a thrown error means to the caller; anything that is neither our refusal nor a fault of the input is our bug. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof UserError) {
    const [first] = error.issues;
    const rest = error.issues.length - 1;
    const more = rest > 0 ? `, and ${rest} more` : "";
    return new Refusal(
      422,
      `${first?.code ?? "invalid"}${first?.path ? ` at ${first.path}` : ""}${more}: see issues`,
      {
        issues: error.issues,
      },
    );
  }
  return new Refusal(500, "this is a bug in wallclock; its log has the request's id");
}
