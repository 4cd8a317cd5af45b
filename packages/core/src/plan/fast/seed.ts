import type { Calibration } from "../../calibrate/calibration.ts";
import { lawOf } from "../../estimate/estimate-resolved.ts";
import type { LossSurface } from "../../loss/index.ts";
import type { Model, ModelInput } from "../../spec/model.ts";
import type { ParallelInput } from "../../spec/parallel.ts";
import { resolve } from "../../spec/resolve.ts";
import type { MachineLike } from "../../spec/resolve-hardware.ts";
import { resolveModel } from "../../spec/resolve-model.ts";
import { resolveParallel } from "../../spec/resolve-parallel.ts";
import { checkContext } from "../../spec/resolve-training.ts";
import { withPositions } from "../../spec/resolve-with-model.ts";
import type { Resolved } from "../../spec/resolved.ts";
import type { Scenario } from "../../spec/scenario.ts";
import { attempt } from "../search/evaluator.ts";
import type { Rejection } from "../search/goal.ts";

/** What a family is grown from: a run, of which the layers and the accumulation are open. */
export interface FamilySeed {
  readonly resolved: Resolved;
  readonly law: LossSurface;
  readonly calibration: Calibration | null;
}

/**
 * The seed of a scenario. Its layers and its accumulation are any that are valid.
 *
 * @throws UserError as `estimate` does
 */
export function seedOf(scenario: Scenario, machine: MachineLike): FamilySeed {
  const { calibration = null } = scenario;
  return { resolved: resolve(scenario, machine), law: lawOf(scenario).law, calibration };
}

/**
 * A shape of a search, from a model in full whose layers are any; to be made once for each shape, as its terms are shared by it.
 *
 * @returns why `estimate` would refuse the model
 */
export function shapeOf(seed: FamilySeed, input: ModelInput): Model | Rejection {
  return attempt(() => withPositions(resolveModel(input).model, seed.resolved.training.contextLength));
}

/** What distinguishes the families of one search. */
export interface FamilyPoint {
  /** A {@link shapeOf} the search; the same object for the same shape. */
  readonly model: Model;
  readonly microBatchSequences: number;
  readonly recompute: Resolved["training"]["recompute"];
  readonly parallel: ParallelInput;
}

/** More layers than any layout has stages: the rule between them waits for the layers. */
const manyLayers = 2 ** 40;

/**
 * The seed of another family of the same search: the same machine, software, precision and law. Cheaper than to resolve a
 * scenario again.
 *
 * @returns why `estimate` would refuse the layout
 */
export function reseed(seed: FamilySeed, point: FamilyPoint): FamilySeed | Rejection {
  const { resolved } = seed;
  const { model, microBatchSequences, recompute } = point;
  return attempt(() => {
    const deep = { ...model, layers: manyLayers };
    const { parallel } = resolveParallel(point.parallel, deep, resolved.hardware.count);
    checkContext(resolved.training.contextLength, model, parallel.context);
    const training = { ...resolved.training, microBatchSequences, recompute };
    return { ...seed, resolved: { ...resolved, model, training, parallel } };
  });
}
