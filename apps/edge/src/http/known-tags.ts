/** What a GET asks for: each part of the request is read once, as a header costs a call into the platform. */
export interface Asked {
  readonly url: string;
  readonly accept: string | null;
  readonly ifNoneMatch: string | null;
}

/** The parts of a request that caching looks at. */
export function askedBy({ url, headers }: Request): Asked {
  return { url, accept: headers.get("accept"), ifNoneMatch: headers.get("if-none-match") };
}

/** URLs whose tags are remembered, and the longest of them: a megabyte in all. */
const mostUrls = 500;
const longestKey = 2048;

/** By URL; a URL that is asked for in another media type gives its place to that one. */
const tags = new Map<string, { readonly accept: string | null; readonly etag: string }>();

/** Remembers the ETag of a reply, which never changes while this engine runs. */
export function remember({ url, accept }: Asked, etag: string): void {
  if (url.length + (accept?.length ?? 0) > longestKey) return;
  if (tags.size >= mostUrls) tags.clear();
  tags.set(url, { accept, etag });
}

/** The remembered ETag of what is asked for, where the client has it; the request is not read any further. */
export function heldTag(asked: Asked): string | null {
  if (asked.ifNoneMatch === null) return null;
  const known = tags.get(asked.url);
  if (known === undefined || known.accept !== asked.accept) return null;
  return isListed(asked, known.etag) ? known.etag : null;
}

/** Whether If-None-Match has the tag; `*`, which asks whether anything is there at all, is not looked at. */
export function isListed({ ifNoneMatch }: Asked, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return (
    ifNoneMatch === etag || ifNoneMatch.split(",").some((each) => each.trim().replace(/^W\//, "") === etag)
  );
}
