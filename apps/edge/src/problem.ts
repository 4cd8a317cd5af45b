import { type Issue, serialize, UserError } from "@wallclock/core";
import { NotJson } from "./not-json.ts";

/** An RFC 9457 problem document; never an echo of the input, never a stack. */
export function problem(
  status: number,
  title: string,
  detail: string,
  { issues, ...headers }: { issues?: readonly Issue[] } & Record<string, unknown> = {},
): Response {
  const body = serialize({
    type: "about:blank",
    title,
    status,
    detail,
    ...(issues === undefined ? {} : { issues }),
  });
  return new Response(body, {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(headers as Record<string, string>),
    },
  });
}

/** What a thrown error means to the caller. */
export function problemOf(error: Error): Response {
  if (error instanceof NotJson) return problem(400, "Bad Request", "the body is no JSON");
  if (error instanceof UserError) {
    return problem(422, "Unprocessable Content", "the scenario can't be judged as it is", {
      issues: error.issues,
    });
  }
  return problem(500, "Internal Server Error", "this is a bug in wallclock");
}
