import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { examples } from "../../src/openapi/examples.ts";
import { textOf } from "../../src/openapi/parts.ts";
import { type RunningPlatform, servePlatform } from "../support/harness.ts";
import { faultOf } from "../support/judge.ts";
import { jobRequests } from "../support/requests.ts";
import { sender } from "../support/send.ts";

let platform: RunningPlatform;

beforeAll(async () => {
  platform = await servePlatform(inject("script"));
});

afterAll(() => platform.stop());

test("every example of a job is answered as the document says, one after the other", async () => {
  let id = "";
  for (const { method, path, body, status = 200 } of examples) {
    if (!path.startsWith("/v1/plans")) continue;
    const verb = method ?? (body === undefined ? "GET" : "POST");
    const at = path.replace("{id}", id);
    const init = body === undefined ? {} : { body: textOf(body), headers: { "content-type": body.type } };
    const response = await fetch(new URL(at, platform.origin), { method: verb, ...init });
    const { headers } = response;
    const text = await response.text();
    expect([verb, path, response.status]).toEqual([verb, path, status]);
    expect(faultOf({ method: verb, path: at, status, headers, text })).toBeNull();
    if (status === 202) id = (JSON.parse(text) as { id: string }).id;
  }
  expect(id).not.toBe("");
});

test("requests of jobs, changed and hostile, are answered as the document says; jobs that start can be stopped", async () => {
  const { send, close } = sender(platform.origin);
  const statuses = new Set<number>();
  try {
    for (const [index, sent] of fc.sample(jobRequests, { numRuns: 80, seed: 1 }).entries()) {
      // Each from a client of its own, whose limit it does not reach.
      const headers = { ...sent.headers, "cf-connecting-ip": `192.0.2.${index}` };
      const reply = await send({ ...sent, headers });
      statuses.add(reply.status);
      expect([sent.path, faultOf(reply)]).toEqual([sent.path, null]);
      const path = reply.headers.get("location");
      if (path === null) continue;
      const stopped = await send({ method: "DELETE", path, headers: {}, body: null });
      expect([stopped.status, faultOf(stopped)]).toEqual([200, null]);
      expect(["done", "failed", "cancelled"]).toContain(
        (JSON.parse(stopped.text) as { state: string }).state,
      );
    }
  } finally {
    close();
  }
  for (const status of [202, 404, 422]) expect(statuses).toContain(status);
});

test.each(["POST", "GET", "DELETE"])("without the platform's workflows a %s says so", async (method) => {
  const request = { hardware: "h100", budget: { seconds: 3600 }, space: { layers: [8], width: [768] } };
  const path = method === "POST" ? "/v1/plans" : "/v1/plans/x";
  const init =
    method === "POST"
      ? { body: JSON.stringify(request), headers: { "content-type": "application/json" } }
      : {};
  const response = await createApp({ log: () => {} }).request(path, { method, ...init });
  expect(response.status).toBe(501);
  const text = await response.text();
  expect(faultOf({ method, path, status: 501, headers: response.headers, text })).toBeNull();
  expect(JSON.parse(text)).toMatchObject({ issues: [{ code: "no_jobs" }] });
});
