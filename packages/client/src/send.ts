import { ApiError, errorOf } from "./errors.ts";

/** Where the API is, and how long and how often to try. */
export interface ClientOptions {
  /** Where the API is, e.g. `https://wallclock.example.com`. */
  readonly url: string;
  /** Sent as a bearer token; raises the limit of requests. */
  readonly apiKey?: string;
  /** Milliseconds one attempt may take; 30,000 by default. */
  readonly timeoutMilliseconds?: number;
  /** Attempts after the first, on 429, 503 and when nothing comes back; 2 by default. */
  readonly retries?: number;
  /** The platform's by default. */
  readonly fetch?: typeof fetch;
  /** How to wait; `setTimeout` by default. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** One request. */
export interface Ask {
  readonly path: string;
  readonly body?: { readonly type: string; readonly text: string };
}

/** The longest that Retry-After is honoured, and the first wait where it is not said, which doubles. */
const longestWait = 120_000;
const firstWait = 500;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Sends a request and reads its reply as JSON.
 *
 * @throws UserError for what the API says is wrong with the input; ApiError for anything else
 */
export async function send<Reply>(ask: Ask, options: ClientOptions): Promise<Reply> {
  const { retries = 2, wait = pause } = options;
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptOf(ask, options);
    if (outcome instanceof Response && outcome.ok) return (await outcome.json()) as Reply;
    const again = attempt < retries && isPassing(outcome);
    if (!again) throw outcome instanceof Response ? await errorOf(outcome) : outcome;
    await wait(waitOf(outcome, attempt));
  }
}

async function attemptOf({ path, body }: Ask, options: ClientOptions): Promise<Response | ApiError> {
  const { url, apiKey, timeoutMilliseconds = 30_000, fetch: given = fetch } = options;
  const headers: Record<string, string> = { accept: "application/json" };
  if (apiKey !== undefined) headers.authorization = `Bearer ${apiKey}`;
  if (body !== undefined) headers["content-type"] = body.type;
  try {
    return await given(new URL(path, url), {
      method: body === undefined ? "GET" : "POST",
      headers,
      signal: AbortSignal.timeout(timeoutMilliseconds),
      ...(body === undefined ? {} : { body: body.text }),
    });
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    const why = isLate ? `no answer in ${timeoutMilliseconds} ms` : "it cannot be reached";
    return new ApiError(`${new URL(url).origin}: ${why}`, null, null);
  }
}

function isPassing(outcome: Response | ApiError): boolean {
  return outcome instanceof ApiError || outcome.status === 429 || outcome.status === 503;
}

function waitOf(outcome: Response | ApiError, attempt: number): number {
  const said =
    outcome instanceof Response ? Number(outcome.headers.get("retry-after") ?? Number.NaN) : Number.NaN;
  const milliseconds = Number.isFinite(said) ? said * 1000 : firstWait * 2 ** attempt;
  return Math.min(Math.max(0, milliseconds), longestWait);
}
