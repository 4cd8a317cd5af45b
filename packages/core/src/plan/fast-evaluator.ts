import type { Model, ModelInput } from "../spec/model.ts";
import type { Scenario } from "../spec/scenario.ts";
import { type EvaluatorOf, rejectionOf, type Terms } from "./evaluate.ts";
import type { Block, Family } from "./family.ts";
import {
  compileFamily,
  type FamilySeed,
  type Impossible,
  isImpossible,
  type LayerTerms,
  reseed,
  type SharedTerms,
  seedOf,
  shapeOf,
  sharedTerms,
} from "./fast/index.ts";
import type { Rejection } from "./goal.ts";
import { modelAt } from "./point.ts";
import type { Site, Space } from "./space.ts";

/** Evaluates points by compiled families: the figures of `estimate` to 1e-12. */
export function fastEvaluators(space: Space): EvaluatorOf {
  const shared = sharedTerms();
  const seeds = space.sites.map((site) => once(() => seedAt(space, site)));
  let known: { block: Block; model: Model | Impossible } | null = null;
  return (family, microBatch) => {
    const { block } = family;
    const seed = seeds[block.siteIndex]!();
    if (known?.block !== block)
      known = { block, model: shapeOf(seed, modelAt(space, { family, layers: 1 })) };
    return evaluatorAt(seed, shared, { family, microBatch, model: known.model });
  };
}

interface FamilyModel {
  readonly family: Family;
  readonly microBatch: number;
  readonly model: Model | Impossible;
}

function evaluatorAt(
  seed: FamilySeed,
  shared: SharedTerms,
  { family, microBatch: microBatchSequences, model }: FamilyModel,
): ReturnType<EvaluatorOf> {
  if (isImpossible(model)) return named(model);
  const { recompute, layout, data } = family;
  const parallel = { ...layout.parallel, data: data! };
  const grown = reseed(seed, { model, microBatchSequences, recompute, parallel });
  if (isImpossible(grown)) return named(grown);
  const { prepare } = compileFamily(grown, shared);
  return {
    prepare: (layers) => {
      const terms = prepare(layers);
      return isImpossible(terms) ? named(terms) : termsOf(terms);
    },
  };
}

function termsOf({ parameters, law, lawParameters, bytesPerDevice, stepSeconds }: LayerTerms): Terms {
  return { parameters: parameters.total, law, lawParameters, bytes: bytesPerDevice, stepSeconds };
}

const named = ({ code }: Impossible): Rejection => code.replaceAll("_", "-");

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

/** The same result, or the same error, each time. */
function once<T>(make: () => T): () => T {
  let result: { value: T } | { error: unknown } | null = null;
  return () => {
    if (result === null) {
      try {
        result = { value: make() };
      } catch (error) {
        rejectionOf(error);
        result = { error };
      }
    }
    if ("error" in result) throw result.error;
    return result.value;
  };
}
