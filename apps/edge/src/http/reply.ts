import { engineVersion, issue } from "@wallclock/core";
import { negotiate } from "./accept.ts";
import { Refusal } from "./refusal.ts";

/** Media types of replies, with their parameters as they are sent. */
export const mediaTypes = {
  "application/json": "application/json; charset=utf-8",
  "text/csv": "text/csv; charset=utf-8; header=present",
  "image/svg+xml": "image/svg+xml; charset=utf-8",
  "text/plain": "text/plain; charset=utf-8",
} as const;

export type MediaType = keyof typeof mediaTypes;

/** How to make a reply in each media type it comes in; nothing is made before one is chosen. */
export type Forms = Readonly<Partial<Record<MediaType, () => string>>>;

/** Replies of one engine are the same for ever: an hour unchecked, a day while a new one is fetched. */
const fresh = "public, max-age=3600, stale-while-revalidate=86400";
/** For a URL that names the engine. */
const pinned = "public, max-age=31536000, immutable";

/** What a cached reply depends on beside the engine. */
export interface Subject {
  readonly forms: Forms;
  readonly route: string;
  /** The request in its one canonical form. */
  readonly canonical: string;
  /** Whether the URL names the engine's version. */
  readonly isPinned: boolean;
}

/**
 * Answers a GET: the strong ETag is of (engine, route, media type, canonical request) and so is known before any work;
 * a client that has it gets a 304 without any.
 *
 * @throws Refusal 406
 */
export async function replyCached(request: Request, subject: Subject): Promise<Response> {
  const { forms, route, canonical, isPinned } = subject;
  const type = chosen(request, forms);
  const etag = await etagOf(engineVersion, route, type, canonical);
  const headers = { etag, "cache-control": isPinned ? pinned : fresh, vary: "Accept" };
  if (isKnown(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers });
  return new Response(forms[type]!(), { headers: { ...headers, "content-type": mediaTypes[type] } });
}

/**
 * Answers a POST; `location` is the GET that gives the same, where there is one.
 *
 * @throws Refusal 406
 */
export function replyOnce(request: Request, forms: Forms, location: string | null = null): Response {
  const type = chosen(request, forms);
  const headers: Record<string, string> = {
    "content-type": mediaTypes[type],
    "cache-control": "no-store",
    vary: "Accept",
  };
  if (location !== null) headers["content-location"] = location;
  return new Response(forms[type]!(), { headers });
}

function chosen(request: Request, forms: Forms): MediaType {
  const offers = Object.keys(forms) as MediaType[];
  const type = negotiate(request.headers.get("accept"), offers);
  if (type !== null) return type;
  const message = `this route answers in ${offers.join(", ")}`;
  throw new Refusal(406, message, { issues: [issue("not_acceptable", "", message, `accept: ${offers[0]}`)] });
}

async function etagOf(...parts: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(parts.join("\n")));
  return `"${hex(digest).slice(0, 32)}"`;
}

/** Bytes in hexadecimal. */
export function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether If-None-Match has the tag; `*`, which asks whether anything is there at all, is not looked at. */
function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
}
