import { once } from "@wallclock/hardware/schema";
import type { Model, ModelInput } from "../../spec/model.ts";
import type { Scenario } from "../../spec/scenario.ts";
import { attempt, type EvaluatorOf } from "../search/evaluator.ts";
import type { Rejection } from "../search/goal.ts";
import type { Block } from "../space/family.ts";
import { modelAt } from "../space/point.ts";
import type { Site, Space } from "../space/space.ts";
import { compileFamily } from "./family.ts";
import { type FamilySeed, reseed, seedOf, shapeOf } from "./seed.ts";
import { sharedTerms } from "./shared.ts";

/** Evaluates points by compiled families: the figures of `estimate` to 1e-12. */
export function fastEvaluators(space: Space): EvaluatorOf {
  const shared = sharedTerms();
  const seeds = space.sites.map((site) => once(() => attempt(() => seedAt(space, site))));
  let known: { block: Block; shape: Model | Rejection } | null = null;
  return (family, microBatchSequences) => {
    const { block, recompute, layout, data } = family;
    const seed = seeds[block.siteIndex]!();
    if (typeof seed === "string") return seed;
    if (known?.block !== block)
      known = { block, shape: shapeOf(seed, modelAt(space, { family, layers: 1 })) };
    const { shape } = known;
    if (typeof shape === "string") return shape;
    const parallel = { ...layout.parallel, data: data! };
    const grown = reseed(seed, { model: shape, microBatchSequences, recompute, parallel });
    return typeof grown === "string" ? grown : compileFamily(grown, shared);
  };
}

/** Any model: shapes come later. */
const anyModel: ModelInput = { layers: 1, width: 128, heads: 2, vocab: 256 };

/** What all families of one machine have in common. */
function seedAt({ request, axes }: Space, { ref, machine }: Site): FamilySeed {
  const { globalBatchSequences: _, accumulation: __, ...training } = request.training ?? {};
  const scenario: Scenario = {
    model: anyModel,
    hardware: ref,
    training: { ...training, contextLength: axes.contextLength, microBatchSequences: 1 },
    ...(request.software === undefined ? {} : { software: request.software }),
    ...(request.lossLaw === undefined ? {} : { lossLaw: request.lossLaw }),
    ...(request.calibration == null ? {} : { calibration: request.calibration }),
  };
  return seedOf(scenario, machine);
}
