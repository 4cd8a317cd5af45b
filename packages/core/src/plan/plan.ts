import type { MachineLookup } from "../spec/machine.ts";
import type { PlanImpossible } from "./answer/impossible.ts";
import { fastEvaluators } from "./fast/index.ts";
import { type PlanReply, planReply } from "./reply.ts";
import type { PlanRequest } from "./request.ts";
import type { Shard } from "./search/order.ts";
import { type PlanSearch, startSearch } from "./search/search.ts";
import { type Space, spaceOf } from "./space/space.ts";

/** How far a search goes, and how much of it is listed. */
export interface PlanOptions {
  /** Combinations to visit at most; the reply says when that broke the search off. */
  readonly most?: number;
  /** Runs of the frontier to list at most. */
  readonly frontier?: number;
}

/**
 * Begins a search that its caller advances: to show progress, to stop early, or to share it among threads.
 *
 * @example
 * const { space, search } = planSearch(request, lookup);
 * search.advance(1000).done // => true
 * planReply(space, [search.state()]).best.length // => 10
 */
export function planSearch(
  request: PlanRequest,
  lookup: MachineLookup,
  shard?: Shard,
): { space: Space; search: PlanSearch } {
  const space = spaceOf(request, lookup);
  const search = startSearch(space, {
    evaluators: fastEvaluators(space),
    ...(shard === undefined ? {} : { shard }),
  });
  return { space, search };
}

/**
 * The best runs of a space, and its frontier: exactly what evaluating every point with `estimate` gives.
 *
 * @throws UserError for machines, models or laws that are none
 * @example
 * const { best, explored } = plan(request, lookup);
 * [best[0].scenario.model.layers, best[0].scenario.model.width] // => [4, 1024]
 * explored // => 108
 */
export function plan(
  request: PlanRequest,
  lookup: MachineLookup,
  { most = Number.POSITIVE_INFINITY, ...options }: PlanOptions = {},
): PlanReply | PlanImpossible {
  const { space, search } = planSearch(request, lookup);
  search.advance(most);
  return planReply(space, [search.state()], options);
}
