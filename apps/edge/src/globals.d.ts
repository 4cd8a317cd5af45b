/** What `cloudflare:workers` gives the tests of this Worker. */
declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import("./index.ts");
  }
  interface Env {
    readonly API_KEYS: KVNamespace;
    readonly ASSETS: Fetcher;
    readonly PLAN_JOBS: DurableObjectNamespace<import("./plans/rpc.ts").JobObject>;
    readonly PLAN_WORKFLOW: Workflow<import("./plans/rpc.ts").PlanParams>;
  }
}
