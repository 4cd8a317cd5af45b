export type { PlanImpossible } from "./impossible.ts";
export { itemOf as planItem, type PlanItem } from "./item.ts";
export type { Shard } from "./order.ts";
export { type PlanOptions, plan, planSearch } from "./plan.ts";
export { isImpossiblePlan, type PlanReply, planReply, type ReplyOptions } from "./reply.ts";
export { type PlanRequest, parsePlanRequest, planRequestSchema } from "./request.ts";
export type { PlanProgress, PlanSearch } from "./search.ts";
export type { PlanLookup, Space as PlanPoints } from "./space.ts";
export type { PlanState } from "./state.ts";
