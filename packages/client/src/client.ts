import type {
  Calibration,
  CalibrationForm,
  Estimate,
  FitReply,
  Issue,
  LedgerReply,
  LossReply,
  MeasuredRun,
  PlanReply,
  PlanRequest,
  Scenario,
  Validation,
} from "@wallclock/core";
import { type Ask, type ClientOptions, send } from "./send.ts";

/** A scenario of a batch that could not be estimated. */
export interface BadItem {
  readonly id: string | null;
  readonly line: number;
  readonly issues: readonly Issue[];
}

/** The operations of the API; each throws `UserError` with the library's own issues, or `ApiError`. */
export interface Client {
  readonly estimate: (scenario: Scenario) => Promise<Estimate>;
  readonly estimateBatch: (scenarios: readonly Scenario[]) => Promise<(Estimate | BadItem)[]>;
  readonly ledger: (scenario: Scenario) => Promise<LedgerReply>;
  readonly memory: (scenario: Scenario) => Promise<Estimate["memory"]>;
  /** @param nats a loss to reach */
  readonly loss: (scenario: Scenario, nats?: number) => Promise<LossReply>;
  readonly plan: (request: PlanRequest) => Promise<PlanReply>;
  readonly validate: (runs: readonly MeasuredRun[], calibration?: Calibration) => Promise<Validation>;
  readonly calibrate: (runs: readonly MeasuredRun[], form?: CalibrationForm) => Promise<Calibration>;
  /** @param csv a table of runs with a header @param options those of `wallclock fit` */
  readonly fit: (csv: string, options?: Readonly<Record<string, string>>) => Promise<FitReply>;
  readonly health: () => Promise<{ status: "ok"; engine: string }>;
}

/**
 * A client of the API.
 *
 * @example
 * const client = createClient({ url: "http://localhost:8787", fetch: api });
 * (await client.estimate(scenario)).run.steps // => 152588
 */
export function createClient(options: ClientOptions): Client {
  const ask = <Reply>(request: Ask): Promise<Reply> => send<Reply>(request, options);
  const post = <Reply>(path: string, value: unknown): Promise<Reply> =>
    ask({ path, body: { type: "application/json", text: JSON.stringify(value) } });
  return {
    estimate: (scenario) => post("/v1/estimate", scenario),
    estimateBatch: (scenarios) => post("/v1/estimate:batch", scenarios),
    ledger: (scenario) => post("/v1/ledger", scenario),
    memory: (scenario) => post("/v1/memory", scenario),
    loss: (scenario, nats) => post(`/v1/loss${nats === undefined ? "" : `?target=${nats}`}`, scenario),
    plan: (request) => post("/v1/plan", request),
    validate: (runs, calibration) =>
      post("/v1/validate", calibration === undefined ? runs : { runs, calibration }),
    calibrate: (runs, form = "full") => post(`/v1/calibrate?form=${form}`, runs),
    fit: (csv, more = {}) =>
      ask({ path: `/v1/fit?${new URLSearchParams(more)}`, body: { type: "text/csv", text: csv } }),
    health: () => ask({ path: "/health" }),
  };
}
