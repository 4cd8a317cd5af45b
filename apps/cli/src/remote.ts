import { ApiError, type Client, createClient } from "@wallclock/client";
import { fail, type PlanReply, type PlanRequest } from "@wallclock/core";
import type { Engine } from "./engine.ts";

/**
 * An engine behind HTTP: its replies have the same bytes, so everything after them is as ever.
 *
 * @throws UserError `bad_url`; `remote_failed` for an API that does not answer
 */
export function remoteEngine(url: string): Engine {
  const client = clientAt(url);
  return {
    estimate: (scenario) => said(client.estimate(scenario)),
    curve: async (scenario) => (await said(client.loss(scenario))).curve,
    ledger: (scenario) => said(client.ledger(scenario)),
    loss: (scenario, nats) => said(client.loss(scenario, nats ?? undefined)),
    estimates: async (scenarios) => {
      const replies = scenarios.length === 0 ? [] : await said(client.estimateBatch(scenarios));
      return replies.map((reply) => ("issues" in reply ? null : reply));
    },
  };
}

/** Has the API search a plan, as far as one request goes. @throws UserError also where no run will do */
export function remotePlan(url: string, request: PlanRequest): Promise<PlanReply> {
  return said(clientAt(url).plan(request));
}

function clientAt(url: string): Client {
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    const message = `--remote ("${url.slice(0, 80)}") must be the URL of an API`;
    fail("bad_url", "", message, "for example http://localhost:8787");
  }
  return createClient({ url });
}

/** An API that does not answer is nothing that this program could mend; a 500 stays a bug. */
async function said<Reply>(reply: Promise<Reply>): Promise<Reply> {
  try {
    return await reply;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status === 500) throw error;
    return fail(
      "remote_failed",
      "",
      `--remote: ${error.message}`,
      "without --remote this program answers itself",
    );
  }
}
