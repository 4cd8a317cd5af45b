import type { PlanImpossible } from "./answer/impossible.ts";
import { itemOf } from "./answer/item.ts";
import { emptyColumns } from "./front/pareto.ts";
import { type PlanReply, planReply } from "./reply.ts";
import type { PlanProgress } from "./search/search.ts";
import { type Least, noneNear, nothing, type PlanState } from "./search/state.ts";
import { coordinatesAt } from "./space/coordinates.ts";
import type { Space } from "./space/space.ts";

/** What is known of a search while it runs. */
export type Glimpse = Pick<PlanProgress, "visited" | "rejected" | "best">;

/**
 * A reply in the middle of a search, from its best run alone: a few estimates, however far the search is. Its frontier is that
 * run; it is truncated, and says so. null before there is a run.
 *
 * @example
 * const { space, search } = planSearch(request, lookup);
 * planGlimpse(space, search.advance(1000))?.best.length // => 1
 */
export function planGlimpse(space: Space, glimpse: Glimpse): PlanReply | null {
  if (glimpse.best.index < 0) return null;
  const reply: PlanReply | PlanImpossible = planReply(space, [stateOf(space, glimpse)]);
  return "best" in reply ? { ...reply, indistinguishable: null } : null;
}

/** The state of a search that has met one run. */
function stateOf(space: Space, { visited, rejected, best }: Glimpse): PlanState {
  const { axes, sites } = space;
  const at = coordinatesAt(space, best.index);
  const { estimate } = itemOf(space, best.index);
  const [seconds, parameters] = [estimate.run.seconds.p50, estimate.parameters.total];
  const only = (length: number, place: number): Least[] =>
    Array.from({ length }, (_, i) => (i === place ? best : nothing));
  const front = {
    ...emptyColumns(),
    index: [best.index],
    site: [at.site],
    loss: [estimate.loss.nats.p50],
    seconds: [seconds],
    bytes: [estimate.memory.bytesPerDevice],
    parameters: [parameters],
  };
  return {
    // Never all of it: what is not finished is truncated.
    visited: Math.min(visited, space.points - 1),
    rejected,
    contenders: [{ ...best, seconds, parameters }],
    front,
    pairs: only(axes.width.length * axes.layers.length, at.width * axes.layers.length + at.layers),
    batches: only(axes.globalBatch.length, at.globalBatchSequences),
    sites: only(sites.length, at.site),
    nearest: noneNear,
  };
}
