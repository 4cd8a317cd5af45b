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
  /** GET, or POST where there is a body, when left out. */
  readonly method?: "DELETE";
  /** What the reply should be read as; JSON when left out. */
  readonly accept?: string;
  /** Begins something: not sent again when nothing comes back, as it may have begun. */
  readonly once?: boolean;
  readonly body?: { readonly type: string; readonly text: string };
}

/** The longest that Retry-After is honoured, and the first wait where it is not said, which doubles. */
const longestWait = 120_000;
const firstWait = 500;

/** Waits with the platform's timer. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Sends a request and reads its reply as JSON.
 *
 * @throws UserError for what the API says is wrong with the input; ApiError for anything else
 */
export async function send<Reply>(ask: Ask, options: ClientOptions): Promise<Reply> {
  const text = await sendForText(ask, options);
  try {
    return JSON.parse(text) as Reply;
  } catch {
    throw new ApiError(`${new URL(options.url).origin}: what it answers is no JSON`, 200, null);
  }
}

/** A reply, all of it: one that ends half way is none. */
export interface Answer {
  readonly response: Response;
  readonly text: string;
}

/** Sends a request and reads its reply as text, in the media type that it asks for. @throws as {@link send} */
export async function sendForText(ask: Ask, options: ClientOptions): Promise<string> {
  const { retries = 2, wait = pause } = options;
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptOf(ask, options);
    if (!(outcome instanceof ApiError) && outcome.response.ok) return outcome.text;
    const again = attempt < retries && isPassing(outcome, ask);
    if (!again) throw outcome instanceof ApiError ? outcome : errorOf(outcome);
    await wait(waitOf(outcome, attempt));
  }
}

async function attemptOf(ask: Ask, options: ClientOptions): Promise<Answer | ApiError> {
  const { path, body, accept = "application/json", method = body === undefined ? "GET" : "POST" } = ask;
  const { url, apiKey, timeoutMilliseconds = 30_000, fetch: given = fetch } = options;
  const headers: Record<string, string> = { accept };
  if (apiKey !== undefined) headers.authorization = `Bearer ${apiKey}`;
  if (body !== undefined) headers["content-type"] = body.type;
  try {
    const response = await given(urlOf(path, url), {
      method,
      headers,
      signal: AbortSignal.timeout(timeoutMilliseconds),
      ...(body === undefined ? {} : { body: body.text }),
    });
    return { response, text: await response.text() };
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    const why = isLate ? `no answer in ${timeoutMilliseconds} ms` : "it cannot be reached";
    return new ApiError(`${new URL(url).origin}: ${why}`, null, null);
  }
}

/** `path` below `url`, which may have a path of its own: an API behind a prefix. */
function urlOf(path: string, url: string): URL {
  const base = new URL(url);
  return new URL(`${base.pathname.replace(/\/+$/, "")}${path}`, base);
}

function isPassing(outcome: Answer | ApiError, { once = false }: Ask): boolean {
  if (outcome instanceof ApiError) return !once;
  const { status } = outcome.response;
  return status === 429 || status === 503;
}

function waitOf(outcome: Answer | ApiError, attempt: number): number {
  const after = outcome instanceof ApiError ? null : outcome.response.headers.get("retry-after");
  const said = Number(after ?? Number.NaN);
  const milliseconds = Number.isFinite(said) ? said * 1000 : firstWait * 2 ** attempt;
  return Math.min(Math.max(0, milliseconds), longestWait);
}
