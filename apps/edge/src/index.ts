import { createApp } from "./app.ts";
import type { Bindings } from "./env.ts";

export { PlanJob } from "./plans/job.ts";
export { PlanShard } from "./plans/shard.ts";
export { PlanWorkflow } from "./plans/workflow.ts";

const app = createApp();

export default { fetch: app.fetch } satisfies ExportedHandler<Bindings>;
