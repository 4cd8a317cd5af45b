import { env, exports } from "cloudflare:workers";
import { engineVersion, estimate, parseScenario, type Scenario, serialize } from "@wallclock/core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { policies } from "../../src/http/limits.ts";
import { lookUp } from "../../src/machine.ts";

const send = (path: string, init?: RequestInit) =>
  exports.default.fetch(new Request(`https://wallclock.test${path}`, init));

const post = (body: BodyInit, headers: HeadersInit = { "content-type": "application/json" }) =>
  send("/v1/estimate", { method: "POST", body, headers });

const scenario = { model: "gpt2-124m", hardware: "8x a100-sxm-80gb", training: { tokens: 1e10 } };
const query = "/v1/estimate?model=gpt2-124m&hardware=8x+a100-sxm-80gb&training.tokens=10B";

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
});

test("GET /health answers ok and the engine's version", async () => {
  const response = await send("/health");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok", engine: engineVersion });
});

test.each<[string, Scenario]>([
  ["a preset", scenario],
  ["a cluster", { model: "llama-3.1-8b", hardware: "2x dgx-h100", parallel: { sharding: "zero3" } }],
  ["a budget", { model: "gpt2-124m", hardware: "rtx-4090", budget: { seconds: 86400 } }],
  ["a model in full", { id: "x", model: { layers: 4, width: 256, heads: 4, vocab: 1000 }, hardware: "l4" }],
])("POST /v1/estimate and the GET it names give the library's bytes for %s", async (_, input) => {
  const response = await post(JSON.stringify(input));
  expect(response.status).toBe(200);
  const parsed = parseScenario(input);
  const bytes = serialize(estimate(parsed, lookUp(parsed.hardware)));
  expect(await response.text()).toBe(bytes);
  const canonical = await send(response.headers.get("content-location")!);
  expect(await canonical.text()).toBe(bytes);
});

test("a client that has the reply gets a 304, one that has another the reply", async () => {
  const first = await send(query);
  const etag = first.headers.get("etag")!;
  const second = await send(query, { headers: { "if-none-match": `"other", W/${etag}` } });
  expect(second.status).toBe(304);
  expect(second.headers.get("etag")).toBe(etag);
  expect(await second.text()).toBe("");
  expect((await send(query, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
});

test("a HEAD has the headers of the GET and no body", async () => {
  const [get, head] = [await send(query), await send(query, { method: "HEAD" })];
  expect(head.status).toBe(200);
  expect(await head.text()).toBe("");
  for (const name of ["etag", "cache-control", "content-type", "vary"]) {
    expect(head.headers.get(name)).toBe(get.headers.get(name));
  }
});

test("the document and its pages are static files with tags of their own", async () => {
  for (const [path, type] of [
    ["/v1/openapi.json", "application/json"],
    ["/docs", "text/html"],
    ["/docs/problems", "text/html"],
  ]) {
    const response = await send(path!);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain(type);
    const again = await send(path!, { headers: { "if-none-match": response.headers.get("etag")! } });
    expect(again.status).toBe(304);
  }
});

test("the page loads scripts and styles from its own origin, where they are, and nothing else", async () => {
  const response = await send("/docs");
  const html = await response.text();
  const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
  expect(loaded.length).toBeGreaterThan(3);
  expect(loaded.filter((path) => !path.startsWith("/"))).toEqual([]);
  for (const path of loaded)
    expect([path, (await env.ASSETS.fetch(`https://x${fileOf(path)}`)).status]).toEqual([path, 200]);
  expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'; .*script-src 'self'/);
});

/** The static file behind a path. */
const fileOf = (path: string): string =>
  ({ "/v1/openapi.json": "/openapi.json", "/docs": "/docs.html", "/docs/problems": "/problems.html" })[
    path
  ] ?? path;

const json = { "content-type": "application/json" };

test.each<[string, string, RequestInit, number]>([
  ["no JSON", "/v1/estimate", { method: "POST", body: "{", headers: json }, 400],
  ["no UTF-8", "/v1/estimate", { method: "POST", body: new Uint8Array([0x22, 0xff]), headers: json }, 400],
  ["no such path", "/v1/nothing", {}, 404],
  ["no such id", "/v1/laws/xxxxx-2030", {}, 404],
  ["no such method", "/v1/estimate:batch", {}, 405],
  ["no such media type", query, { headers: { accept: "text/html" } }, 406],
  ["too large a body", "/v1/estimate", { method: "POST", body: "x".repeat(70_000), headers: json }, 413],
  ["too long a query", `/v1/estimate?model=${"x".repeat(9000)}`, {}, 414],
  [
    "an unread media type",
    "/v1/estimate",
    { method: "POST", body: "a=b", headers: { "content-type": "text/plain" } },
    415,
  ],
  ["an impossible scenario", "/v1/estimate?model=gpt2-124m", {}, 422],
])("%s is a problem document", async (_, path, init, status) => {
  const response = await send(path, { ...init, headers: { "x-request-id": "mine-1", ...init.headers } });
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("x-request-id")).toBe("mine-1");
  const problem = await response.json();
  expect(problem).toMatchObject({ status, instance: "urn:wallclock:request:mine-1" });
  expect(JSON.stringify(problem)).not.toContain("xxxxxx");
});

test("requests past the limit of a client are told how long to wait, others go on", async () => {
  const from = (address: string) =>
    send("/v1/validate", { method: "POST", headers: { "cf-connecting-ip": address } });
  // The windows are the clock's: at most two may be open while this runs.
  let refused = await from("192.0.2.1");
  let passed = 0;
  for (; refused.status !== 429 && passed < 2 * policies.heavy.quota; passed += 1)
    refused = await from("192.0.2.1");
  expect(passed).toBeGreaterThanOrEqual(policies.heavy.quota);
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("60");
  expect(refused.headers.get("ratelimit-policy")).toBe('"heavy";q=30;w=60');
  expect((await from("192.0.2.2")).status).not.toBe(429);
});

test("a key in the namespace has the keys' limit; any other is refused", async () => {
  const key = "a-key-of-somebody-1234";
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key));
  const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  await env.API_KEYS.put(hash, "somebody");
  const known = await send(query, { headers: { authorization: `Bearer ${key}` } });
  expect(known.status).toBe(200);
  expect(known.headers.get("ratelimit-policy")).toBe('"key";q=6000;w=60');
  const unknown = await send(query, { headers: { authorization: "Bearer another-key-5678901234" } });
  expect(unknown.status).toBe(401);
  expect(unknown.headers.get("www-authenticate")).toContain("Bearer");
});
