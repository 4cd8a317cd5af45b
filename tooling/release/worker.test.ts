import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startApi } from "./api.ts";
import { onNode } from "./nodes.ts";

const consumer = inject("consumer");
let api: Awaited<ReturnType<typeof startApi>>;

beforeAll(async () => {
  api = await startApi(consumer);
});
afterAll(() => api.stop());

test("in a Worker it estimates, byte for byte as on Node", async () => {
  const reply = await fetch(api.url);
  expect(await reply.text()).toBe(JSON.parse(onNode(consumer, ["every-entry.js"])).answer);
});

test("the client's estimate is the library's", () => {
  const remote = onNode(consumer, ["remote.js", api.url]);
  expect(remote).toBe(JSON.parse(onNode(consumer, ["every-entry.js"])).answer);
});
