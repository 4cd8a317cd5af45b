import type { ParameterCount } from "../parameters/count.ts";
import { ffnLayers } from "../spec/layers.ts";
import type { Model } from "../spec/model.ts";
import type { Parallel } from "../spec/parallel.ts";
import type { Resolved } from "../spec/resolved.ts";

/** One pipeline stage: its layers and what it holds beside them. */
export interface Stage {
  readonly index: number;
  /** Layers with a dense feed-forward. */
  readonly dense: number;
  /** Layers with a mixture of experts. */
  readonly moe: number;
  readonly first: boolean;
  readonly last: boolean;
  /** Micro-batches whose activations it holds at once; fractions come from interleaving. */
  readonly inFlight: number;
}

/** Parameters one device of a stage holds before ZeRO shards them. */
export interface StageParameters {
  /** Matrices of layers and head, experts apart. */
  readonly matrices: number;
  /** Embeddings, norms, extra parameters. */
  readonly other: number;
  /** Routed experts. */
  readonly experts: number;
}

/**
 * Micro-batches in flight on stage i of p, with m of them a step and v chunks a stage: min(m, p - i) under 1F1B,
 * min(m, (2 (p - i - 1) + (v - 1) p + 1) / v) interleaved, which is p + (p - 1) / v on the first stage.
 * Source: Narayanan et al. 2021 (arXiv 2104.04473), section 2.2; Korthikanti et al. 2022, section 4.2.3. GPipe holds m.
 *
 * @example
 * inFlight({ stage: 0, stages: 8, chunks: 3, microBatches: 64 }) // => 8 + 7 / 3 = 10.33
 */
export function inFlight(at: {
  stage: number;
  stages: number;
  chunks: number;
  microBatches: number;
}): number {
  const { stage, stages, chunks, microBatches } = at;
  const plain = stages - stage;
  const interleaved = (2 * (plain - 1) + (chunks - 1) * stages + 1) / chunks;
  return Math.min(microBatches, stages > 1 && chunks > 1 ? interleaved : plain);
}

/** Stages that can hold the most: the first, the second (more experts, no embedding) and the last (the head). */
export function candidateStages({ model, parallel, training }: Resolved): Stage[] {
  return stageShapes(model, parallel).map((shape) => ({
    ...shape,
    inFlight: microBatchesInFlight(shape.index, parallel, training.accumulation),
  }));
}

/** {@link inFlight} of one stage of a layout. */
export function microBatchesInFlight(
  stage: number,
  { pipeline, interleave }: Pick<Parallel, "pipeline" | "interleave">,
  microBatches: number,
): number {
  return inFlight({ stage, stages: pipeline, chunks: interleave, microBatches });
}

/** The stages that can hold the most, whatever is in flight. */
export function stageShapes(
  { layers: all, moe }: Pick<Model, "layers" | "moe">,
  { pipeline }: Pick<Parallel, "pipeline">,
): Omit<Stage, "inFlight">[] {
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

/** Vocabulary rows one tensor-parallel rank holds; a vocabulary that does not divide is padded. */
export function vocabRows(vocab: number, tensor: number): number {
  return Math.ceil(vocab / tensor);
}

/** The parameters of a model as its stages divide them. */
export interface ParameterPieces {
  /** Of one layer: attention; a dense feed-forward; a mixture's router, routed and shared experts. */
  readonly attention: number;
  readonly mlp: number;
  readonly router: number;
  readonly experts: number;
  readonly sharedExperts: number;
  /** Of all layers: norms and extra parameters. */
  readonly small: number;
  readonly layers: number;
  readonly positions: number;
  readonly head: number;
}

/** {@link ParameterPieces} of a counted model. */
export function parameterPieces(model: Model, { groups }: ParameterCount): ParameterPieces {
  const group = (name: string): number => groups[name] ?? 0;
  const all = ffnLayers(model);
  const perMoe = (name: string): number => (all.moe === 0 ? 0 : group(name) / all.moe);
  let extra = 0;
  for (const name in groups) if (name.startsWith("extra.")) extra += groups[name] ?? 0;
  return {
    attention: group("attention") / model.layers,
    mlp: all.dense === 0 ? 0 : group("mlp") / all.dense,
    router: perMoe("router"),
    experts: perMoe("experts"),
    sharedExperts: perMoe("sharedExperts"),
    small: group("norms") + extra,
    layers: model.layers,
    positions: group("positionEmbedding"),
    head: group("head"),
  };
}

/**
 * Parameters one device of a stage holds. Tensor parallelism divides layer matrices and the vocabulary's rows, not norms,
 * routers and positions; expert parallelism divides routed experts further. A tied embedding is held by the first and
 * the last stage alike.
 */
export function stageParameters(
  { model, parallel }: Pick<Resolved, "model" | "parallel">,
  pieces: ParameterPieces,
  stage: Pick<Stage, "dense" | "moe" | "first" | "last">,
): StageParameters {
  const { tensor, expert } = parallel;
  const layers = stage.dense + stage.moe;
  const vocabulary = vocabRows(model.vocab, tensor);
  const rows = vocabulary * model.width;
  // a tied head has no matrix of its own, but a copy where the embedding is on another stage
  const copied = model.tiedEmbeddings && model.logitShare > 0 && !stage.first ? rows : 0;
  const head = stage.last ? (pieces.head * vocabulary) / model.vocab + copied : 0;
  const sharded = layers * pieces.attention + stage.dense * pieces.mlp + stage.moe * pieces.sharedExperts;
  return {
    matrices: sharded / tensor + stage.moe * pieces.router + head,
    other: Math.max(0, (pieces.small * layers) / pieces.layers) + (stage.first ? rows + pieces.positions : 0),
    experts: (stage.moe * pieces.experts) / (tensor * expert),
  };
}
