import { type Issue, UserError } from "@wallclock/core";

/**
 * The API did not answer as it should: not the input's fault.
 *
 * @example
 * const error = new ApiError("503: the service is busy", 503, "8f2e");
 * [error.status, error.requestId] // => [503, "8f2e"]
 */
export class ApiError extends Error {
  /** Null when nothing came back at all. */
  readonly status: number | null;
  /** What the server's log knows the request by. */
  readonly requestId: string | null;

  constructor(message: string, status: number | null, requestId: string | null) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.requestId = requestId;
  }
}

interface Problem {
  readonly detail: string;
  readonly issues: readonly Issue[];
}

/** What a reply that is no success means: the input's faults as the library's own error, anything else as {@link ApiError}. */
export function errorOf({ response, text }: { readonly response: Response; readonly text: string }): Error {
  const requestId = response.headers.get("x-request-id");
  const problem = problemIn(response, text);
  const { status } = response;
  if (problem !== null && problem.issues.length > 0 && isInputs(status)) return new UserError(problem.issues);
  return new ApiError(`${status}: ${problem?.detail ?? response.statusText}`, status, requestId);
}

/** Statuses that say something of what was asked. */
function isInputs(status: number): boolean {
  return status === 400 || status === 404 || status === 413 || status === 422;
}

function problemIn(response: Response, text: string): Problem | null {
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) return null;
  try {
    const { detail, issues } = JSON.parse(text) as Partial<Problem>;
    return { detail: detail ?? "", issues: issues ?? [] };
  } catch {
    return null;
  }
}
