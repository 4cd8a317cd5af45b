import { attentionWeights, layerMatrices } from "../parameters/layer-matrices.ts";
import { attentionLayers } from "../spec/attention-layers.ts";
import { ffnLayers } from "../spec/ffn-layers.ts";
import type { Model } from "../spec/model.ts";
import type { Resolved } from "../spec/resolved.ts";

/** The layers of one pipeline stage, by kind, and what share of the whole model's work they are. */
export interface StageShare {
  readonly layers: number;
  /** Of the layers, those with a mixture of experts. */
  readonly mixtures: number;
  /** Share of the FLOPs of the matmuls with weights, of all layers. */
  readonly matmulShare: number;
  /** Share of the score pairs that flash attention computes, of all layers. */
  readonly attentionShare: number;
}

/**
 * The stage that sets the pace: of all runs of consecutive layers as long as the longest stage, the one with most FLOPs.
 * Without a pipeline it is the whole model. A stage of a model whose layers differ (mixtures after dense layers, every
 * other window sliding) is not its average: with the average, one more layer could shorten a step.
 *
 * @example
 * longestStage(resolve(gpt2 on two stages)) // => { layers: 6, mixtures: 0, matmulShare: 0.5, attentionShare: 0.5 }
 */
export function longestStage({ model, training, parallel }: Resolved): StageShare {
  const { layers } = model;
  const count = ffnLayers(model);
  if (parallel.pipeline === 1) return { layers, mixtures: count.moe, matmulShare: 1, attentionShare: 1 };
  const held = stageLayers(layers, parallel);
  const even = { layers: held, mixtures: 0, matmulShare: held / layers, attentionShare: held / layers };
  if (model.attentionWindow === null && (count.moe === 0 || count.dense === 0)) {
    return { ...even, mixtures: count.moe === 0 ? 0 : held };
  }
  return heaviestRun(model, training.contextLength, held);
}

/**
 * Layers of the longest stage. Where chunks differ by a layer, the longer ones are spread over the stages: 126 layers on 16
 * stages of 4 chunks are 62 chunks of 2 and 2 of 1, and no stage holds more than 8, whatever the interleaving.
 */
export function stageLayers(layers: number, { pipeline }: Pick<Resolved["parallel"], "pipeline">): number {
  return Math.ceil(layers / pipeline);
}

/** Starts of a stage that are tried: all of any real model; beyond them its pattern has come round. */
const mostStarts = 1000;

/**
 * Layers differ in two ways, their feed-forward and their span, so what a run of them costs follows from how many of it are mixtures
 * and how many slide.
 */
function heaviestRun(model: Model, contextLength: number, held: number): StageShare {
  const costs = costsOf(model, contextLength);
  const matmul = (first: number, count: number): number => {
    const mixtures = mixturesIn(model, first, count);
    return mixtures * costs.mixture + (count - mixtures) * costs.dense;
  };
  const attention = (first: number, count: number): number => {
    const sliding = slidingIn(model, first, count);
    return sliding * costs.sliding + (count - sliding) * costs.full;
  };
  const perWidth = 2 * model.heads * model.headDim;
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  const starts = Math.min(model.layers - held + 1, mostStarts);
  for (let start = 0; start < starts; start += 1) {
    const flop = matmul(start, held) + perWidth * attention(start, held);
    if (flop > most) [best, most] = [start, flop];
  }
  return {
    layers: held,
    mixtures: mixturesIn(model, best, held),
    matmulShare: matmul(best, held) / matmul(0, model.layers),
    attentionShare: attention(best, held) / attention(0, model.layers),
  };
}

/** Weights that a token meets in a layer of each kind, and positions that it attends to. */
function costsOf(
  model: Model,
  contextLength: number,
): Record<"mixture" | "dense" | "sliding" | "full", number> {
  const { mlp, router, expert, shared } = layerMatrices(model);
  const projections = attentionWeights(model);
  const { window } = attentionLayers(model);
  // Positions a token of a causal model attends to on average: half of a full span, all of a short window but at the start.
  const attended = (span: number): number =>
    model.causal ? span - (span * (span - 1)) / (2 * contextLength) : span;
  return {
    mixture: projections + router + (model.moe?.active ?? 0) * expert + shared,
    dense: projections + mlp,
    sliding: attended(Math.min(window ?? contextLength, contextLength)),
    full: attended(contextLength),
  };
}

/** Mixtures among `count` layers from `first` on. */
function mixturesIn({ moe }: Model, first: number, count: number): number {
  return ffnLayers({ layers: first + count, moe }).moe - ffnLayers({ layers: first, moe }).moe;
}

/** Sliding layers among `count` from `first` on. */
function slidingIn({ attentionWindow }: Model, first: number, count: number): number {
  const before = (layers: number): number => attentionLayers({ layers, attentionWindow }).sliding;
  return before(first + count) - before(first);
}
