import { ffnLayers } from "../spec/ffn-layers.ts";
import type { Model } from "../spec/model.ts";
import type { Parallel } from "../spec/parallel.ts";
import type { Resolved } from "../spec/resolved.ts";

/** One pipeline stage: its layers and which end of the model it holds. */
export interface StageShape {
  readonly index: number;
  /** Layers with a dense feed-forward. */
  readonly dense: number;
  /** Layers with a mixture of experts. */
  readonly moe: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** A stage at work. */
export interface Stage extends StageShape {
  /** Micro-batches whose activations it holds at once; fractions come from interleaving. */
  readonly inFlight: number;
}

/**
 * Micro-batches in flight on stage i of p, with m of them a step and v chunks a stage: min(m, p - i) under 1F1B,
 * min(m, (2 (p - i - 1) + (v - 1) p + 1) / v) interleaved, which is p + (p - 1) / v on the first stage.
 * Source: Narayanan et al. 2021 (arXiv 2104.04473), section 2.2; Korthikanti et al. 2022, section 4.2.3. GPipe holds m.
 *
 * @example
 * microBatchesInFlight(0, { pipeline: 8, interleave: 3 }, 64) // => 8 + 7 / 3 = 10.33
 */
export function microBatchesInFlight(
  stage: number,
  { pipeline, interleave }: Pick<Parallel, "pipeline" | "interleave">,
  microBatches: number,
): number {
  const plain = pipeline - stage;
  const interleaved = (2 * (plain - 1) + (interleave - 1) * pipeline + 1) / interleave;
  return Math.min(microBatches, pipeline > 1 && interleave > 1 ? interleaved : plain);
}

/** Stages that can hold the most: the first, the second (more experts, no embedding) and the last (the head). */
export function candidateStages({ model, parallel, training }: Resolved): Stage[] {
  return stageShapes(model, parallel).map((shape) => ({
    ...shape,
    inFlight: microBatchesInFlight(shape.index, parallel, training.accumulation),
  }));
}

/** The stages that can hold the most, whatever is in flight. */
export function stageShapes(
  { layers: all, moe }: Pick<Model, "layers" | "moe">,
  { pipeline }: Pick<Parallel, "pipeline">,
): StageShape[] {
  const layers = Math.ceil(all / pipeline);
  const moeBefore = (end: number): number => ffnLayers({ layers: Math.min(end, all), moe }).moe;
  const indices = pipeline === 1 ? [0] : pipeline === 2 ? [0, 1] : [0, 1, pipeline - 1];
  return indices.map((index) => {
    const end = all - layers;
    const start = index === pipeline - 1 ? end : Math.min(end, index * layers);
    const mixed = moeBefore(start + layers) - moeBefore(start);
    return { index, dense: layers - mixed, moe: mixed, first: index === 0, last: index === pipeline - 1 };
  });
}
