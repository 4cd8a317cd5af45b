import { estimate } from "../../estimate/estimate.ts";
import { runUnderLaw } from "../../estimate/run-under-law.ts";
import type { Estimate } from "../../estimate/types.ts";
import { stepsForLoss } from "../../loss/index.ts";
import { resolve } from "../../spec/resolve.ts";
import type { Scenario } from "../../spec/scenario.ts";
import { coordinatesAt } from "../space/coordinates.ts";
import { batchAt, blockAt, blockOf, divides, familyAt, takesLayers } from "../space/family.ts";
import { type Point, pointAt, scenarioAt } from "../space/point.ts";
import type { Space } from "../space/space.ts";

/** A run of a plan: what to give `estimate`, and what it answers. */
export interface PlanItem {
  readonly scenario: Scenario;
  readonly estimate: Estimate;
}

/**
 * The run of a point, evaluated by `estimate` itself.
 *
 * @throws UserError where `estimate` refuses it; `target_unreachable`
 * @example
 * const { space } = planSearch(request, lookup);
 * planItem(space, 0).estimate.parameters.total // => 64050688
 */
export function itemOf(space: Space, index: number): PlanItem {
  return itemAt(space, pointAt(space, index));
}

/** The run of a point; null where it is not in the space. @throws UserError where `estimate` refuses it */
export function itemIn(space: Space, index: number): PlanItem | null {
  const number = Math.floor(index / space.familyPoints);
  const family = familyAt(space, blockAt(space, blockOf(space, number)), number);
  const { layers, globalBatchSequences } = coordinatesAt(space, index);
  if (!divides(space, family) || !takesLayers(family, space.axes.layers[layers]!)) return null;
  if (batchAt(space, family, space.axes.globalBatch[globalBatchSequences]!) === null) return null;
  return itemOf(space, index);
}

/** The same for a point that is spelt out. */
function itemAt(space: Space, point: Point): PlanItem {
  const scenario = scenarioAt(space, point, tokensOf(space, point));
  return { scenario, estimate: estimate(scenario, point.family.block.site.machine) };
}

/** The run of a point for a single step, whatever the budget buys. @throws UserError where `estimate` refuses it */
export function oneStepOf(space: Space, index: number): PlanItem {
  const point = pointAt(space, index);
  const scenario = scenarioAt(space, point, point.batch.globalBatch * space.axes.contextLength);
  return { scenario, estimate: estimate(scenario, point.family.block.site.machine) };
}

/** What a run trains on: the request's tokens, or as many as its target takes; null where a budget decides. */
function tokensOf(space: Space, point: Point): number | null {
  const { target, training = {} } = space.request;
  if (target == null) return training.tokens ?? null;
  const steps = stepsToTarget(space, point, target.lossNats);
  return (steps ?? 1) * point.batch.globalBatch * space.axes.contextLength;
}

/** Whole steps after which the median loss is at the target; null: never. */
function stepsToTarget(space: Space, point: Point, nats: number): number | null {
  const resolved = resolve(
    { ...scenarioAt(space, point, null), budget: null },
    point.family.block.site.machine,
  );
  return stepsForLoss(runUnderLaw(space.law, resolved), nats);
}
