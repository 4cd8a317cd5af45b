import { engineVersion, serialize } from "@wallclock/core";
import type { Context } from "hono";
import type { Endpoint } from "../endpoint.ts";
import type { Env } from "../env.ts";
import { negotiate } from "../http/accept.ts";
import { Refusal } from "../http/refusal.ts";

const html = "text/html; charset=utf-8";
const asJson = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
const health = serialize({ status: "ok", engine: engineVersion });
const index = serialize({ engine: engineVersion, docs: "/docs", openapi: "/v1/openapi.json" });

/** Where to begin, health, the document and its pages: these are static files that the build makes (build/assets.ts). */
export const metaEndpoints: readonly Endpoint[] = [
  { method: "get", path: "/", weight: null, answer: ({ req }) => indexFor(req.header("accept") ?? null) },
  {
    method: "get",
    path: "/health",
    weight: null,
    answer: () => new Response(health, { headers: asJson }),
  },
  {
    method: "get",
    path: "/v1/openapi.json",
    weight: null,
    answer: (c) => staticFile(c, "/openapi.json", "application/json; charset=utf-8"),
  },
  {
    method: "get",
    path: "/docs",
    weight: null,
    answer: (c) => staticFile(c, "/docs.html", html),
  },
  {
    method: "get",
    path: "/docs/problems",
    weight: null,
    answer: (c) => staticFile(c, "/problems.html", html),
  },
];

/** What the API is, for a program; the way to its page, for a browser. */
function indexFor(accept: string | null): Response {
  const isBrowser = negotiate(accept, ["application/json", "text/html"]) === "text/html";
  if (!isBrowser) return new Response(index, { headers: { ...asJson, vary: "accept" } });
  const headers = { location: "/docs", "cache-control": "no-store", vary: "accept" };
  return new Response(null, { status: 302, headers });
}

/** A static file, with the ETag that the platform gives it. @throws Refusal 404 where the deployment has none */
async function staticFile(c: Context<Env>, file: string, type: string): Promise<Response> {
  const known = c.req.header("if-none-match");
  const asset = await c.env?.ASSETS?.fetch(
    new Request(new URL(file, c.req.url), known === undefined ? {} : { headers: { "if-none-match": known } }),
  );
  if (asset === undefined || !(asset.ok || asset.status === 304)) {
    throw new Refusal(404, "this deployment was made without its document");
  }
  const headers = new Headers({
    "content-type": type,
    "cache-control": "public, max-age=3600, stale-while-revalidate=86400",
  });
  const etag = asset.headers.get("etag");
  if (etag !== null) headers.set("etag", etag);
  return asset.status === 304
    ? new Response(null, { status: 304, headers })
    : new Response(asset.body, { headers });
}
