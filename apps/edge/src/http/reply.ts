import { engineVersion, issue } from "@wallclock/core";
import { negotiate } from "./accept.ts";
import { hashText } from "./hash.ts";
import { type Asked, heldTag, isListed, remember } from "./known-tags.ts";
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

/** Whether the URL names the engine's version, so that its reply never changes. */
const isPinned = (url: string): boolean => url.includes("?engine=") || url.includes("&engine=");

/** What a cached reply depends on beside the engine. */
export interface Subject {
  readonly forms: Forms;
  readonly route: string;
  /** The request in its one canonical form. */
  readonly canonical: string;
}

/**
 * Answers a GET: the strong ETag is of (engine, route, media type, canonical request) and so is known before any work;
 * a client that has it gets a 304 without any.
 *
 * @throws Refusal 406
 */
export function replyCached(asked: Asked, { forms, route, canonical }: Subject): Response {
  const type = chosen(asked.accept, forms);
  const etag = `"${hashText([engineVersion, route, type, canonical].join("\n"))}"`;
  if (isListed(asked, etag)) return notModified(asked, etag);
  const headers = { ...cachingHeaders(asked, etag), "content-type": mediaTypes[type] };
  const response = new Response(forms[type]!(), { headers });
  remember(asked, etag);
  return response;
}

/** The 304 of a URL that was answered before, where the client has that reply; null elsewhere. */
export function replyKnown(asked: Asked): Response | null {
  const etag = heldTag(asked);
  return etag === null ? null : notModified(asked, etag);
}

function notModified(asked: Asked, etag: string): Response {
  return new Response(null, { status: 304, headers: cachingHeaders(asked, etag) });
}

function cachingHeaders({ url }: Asked, etag: string): Record<string, string> {
  return { etag, "cache-control": isPinned(url) ? pinned : fresh, vary: "Accept" };
}

/**
 * Answers a POST; `location` is the GET that gives the same, where there is one.
 *
 * @throws Refusal 406
 */
export function replyOnce(request: Request, forms: Forms, location: string | null = null): Response {
  const type = chosen(request.headers.get("accept"), forms);
  const headers: Record<string, string> = {
    "content-type": mediaTypes[type],
    "cache-control": "no-store",
    vary: "Accept",
  };
  if (location !== null) headers["content-location"] = location;
  return new Response(forms[type]!(), { headers });
}

function chosen(accept: string | null, forms: Forms): MediaType {
  return typeFor(accept, Object.keys(forms) as MediaType[]);
}

/** The media type to answer in, of those offered. @throws Refusal 406 */
export function typeFor(accept: string | null, offers: readonly MediaType[]): MediaType {
  const type = negotiate(accept, offers);
  if (type !== null) return type;
  const message = `this route answers in ${offers.join(", ")}`;
  throw new Refusal(406, message, { issues: [issue("not_acceptable", "", message, `accept: ${offers[0]}`)] });
}
