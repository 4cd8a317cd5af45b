import { exports } from "cloudflare:workers";
import { engineVersion, estimate, parseScenario, type Scenario, serialize } from "@wallclock/core";
import { expect, test } from "vitest";
import { lookUp } from "../src/machine.ts";

const post = (body: BodyInit, headers: HeadersInit = { "content-type": "application/json" }) =>
  exports.default.fetch(new Request("https://wallclock.test/v1/estimate", { method: "POST", body, headers }));

const scenario = { model: "gpt2-124m", hardware: "8x a100-sxm-80gb", training: { tokens: 1e10 } };

test("GET /health answers ok and the engine's version", async () => {
  const response = await exports.default.fetch("https://wallclock.test/health");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: "ok", engine: engineVersion });
});

test.each<[string, Scenario]>([
  ["a preset", scenario],
  ["a cluster", { model: "llama-3.1-8b", hardware: "2x dgx-h100", parallel: { sharding: "zero3" } }],
  ["a budget", { model: "gpt2-124m", hardware: "rtx-4090", budget: { seconds: 86400 } }],
  [
    "an id and a model in full",
    { id: "x", model: { layers: 4, width: 256, heads: 4, vocab: 1000 }, hardware: "l4" },
  ],
])("POST /v1/estimate gives the library's bytes for %s", async (_, input) => {
  const response = await post(JSON.stringify(input));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("application/json");
  const parsed = parseScenario(input);
  expect(await response.text()).toBe(serialize(estimate(parsed, lookUp(parsed.hardware))));
});

test.each([
  ["no JSON", "{", 400],
  ["an unknown key", JSON.stringify({ ...scenario, modle: 1 }), 422],
  ["an unknown device", JSON.stringify({ ...scenario, hardware: "h1000" }), 422],
  ["a layout that does not multiply", JSON.stringify({ ...scenario, parallel: { data: 3 } }), 422],
  ["more than 64 kB", JSON.stringify({ ...scenario, id: "x".repeat(70_000) }), 413],
])("POST /v1/estimate answers %s with a problem document that does not echo it", async (_, body, status) => {
  const response = await post(body);
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const document = (await response.json()) as { status: number; title: string; issues?: unknown[] };
  expect(document.status).toBe(status);
  expect(document.issues?.length).toBeGreaterThan(0);
  expect(JSON.stringify(document)).not.toContain("xxxx");
});

test.each([
  ["GET", "/v1/estimate", 405],
  ["POST", "/health", 405],
  ["GET", "/nothing", 404],
])("%s %s is a problem document with status %i", async (method, path, status) => {
  const response = await exports.default.fetch(new Request(`https://wallclock.test${path}`, { method }));
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
});
