import type { PlanRequest } from "@wallclock/core";
import { expect, test } from "vitest";
import { createClient, type PlanJob } from "../src/index.ts";

const request: PlanRequest = { hardware: "h100", budget: { seconds: 60 } };

const jobIn = (state: PlanJob["state"], explored = 0): PlanJob => ({
  schema: "wallclock/plan-job/1",
  id: "a job",
  state,
  explored,
  total: 10,
  partial: null,
  result: null,
  issues: [],
  impossible: null,
});

/** A client of a server that tells of a job in these states, one after the other; what was asked, and how long it waited. */
function clientOf(states: readonly PlanJob[]) {
  const asked: string[] = [];
  const waits: number[] = [];
  const left = [...states];
  const client = createClient({
    url: "http://api.test",
    fetch: (async (url: URL, { method }: RequestInit) => {
      asked.push(`${method} ${url.pathname}`);
      return Response.json(method === "DELETE" ? jobIn("cancelled", 5) : left.shift());
    }) as typeof fetch,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });
  return { client, asked, waits };
}

test("a job is started, asked for with longer and longer waits, and followed to its end", async () => {
  const states = [jobIn("queued"), jobIn("running", 3), jobIn("running", 6), jobIn("done", 10)];
  const { client, asked, waits } = clientOf(states);
  const seen: number[] = [];
  const job = await client.followPlan(request, { onProgress: ({ explored }) => seen.push(explored) });
  expect(job).toEqual(states[3]);
  expect(asked).toEqual(["POST /v1/plans", ...Array(3).fill("GET /v1/plans/a%20job")]);
  expect(seen).toEqual([0, 3, 6, 10]);
  expect(waits).toEqual([250, 375, 562.5]);
});

test.each(["failed", "cancelled"] as const)("a job that has %s is an answer", async (state) => {
  const { client } = clientOf([jobIn("running"), jobIn(state, 4)]);
  expect((await client.followPlan(request)).state).toBe(state);
});

test("an abort cancels the job, and gives what it has seen", async () => {
  const { client, asked } = clientOf([jobIn("running"), jobIn("running", 2), jobIn("running", 3)]);
  const control = new AbortController();
  const onProgress = ({ explored }: PlanJob) => {
    if (explored === 2) control.abort();
  };
  const job = await client.followPlan(request, { signal: control.signal, onProgress });
  expect(job).toEqual(jobIn("cancelled", 5));
  expect(asked.at(-1)).toBe("DELETE /v1/plans/a%20job");
});

test("an abort does not wait for the next time to ask", async () => {
  const control = new AbortController();
  const client = createClient({
    url: "http://api.test",
    fetch: (async (_: URL, { method }: RequestInit) =>
      Response.json(jobIn(method === "DELETE" ? "cancelled" : "running"))) as typeof fetch,
    wait: () => new Promise(() => control.abort()),
  });
  expect((await client.followPlan(request, { signal: control.signal })).state).toBe("cancelled");
});

test("what is aborted before it starts is not started", async () => {
  const { client, asked } = clientOf([jobIn("queued")]);
  await expect(client.followPlan(request, { signal: AbortSignal.abort() })).rejects.toThrow();
  expect(asked).toEqual([]);
});

test("a start that nothing is heard of is not sent again: there may be a job", async () => {
  let sent = 0;
  const client = createClient({
    url: "http://api.test",
    fetch: (async () => {
      sent += 1;
      throw new Error("gone");
    }) as typeof fetch,
    wait: async () => undefined,
  });
  await expect(client.startPlan(request)).rejects.toMatchObject({ name: "ApiError", status: null });
  expect(sent).toBe(1);
});
