import { attentionWeights, layerMatrices } from "../parameters/layer-matrices.ts";
import { ffnLayers } from "../spec/layers.ts";
import type { Model } from "../spec/model.ts";
import type { Resolved } from "../spec/resolved.ts";
import { attentionLayers } from "../spec/window.ts";

/** The layers of one pipeline stage, by kind, and what share of the whole model's work they are. */
export interface Stage {
  readonly layers: number;
  /** Of the layers, those with a mixture of experts. */
  readonly mixtures: number;
  /** Share of the FLOPs of the matmuls with weights, of all layers. */
  readonly matmulShare: number;
  /** Share of the score pairs that flash attention computes, of all layers. */
  readonly attentionShare: number;
}

/** What a layer of each kind asks of a token: weights it is multiplied with, and positions it attends to. */
interface LayerCost {
  readonly matmul: number;
  readonly attention: number;
}

/**
 * The stage that sets the pace: of all runs of consecutive layers as long as the longest stage, the one with most FLOPs.
 * Without a pipeline it is the whole model. A stage of a model whose layers differ (mixtures after dense layers, every
 * other window sliding) is not its average: with the average, one more layer could shorten a step.
 *
 * @example
 * longestStage(resolve(gpt2 on two stages)) // => { layers: 6, mixtures: 0, matmulShare: 0.5, attentionShare: 0.5 }
 */
export function longestStage({ model, training, parallel }: Resolved): Stage {
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

function heaviestRun(model: Model, contextLength: number, held: number): Stage {
  const costs = Array.from({ length: model.layers }, (_, index) => layerCost(model, index, contextLength));
  const perWidth = 2 * model.heads * model.headDim;
  const flop = ({ matmul, attention }: LayerCost): number => matmul + perWidth * attention;
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let start = 0; start + held <= model.layers; start += 1) {
    const weight = sumOf(costs.slice(start, start + held), flop);
    if (weight > most) [best, most] = [start, weight];
  }
  const run = costs.slice(best, best + held);
  const mixtures = run.filter((_, index) => isMixture(model, best + index)).length;
  return {
    layers: held,
    mixtures,
    matmulShare: sumOf(run, ({ matmul }) => matmul) / sumOf(costs, ({ matmul }) => matmul),
    attentionShare: sumOf(run, ({ attention }) => attention) / sumOf(costs, ({ attention }) => attention),
  };
}

function layerCost(model: Model, index: number, contextLength: number): LayerCost {
  const { mlp, router, expert, shared } = layerMatrices(model);
  const ffn = isMixture(model, index) ? router + (model.moe?.active ?? 0) * expert + shared : mlp;
  const { window } = attentionLayers(model);
  const span = window !== null && isSliding(model, index) ? Math.min(window, contextLength) : contextLength;
  // Positions a token of a causal model attends to on average: half of a full span, all of a short window but at the start.
  const attention = model.causal ? span - (span * (span - 1)) / (2 * contextLength) : span;
  return { matmul: attentionWeights(model) + ffn, attention };
}

function isMixture({ moe }: Model, index: number): boolean {
  return moe !== null && index >= moe.denseLayers && (index - moe.denseLayers + 1) % moe.every === 0;
}

function isSliding({ attentionWindow: window }: Model, index: number): boolean {
  if (window === null) return false;
  return "every" in window ? (index + 1) % window.every === 0 : (index + 1) % window.fullEvery !== 0;
}

function sumOf(costs: readonly LayerCost[], of: (cost: LayerCost) => number): number {
  let sum = 0;
  for (const cost of costs) sum += of(cost);
  return sum;
}
