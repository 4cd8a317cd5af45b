import {
  type CurvePoint,
  type Estimate,
  estimate,
  type LedgerReply,
  type LossReply,
  ledgerOf,
  lossCurve,
  lossReply,
  type Scenario,
} from "@wallclock/core";
import type { Arguments } from "./args/read.ts";
import { machineFor } from "./machine.ts";

/** What answers a command's question about a scenario: the engine in this program, or an API that runs it. */
export interface Engine {
  readonly estimate: (scenario: Scenario) => Promise<Estimate>;
  /** The loss along the run, for the chart of an estimate. */
  readonly curve: (scenario: Scenario) => Promise<readonly CurvePoint[]>;
  readonly ledger: (scenario: Scenario) => Promise<LedgerReply>;
  readonly loss: (scenario: Scenario, nats: number | null) => Promise<LossReply>;
  /** Estimates of several scenarios, in their order; null for one that is impossible. */
  readonly estimates: (scenarios: readonly Scenario[]) => Promise<readonly (Estimate | null)[]>;
}

const local: Engine = {
  estimate: async (scenario) => estimate(scenario, await machineFor(scenario.hardware)),
  curve: async (scenario) => lossCurve(scenario, await machineFor(scenario.hardware)),
  ledger: async (scenario) => ledgerOf(scenario, await machineFor(scenario.hardware)),
  loss: async (scenario, nats) => lossReply(scenario, await machineFor(scenario.hardware), nats),
  estimates: (scenarios) => Promise.all(scenarios.map((scenario) => local.estimate(scenario))),
};

/** The API that `--remote` names, else this program's own engine. */
export async function engineOf({ values }: Arguments): Promise<Engine> {
  const url = values.get("remote");
  return url === undefined ? local : (await import("./remote/engine.ts")).remoteEngine(url);
}
