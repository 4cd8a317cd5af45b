import { issue, parsePlanRequest, planSpace } from "@wallclock/core";
import type { Context } from "hono";
import type { Endpoint } from "../endpoint.ts";
import type { Bindings, Env } from "../env.ts";
import { heavyBytes, jsonOf, readBody } from "../http/body.ts";
import { Refusal } from "../http/refusal.ts";
import { mediaTypes, typeFor } from "../http/reply.ts";
import { lookUp } from "../machine.ts";
import { jobOf, type PlanEngine, planEngine } from "../plans/objects.ts";
import { checkJob, checkListed, mostListed, partsOf } from "../plans/size.ts";
import { readQuery, refuseOthers } from "../query.ts";

const json = "application/json";

/** Plans that are more than one request: started, followed, stopped. */
export const planJobEndpoints: readonly Endpoint[] = [
  { method: "post", path: "/v1/plans", weight: "heavy", answer: startJob },
  {
    method: "get",
    path: "/v1/plans/{id}",
    weight: "client",
    answer: (c) => answerJob(c, (job) => job.read()),
  },
  {
    method: "delete",
    path: "/v1/plans/{id}",
    weight: "client",
    answer: (c) => answerJob(c, (job) => job.cancel()),
  },
];

async function startJob(c: Context<Env>): Promise<Response> {
  refuseOthers(readQuery(c.req.url), []);
  typeFor(c.req.header("accept") ?? null, [json]);
  const { text } = await readBody(c.req.raw, { maxBytes: heavyBytes, types: [json] });
  const request = parsePlanRequest(jsonOf(text));
  checkListed(request, mostListed.job, "larger steps, or the command line");
  const space = planSpace(request, lookUp);
  checkJob(space);
  const engine = engineOf(c);
  const { id, body } = await started(engine, JSON.stringify(request), {
    total: space.points,
    parts: partsOf(space),
  });
  return reply(body, { status: 202, headers: { location: `/v1/plans/${id}` } });
}

/** Makes a job and what takes it through its parts. @throws Refusal 503 */
async function started(
  { jobs, workflow }: PlanEngine,
  request: string,
  size: { readonly total: number; readonly parts: number },
): Promise<{ id: string; body: string }> {
  const objectId = jobs.newUniqueId();
  const id = objectId.toString();
  const job = jobs.get(objectId);
  const body = await job.create(request, size);
  try {
    await workflow.create({ id, params: { id } });
  } catch {
    await job.remove();
    const message = "the platform takes no more jobs just now";
    throw new Refusal(503, message, {
      issues: [issue("too_many_jobs", "", message, "try again in half a minute")],
      headers: { "retry-after": "30" },
    });
  }
  return { id, body };
}

async function answerJob(
  c: Context<Env>,
  ask: (job: ReturnType<typeof jobOf>) => Promise<string | null>,
): Promise<Response> {
  refuseOthers(readQuery(c.req.url), []);
  typeFor(c.req.header("accept") ?? null, [json]);
  engineOf(c);
  const job = jobIfAny(c.env, c.req.param("id") ?? "");
  const body = job === null ? null : await ask(job);
  if (body !== null) return reply(body);
  const message = "there is no such job";
  const hint = "a job is kept for a day after its end";
  throw new Refusal(404, message, { issues: [issue("unknown_job", "id", message, hint)] });
}

/** @throws Refusal 501 where the deployment runs no jobs */
function engineOf(c: Context<Env>): PlanEngine {
  const engine = planEngine(c.env ?? {});
  if (engine !== null) return engine;
  const message = "this deployment runs no plan jobs";
  const hint = "POST /v1/plan answers small ones at once; wallclock plan answers all";
  throw new Refusal(501, message, { issues: [issue("no_jobs", "", message, hint)] });
}

/** The platform knows its own ids: a made-up one reaches no object. */
function jobIfAny(env: Bindings, id: string): ReturnType<typeof jobOf> | null {
  try {
    return jobOf(env, id);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function reply(body: string, { status = 200, headers = {} }: ResponseInit = {}): Response {
  const own = { "content-type": mediaTypes[json], "cache-control": "no-store", vary: "Accept" };
  return new Response(body, { status, headers: { ...own, ...headers } });
}
