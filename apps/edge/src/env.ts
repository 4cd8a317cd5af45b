import type { JobObject, PlanParams, ShardObject } from "./plans/rpc.ts";

/** What the platform gives the Worker. Each binding may be missing: then what it is for is off. */
export interface Bindings {
  /** Requests of one client, by address. */
  readonly RATE_LIMIT?: RateLimit;
  /** The same for the routes whose work grows with their body. */
  readonly RATE_LIMIT_HEAVY?: RateLimit;
  /** Requests of one API key. */
  readonly RATE_LIMIT_KEY?: RateLimit;
  /** SHA-256 of each API key, in hexadecimal, to whom it belongs. */
  readonly API_KEYS?: KVNamespace;
  /** The document and its page, as the build made them. */
  readonly ASSETS?: Fetcher;
  /** Plan jobs, each with its own storage; the places where their parts are searched; what takes a job through them. */
  readonly PLAN_JOBS?: DurableObjectNamespace<JobObject>;
  readonly PLAN_SHARDS?: DurableObjectNamespace<ShardObject>;
  readonly PLAN_WORKFLOW?: Workflow<PlanParams>;
  /** `off`: no log lines. */
  readonly LOG?: string;
}

/** Hono's environment. */
export interface Env {
  Bindings: Bindings;
  Variables: { requestId: string };
}
