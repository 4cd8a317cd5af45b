import {
  type Calibration,
  type CalibrationForm,
  type Estimate,
  type FitReply,
  fail,
  type Issue,
  type LedgerReply,
  type LossReply,
  type MeasuredRun,
  type PlanReply,
  type PlanRequest,
  type Scenario,
  type Validation,
} from "@wallclock/core";
import { type FollowOptions, followPlan, type PlanJob } from "./plan-job.ts";
import { type Ask, type ClientOptions, pause, send, sendForText } from "./send.ts";

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
  /** As far as one request goes. */
  readonly plan: (request: PlanRequest) => Promise<PlanReply>;
  /** Begins to search a space of any size. */
  readonly startPlan: (request: PlanRequest) => Promise<PlanJob>;
  readonly planJob: (id: string) => Promise<PlanJob>;
  /** Ends a job with the best it has seen. */
  readonly cancelPlan: (id: string) => Promise<PlanJob>;
  /** Starts a job and asks for it until it has ended. */
  readonly followPlan: (request: PlanRequest, options?: FollowOptions) => Promise<PlanJob>;
  readonly validate: (runs: readonly MeasuredRun[], calibration?: Calibration) => Promise<Validation>;
  readonly calibrate: (runs: readonly MeasuredRun[], form?: CalibrationForm) => Promise<Calibration>;
  /** @param csv a table of runs with a header @param options those of `wallclock fit` */
  readonly fit: (csv: string, options?: Readonly<Record<string, string>>) => Promise<FitReply>;
  /** What is at a path of the API, in a media type of its own: `text/csv`, `text/plain`, `image/svg+xml`. */
  readonly text: (ask: Ask) => Promise<string>;
  /** What is at a path of the API, as JSON. */
  readonly json: <Reply>(ask: Ask) => Promise<Reply>;
  readonly health: () => Promise<{ status: "ok"; engine: string }>;
}

/**
 * A client of the API.
 *
 * @throws UserError `bad_url` for what is no address of a server
 * @example
 * const client = createClient({ url: "http://localhost:8787", fetch: api });
 * (await client.estimate(scenario)).run.steps // => 152588
 */
export function createClient(options: ClientOptions): Client {
  requireAddress(options.url);
  const ask = <Reply>(request: Ask): Promise<Reply> => send<Reply>(request, options);
  const post = <Reply>(path: string, value: unknown): Promise<Reply> =>
    ask({ path, body: { type: "application/json", text: JSON.stringify(value) } });
  const jobs = {
    startPlan: (request: PlanRequest): Promise<PlanJob> =>
      ask({
        path: "/v1/plans",
        body: { type: "application/json", text: JSON.stringify(request) },
        once: true,
      }),
    planJob: (id: string): Promise<PlanJob> => ask({ path: jobPath(id) }),
    cancelPlan: (id: string): Promise<PlanJob> => ask({ path: jobPath(id), method: "DELETE" }),
  };
  const { wait = pause } = options;
  return {
    ...jobs,
    followPlan: (request, following) => followPlan({ ...jobs, wait }, request, following),
    text: (request) => sendForText(request, options),
    json: ask,
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

function requireAddress(url: string): void {
  if (URL.canParse(url) && /^https?:/.test(url)) return;
  fail("bad_url", "url", `url ("${url}") is no address of a server`, "for example http://localhost:8787");
}

const jobPath = (id: string): string => `/v1/plans/${encodeURIComponent(id)}`;
