/**
 * The best runs of a space, and its frontier: exactly what evaluating every point with `estimate` gives.
 *
 * - A request (`request.ts`) names what may vary, on which machines, and what is to be least.
 * - `space/` numbers the points of that product without writing it out. From the outside in: a *site* is a machine, a *block* a machine
 *   and a shape but for its layers, a *family* all points that differ in layers and global batch alone.
 * - `search/` visits every point once, family by family: turns it away, or has its run judged, and keeps what a reply is made of.
 *   Only what cannot be in the space or cannot fit is skipped, and counted; nothing is sampled, so the answer is exact.
 *   What was seen is plain data (`state.ts`): parts of a search may run anywhere, and are joined.
 * - `fast/` is how a point costs a microsecond and not an estimate; it gives the figures of `estimate` to rounding.
 * - `front/` keeps the points that no other dominates, however many come.
 * - `answer/` evaluates the few points that are told of by `estimate` itself, and says what lies around the best.
 */
export { objectiveOf as planValue } from "./answer/best.ts";
export type { PlanImpossible } from "./answer/impossible.ts";
export { itemOf as planItem, type PlanItem } from "./answer/item.ts";
export { type Glimpse as PlanGlimpse, planGlimpse } from "./glimpse.ts";
export { type PlanOptions, plan, planSearch } from "./plan.ts";
export { type PracticalRequest, practicalRequest } from "./practice.ts";
export { isImpossiblePlan, type PlanReply, planReply } from "./reply.ts";
export { type PlanRequest, parsePlanRequest } from "./request.ts";
export type { Shard } from "./search/order.ts";
export type { PlanProgress, PlanSearch } from "./search/search.ts";
export type { PlanState } from "./search/state.ts";
export { packState as packPlanState, unpackState as unpackPlanState } from "./search/state-bytes.ts";
export { type Space as PlanPoints, spaceOf as planSpace } from "./space/space.ts";
