import type { Engine } from "../engine.ts";
import { clientAt, said } from "./client.ts";

/** An engine behind HTTP: its replies have the same bytes, so everything after them is as ever. @throws UserError `bad_url` */
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
