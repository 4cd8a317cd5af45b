import type { ModelInput } from "../../spec/model.ts";
import type { Scenario } from "../../spec/scenario.ts";
import { type BatchOf, batchAt, blockAt, blockOf, type Family, familyAt } from "./family.ts";
import type { Space } from "./space.ts";

/** One run of the space. */
export interface Point {
  readonly family: Family;
  readonly layers: number;
  readonly batch: BatchOf;
}

/** Number of a point from that of its family and its places among the numbers of layers and the global batches. */
export function pointIndex(space: Space, family: number, layer: number, batch: number): number {
  return family * space.familyPoints + layer * space.axes.globalBatch.length + batch;
}

/** The point of a number that is in the space. */
export function pointAt(space: Space, index: number): Point {
  const familyIndex = Math.floor(index / space.familyPoints);
  const within = index - familyIndex * space.familyPoints;
  const family = familyAt(space, blockAt(space, blockOf(space, familyIndex)), familyIndex);
  const batches = space.axes.globalBatch;
  const layers = space.axes.layers[Math.floor(within / batches.length)]!;
  const batch = batchAt(space, family, batches[within % batches.length]!);
  if (batch === null) throw new RangeError(`point ${index} is not in the space`);
  return { family, layers, batch };
}

/**
 * The scenario of a point: what the request fixes, with the point's sizes written out.
 *
 * @param tokens what a target or the request asks for; null where a budget decides
 */
export function scenarioAt(space: Space, point: Point, tokens: number | null): Scenario {
  const { request } = space;
  const { family, batch } = point;
  const training = {
    ...request.training,
    globalBatchSequences: batch.globalBatch,
    microBatchSequences: batch.microBatch,
    recompute: family.recompute,
    ...(tokens === null ? {} : { tokens }),
  };
  return {
    model: modelAt(space, point),
    training,
    ...(request.software === undefined ? {} : { software: request.software }),
    parallel: { ...family.layout.parallel, data: family.data! },
    hardware: family.block.site.ref,
    ...(request.lossLaw === undefined ? {} : { lossLaw: request.lossLaw }),
    ...(tokens === null && request.budget != null ? { budget: request.budget } : {}),
    ...(request.calibration == null ? {} : { calibration: request.calibration }),
  };
}

/** The model of a point. */
export function modelAt({ axes }: Space, { family, layers }: Pick<Point, "family" | "layers">): ModelInput {
  const { width, heads, headDim, kvHeads, ffn, ffnKind } = family.block.shape!;
  const sizes = { layers, width, heads, kvHeads };
  return {
    ...axes.model,
    ...sizes,
    ...(headDim === null ? {} : { headDim }),
    ...(ffn === null ? {} : { ffn }),
    ffnKind,
    vocab: axes.vocab,
  };
}

/**
 * JSON with the keys of every object sorted (RFC 8785 but for its numbers): equal scenarios have equal text, and ties are
 * broken by it.
 *
 * @example
 * canonicalJson({ b: 1, a: [2] }) // => '{"a":[2],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
}
