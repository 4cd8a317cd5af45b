import { introspectWorkflow, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { isImpossiblePlan, parsePlanRequest, plan, planSpace, serialize } from "@wallclock/core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lookUp } from "../../src/machine.ts";
import { PlanShard } from "../../src/plans/shard.ts";
import { partsOf } from "../../src/plans/size.ts";

const send = (path: string, init?: RequestInit) =>
  exports.default.fetch(new Request(`https://wallclock.test${path}`, init));

const start = (request: unknown) =>
  send("/v1/plans", {
    method: "POST",
    body: JSON.stringify(request),
    headers: { "content-type": "application/json" },
  });

interface Job {
  readonly id: string;
  readonly state: string;
  readonly explored: number;
  readonly total: number;
  readonly partial: { readonly truncated: boolean; readonly best: readonly unknown[] } | null;
  readonly result: object | null;
  readonly issues: readonly { readonly code: string }[];
  readonly impossible: object | null;
}

const jobAt = async (path: string, init?: RequestInit): Promise<Job> => (await send(path, init)).json<Job>();

/** A million combinations, in some parts. */
const several = {
  hardware: "8x h100-sxm-80gb",
  budget: { seconds: 86_400 },
  objective: "loss",
  space: {
    layers: { min: 4, max: 32, step: 4 },
    width: { min: 768, max: 2304, step: 256 },
    headDim: [64, 128],
    ffnRatio: [3, 4],
  },
  top: 3,
};

/** More than is searched before one asks. */
const many = { ...several, space: { ...several.space, width: { min: 512, max: 4096, step: 128 } } };

const local = (request: unknown) => plan(parsePlanRequest(request), lookUp);
const answer = `"result":${serialize(local(several)).trimEnd()},`;

/** Asks until the job has ended, as a client does. */
async function ended(path: string): Promise<Job> {
  for (;;) {
    const job = await jobAt(path);
    if (job.state !== "queued" && job.state !== "running") return job;
    await scheduler.wait(50);
  }
}

beforeEach(() => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => {
  vi.restoreAllMocks();
});

test("the job of these tests has several parts", () => {
  expect(partsOf(planSpace(parsePlanRequest(several), lookUp))).toBeGreaterThan(1);
});

test("a job is queued, runs to its end, and its result is the library's, byte for byte", async () => {
  const response = await start(several);
  expect(response.status).toBe(202);
  const first = await response.json<Job>();
  const path = response.headers.get("location")!;
  expect(path).toBe(`/v1/plans/${first.id}`);
  expect(first).toMatchObject({ schema: "wallclock/plan-job/1", explored: 0, partial: null, result: null });
  const job = await ended(path);
  expect(job).toMatchObject({ id: first.id, state: "done", explored: job.total, partial: null, issues: [] });
  const text = await (await send(path)).text();
  expect(text).toContain(answer);
});

test("a part that fails twice changes nothing of the answer", async () => {
  await using workflows = await introspectWorkflow(env.PLAN_WORKFLOW);
  await workflows.modifyAll(async (change) => {
    await change.disableRetryDelays();
    await change.mockStepError({ name: "part 1" }, new Error("the machine is gone"), 2);
  });
  const path = (await start(several)).headers.get("location")!;
  expect((await ended(path)).state).toBe("done");
  expect(await (await send(path)).text()).toContain(answer);
});

test("a part that dies after it has told of half its work is done again, and counted once", async () => {
  await using workflows = await introspectWorkflow(env.PLAN_WORKFLOW);
  await workflows.modifyAll((change) => change.disableRetryDelays());
  const search = PlanShard.prototype.search;
  let deaths = 0;
  vi.spyOn(PlanShard.prototype, "search").mockImplementation(async function (this: PlanShard, id, part) {
    await search.call(this, id, part);
    deaths += 1;
    if (deaths <= 2) throw new Error("the machine is gone");
  });
  const path = (await start(several)).headers.get("location")!;
  const job = await ended(path);
  expect(deaths).toBeGreaterThan(2);
  expect(job).toMatchObject({ state: "done", explored: job.total });
  expect(await (await send(path)).text()).toContain(answer);
});

test("a part that fails for ever fails the job, with a reason and no stack", async () => {
  await using workflows = await introspectWorkflow(env.PLAN_WORKFLOW);
  await workflows.modifyAll(async (change) => {
    await change.disableRetryDelays();
    await change.mockStepError({ name: "part 0" }, new Error("a secret of ours"));
  });
  const path = (await start(several)).headers.get("location")!;
  const job = await ended(path);
  expect(job).toMatchObject({ state: "failed", result: null, partial: null });
  expect(job.issues).toEqual([expect.objectContaining({ code: "job_failed", severity: "error" })]);
  expect(JSON.stringify(job)).not.toContain("secret");
});

test("a job that is cancelled ends with the best it has seen, and stays so", async () => {
  const path = (await start(many)).headers.get("location")!;
  let seen = await jobAt(path);
  for (; seen.partial === null; seen = await jobAt(path)) await scheduler.wait(20);
  expect(seen).toMatchObject({ state: "running", partial: { truncated: true } });
  expect(seen.explored).toBeLessThan(seen.total);
  const job = await jobAt(path, { method: "DELETE" });
  expect(job).toMatchObject({ state: "cancelled", result: null, issues: [], partial: { truncated: true } });
  expect(job.explored).toBeLessThan(job.total);
  expect(job.partial?.best.length).toBeGreaterThan(0);
  expect(await jobAt(path)).toEqual(job);
  expect(await jobAt(path, { method: "DELETE" })).toEqual(job);
});

test("a plan without any run fails with the library's issues, and all that it says", async () => {
  const request = { ...several, hardware: "rtx-4090", constraints: { minParameters: 1e15 } };
  const whole = local(request);
  if (!isImpossiblePlan(whole)) throw new Error("nothing may have so many parameters");
  const path = (await start(request)).headers.get("location")!;
  const job = await ended(path);
  expect(job).toMatchObject({ state: "failed", result: null, partial: null, issues: whole.issues });
  expect(serialize(job.impossible)).toBe(serialize(whole));
});

test("a new engine does not go on with the job of an old one", async () => {
  const path = (await start(many)).headers.get("location")!;
  const { id } = await jobAt(path);
  await runInDurableObject(env.PLAN_JOBS.get(env.PLAN_JOBS.idFromString(id)), (_, { storage }) => {
    storage.kv.put("job", { ...storage.kv.get<object>("job"), engine: "an older one" });
  });
  const job = await ended(path);
  expect(job).toMatchObject({ state: "failed", result: null, issues: [{ code: "engine_changed" }] });
});

test("a job is forgotten when its day is over", async () => {
  const path = (await start({ ...several, space: { layers: [12], width: [768] } })).headers.get("location")!;
  const { id } = await ended(path);
  const job = env.PLAN_JOBS.get(env.PLAN_JOBS.idFromString(id));
  expect(await runDurableObjectAlarm(job)).toBe(true);
  expect((await send(path)).status).toBe(404);
});

const tooMany = { layers: { min: 1, max: 90_000 }, width: { min: 1, max: 90_000 } };
const tooManyPairs = { layers: { min: 1, max: 1000 }, width: { min: 64, max: 64_000, step: 64 } };

test.each<[string, unknown, string]>([
  ["a machine that is none", { ...several, hardware: "3x unobtainium" }, "unknown_hardware"],
  ["no budget", { ...several, budget: null }, "budget_missing"],
  ["a space that is too large", { ...several, space: tooMany }, "space_too_large"],
  ["a space of too many shapes", { ...several, space: tooManyPairs }, "space_too_large"],
])("%s is refused before there is a job", async (_, request, code) => {
  const response = await start(request);
  expect(response.status).toBe(422);
  expect(response.headers.get("location")).toBeNull();
  expect(await response.json()).toMatchObject({ issues: [{ code }] });
});

test.each(["x", "__proto__", "0".repeat(64), "a/b"])("a job that never was, %s, is a 404", async (id) => {
  for (const method of ["GET", "DELETE"]) {
    const response = await send(`/v1/plans/${id}`, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ issues: [{ code: "unknown_job" }] });
  }
});

test("a page elsewhere may start, follow and stop jobs", async () => {
  const headers = { origin: "https://example.com", "access-control-request-method": "DELETE" };
  const response = await send("/v1/plans/x", { method: "OPTIONS", headers });
  expect(response.headers.get("access-control-allow-methods")).toContain("DELETE");
});
