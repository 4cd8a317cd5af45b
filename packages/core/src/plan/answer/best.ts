import type { Estimate } from "../../estimate/types.ts";
import type { PlanObjective } from "../request.ts";
import { type Contender, rank } from "../search/contenders.ts";
import { canonicalJson } from "../space/point.ts";
import type { Space } from "../space/space.ts";
import { itemOf, type PlanItem } from "./item.ts";

/** More contenders than this for the first places are not all evaluated again: they tie, and these are the fastest. */
const mostEvaluated = 2000;

/**
 * What an objective makes least: nats a token, seconds, or dollars (infinite where no price is known).
 *
 * @example
 * planValue("loss", reply) // => 3.0118
 * planValue("seconds", reply) // => 4822.5
 */
export function objectiveOf(objective: PlanObjective, { loss, run, cost }: Estimate): number {
  if (objective === "loss") return loss.nats.p50;
  return objective === "seconds" ? run.seconds.p50 : (cost.usd ?? Number.POSITIVE_INFINITY);
}

/** A run of a plan and its number in the space. */
export interface Ranked extends Contender {
  readonly item: PlanItem;
}

/** The first of the contenders in the order of the plan, their figures those of `estimate`. */
export function bestOf(space: Space, contenders: readonly Contender[]): Ranked[] {
  const { top = 10, objective = "loss" } = space.request;
  const evaluated = contenders.slice(0, Math.max(mostEvaluated, top)).map(({ index }): Ranked => {
    const item = itemOf(space, index);
    const { estimate } = item;
    return {
      index,
      item,
      value: objectiveOf(objective, estimate),
      seconds: estimate.run.seconds.p50,
      parameters: estimate.parameters.total,
    };
  });
  return rank(evaluated, top, ({ item }) => canonicalJson(item.scenario));
}
