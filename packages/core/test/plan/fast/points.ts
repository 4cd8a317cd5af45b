import fc from "fast-check";
import { estimate, laws, type Scenario, UserError } from "../../../src/index.ts";
import type { ParallelInput } from "../../../src/spec/parallel.ts";
import { machineFor } from "../../support/machine.ts";

export const surfaces = laws.filter((law) => law.kind === "surface").map((law) => law.id);

/** The relative difference of two ways to the same figure that are both right: roundings. */
export const rounding = 1e-12;

/** The exact reply, or the code of its error. */
export function exactOf(scenario: Scenario) {
  try {
    return { reply: estimate(scenario, machineFor(scenario.hardware)), code: null };
  } catch (error) {
    if (error instanceof UserError) return { reply: null, code: error.issues[0]!.code };
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
