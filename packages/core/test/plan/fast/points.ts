import fc from "fast-check";
import { tokensOf } from "../../../src/estimate/estimate-resolved.ts";
import { estimate, laws, type Scenario, UserError } from "../../../src/index.ts";
import type { FamilySeed } from "../../../src/plan/fast/seed.ts";
import type { Terms } from "../../../src/plan/search/evaluator.ts";
import { emptyVerdict, goalOf, judge } from "../../../src/plan/search/goal.ts";
import type { ModelInput } from "../../../src/spec/model.ts";
import type { ParallelInput } from "../../../src/spec/parallel.ts";
import { machineFor } from "../../support/machine.ts";

export const surfaces = laws.filter((law) => law.kind === "surface").map((law) => law.id);

/** The relative difference of two ways to the same figure that are both right: roundings. */
export const rounding = 1e-12;

/** The exact reply, or the name under which a search counts its error. */
export function exactOf(scenario: Scenario) {
  try {
    return { reply: estimate(scenario, machineFor(scenario.hardware)), rejection: null };
  } catch (error) {
    if (error instanceof UserError) {
      return { reply: null, rejection: error.issues[0]!.code.replaceAll("_", "-") };
    }
    throw error;
  }
}

/** A point of a search: a shape, a batch and a layout of eight devices; some are impossible. */
export const points = fc.record({
  layers: fc.integer({ min: 1, max: 80 }),
  heads: fc.constantFrom(2, 4, 6, 16),
  headDim: fc.constantFrom(64, 128),
  kvRatio: fc.constantFrom(1, 2),
  ffnRatio: fc.constantFrom(2, 4),
  ffnKind: fc.constantFrom("gelu", "swiglu"),
  microBatchSequences: fc.constantFrom(1, 4, 64),
  recompute: fc.constantFrom("none", "selective", "full"),
  accumulation: fc.integer({ min: 1, max: 64 }),
  parallel: fc.record({
    // 0: what is left of the devices
    data: fc.constantFrom(0, 0, 0, 1, 8),
    tensor: fc.constantFrom(1, 2, 4, 8),
    pipeline: fc.constantFrom(1, 2, 4, 8),
    context: fc.constantFrom(1, 2),
    sharding: fc.constantFrom("none", "zero1", "zero3"),
  } as const),
} as const);

export type Point = typeof points extends fc.Arbitrary<infer T> ? T : never;

/** The layout of a point. */
export function layoutOf({ parallel: { data, ...rest } }: Point): ParallelInput {
  return data === 0 ? rest : { data, ...rest };
}

/** The model of a point in full. */
export function modelOf(point: Point) {
  const { layers, heads, headDim, kvRatio, ffnRatio, ffnKind } = point;
  const width = heads * headDim;
  return {
    layers,
    width,
    heads,
    headDim,
    kvHeads: heads / kvRatio,
    ffn: ffnRatio * width,
    ffnKind,
    vocab: 50257,
  };
}

/** The search that the point is of, at the point. */
export function scenarioOf(search: Omit<Scenario, "model">, point: Point): Scenario {
  const { microBatchSequences, recompute, accumulation } = point;
  const training = { ...search.training, microBatchSequences, recompute, accumulation };
  return { ...search, model: modelOf(point), parallel: layoutOf(point), training };
}

/** A scenario with other layers and another accumulation: all the same for the seed of its family. */
export function stretched(scenario: Scenario, layers: number, accumulation: number): Scenario {
  const { globalBatchSequences: _, ...training } = scenario.training ?? {};
  return {
    ...scenario,
    model: { ...(scenario.model as ModelInput), layers },
    training: { ...training, accumulation },
  };
}

/** The figures of a point by the fast path, its run judged as the search does; `nats`: a loss to reach. */
export function judgedAt({ resolved }: FamilySeed, terms: Terms, accumulation: number, nats?: number) {
  const { training, parallel, hardware, budget } = resolved;
  const { tokens } = tokensOf(resolved, terms.parameters);
  const length = budget === null && nats === undefined ? { tokens } : {};
  const target = nats === undefined ? null : { lossNats: nats };
  const objective = nats === undefined ? "loss" : "seconds";
  const { overheadShare, criticalBatchTokens, uniqueTokens } = training;
  const request = {
    hardware: hardware.device.id,
    training: { overheadShare, criticalBatchTokens, uniqueTokens, ...length },
    budget,
    target,
    objective,
  } as const;
  const verdict = emptyVerdict();
  const stepSeconds = terms.stepSeconds(accumulation);
  const globalBatch = training.microBatchSequences * parallel.data * accumulation;
  const { law, lawParameters } = terms;
  const stepTokens = globalBatch * training.contextLength;
  judge(goalOf({ request }, { hardware }), { stepSeconds, stepTokens, law, lawParameters }, verdict);
  return { ...verdict, stepSeconds, bytes: terms.bytes(accumulation), parameters: terms.parameters };
}
