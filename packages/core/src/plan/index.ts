export type { PlanImpossible } from "./impossible.ts";
export type { PlanItem } from "./item.ts";
export type { Shard } from "./order.ts";
export { type PlanOptions, plan, planSearch } from "./plan.ts";
export { isImpossiblePlan, type PlanReply, planReply } from "./reply.ts";
export { type PlanRequest, parsePlanRequest, planRequestSchema } from "./request.ts";
export type { PlanProgress, PlanSearch } from "./search.ts";
export type { PlanLookup } from "./space.ts";
export type { PlanState } from "./state.ts";
