import { type Issue, issue, serialize, UserError } from "@wallclock/core";
import { NotJson } from "./not-json.ts";

/** What a problem document may carry beside its status. */
interface Details {
  readonly issues?: readonly Issue[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An RFC 9457 problem document; never an echo of the input, never a stack. */
export function problem(status: number, title: string, detail: string, details: Details = {}): Response {
  const { issues = [], headers = {} } = details;
  return new Response(serialize({ type: "about:blank", title, status, detail, issues }), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}

/** The body is larger than a scenario may be. */
export function tooLarge(maxBytes: number): Response {
  const message = `a scenario takes at most ${maxBytes} bytes`;
  return problem(413, "Content Too Large", message, { issues: [issue("too_large", "", message)] });
}

/** The path takes another method. */
export function wrongMethod(path: string, allowed: string): Response {
  return problem(405, "Method Not Allowed", `${path} takes ${allowed}`, { headers: { allow: allowed } });
}

/** What a thrown error means to the caller. */
export function problemOf(error: Error): Response {
  if (error instanceof NotJson) {
    const issues = [issue("json_invalid", "", "the body is no JSON", "send one scenario as a JSON object")];
    return problem(400, "Bad Request", "the body is no JSON", { issues });
  }
  if (error instanceof UserError) {
    const detail = "the scenario can't be judged as it is";
    return problem(422, "Unprocessable Content", detail, { issues: error.issues });
  }
  return problem(500, "Internal Server Error", "this is a bug in wallclock");
}
