import { layerMatrices } from "../parameters/layer-matrices.ts";
import { ffnLayers } from "../spec/layers.ts";
import { isGated, type Model } from "../spec/model.ts";
import type { Resolved } from "../spec/resolved.ts";

/** Sizes of one micro-batch on one device, averaged over the layers where they differ, in elements. */
export interface Geometry {
  /** Tokens of the micro-batch on this device: micro-batch × context / context-parallel ranks. */
  readonly tokens: number;
  readonly width: number;
  /** Query width: heads × value dimension. */
  readonly query: number;
  /** Feed-forward width that a token passes: of the active and shared experts in a mixture. */
  readonly ffn: number;
  /** Score elements: batch × heads × context² (shared over context-parallel ranks). */
  readonly scores: number;
  readonly vocab: number;
  /** Layers of the pipeline stage with most. */
  readonly stageLayers: number;
  /** Width-wide operands of the matmuls of a layer, per token: each is read or written whole under tensor parallelism. */
  readonly operandsWide: number;
  /** Other operands of the matmuls of a layer, elements per token: divided by tensor parallelism. */
  readonly operandsInner: number;
  /** Weights a layer's matmuls read on this device, before tensor parallelism: of its experts, those that get a token. */
  readonly layerWeights: number;
  /** Weights that every data-parallel rank holds, of all layers and of the embeddings; before tensor and pipeline. */
  readonly sharedWeights: number;
  /** Weights of all routed experts, which expert-parallel ranks divide; 0 in a dense model. */
  readonly expertWeights: number;
  /** Share of the positions that get logits. */
  readonly logitShare: number;
}

/**
 * The sizes that the time model multiplies.
 *
 * @example
 * geometryOf(resolve(gpt2, a100)).tokens // => 8192 for micro-batch 8 and context 1024
 */
export function geometryOf({ model, training, parallel }: Resolved): Geometry {
  const tokens = (training.microBatchSequences * training.contextLength) / parallel.context;
  const { width, heads, vocab } = model;
  const query = heads * (model.mla?.valueDim ?? model.headDim);
  const matrices = layerMatrices(model);
  const count = ffnLayers(model);
  const experts = model.moe?.experts ?? 0;
  const expertWeights = count.moe * experts * matrices.expert;
  const read = count.moe * touchedExperts(model, tokens, parallel.expert) * matrices.expert;
  const { ffn, wide } = ffnOperands(model);
  const attention = attentionOperands(model);
  const embeddings = vocab * width * (model.tiedEmbeddings || model.logitShare === 0 ? 1 : 2);
  return {
    tokens,
    width,
    query,
    ffn,
    scores: tokens * heads * training.contextLength,
    vocab,
    stageLayers: stageLayers(model.layers, parallel),
    operandsWide: attention.wide + wide,
    operandsInner: attention.inner + (isGated(model.ffnKind) ? 3 : 2) * ffn,
    layerWeights: (matrices.total - expertWeights + read) / model.layers,
    sharedWeights: matrices.total - expertWeights + embeddings,
    expertWeights,
    logitShare: model.logitShare,
  };
}

/** Layers of the longest stage: whole chunks, of which a pipeline's stage holds `interleave`. */
function stageLayers(layers: number, { pipeline, interleave }: Resolved["parallel"]): number {
  if (pipeline === 1) return layers;
  return Math.min(layers, Math.ceil(layers / (pipeline * interleave)) * interleave);
}

/** Experts of a device that get a token: as many tokens come in as go out to the other expert-parallel ranks. */
function touchedExperts({ moe }: Model, tokens: number, ranks: number): number {
  return moe === null ? 0 : Math.min(moe.experts / ranks, tokens * moe.active);
}

/** Feed-forward width a token passes and how many width-wide operands its matmuls have, averaged over the layers. */
function ffnOperands(model: Model): { ffn: number; wide: number } {
  const matrices = isGated(model.ffnKind) ? 3 : 2;
  const { moe, layers } = model;
  if (moe === null) return { ffn: model.ffn, wide: matrices };
  const count = ffnLayers(model);
  const passed = moe.active * moe.ffn + moe.sharedFfn;
  const dispatched = moe.active + (moe.sharedFfn > 0 ? 1 : 0);
  // The router reads the tokens once more, and each token is copied to its experts and back.
  const routed = matrices * dispatched + 1 + 2 * moe.active;
  return {
    ffn: (count.dense * model.ffn + count.moe * passed) / layers,
    wide: (count.dense * matrices + count.moe * routed) / layers,
  };
}

/** Q, K, V as one matmul and the output projection; with latent attention, its down- and up-projections. */
function attentionOperands({ heads, kvHeads, headDim, mla }: Model): { wide: number; inner: number } {
  if (mla === null) return { wide: 2, inner: 2 * heads * headDim + 2 * kvHeads * headDim };
  const queries = heads * (mla.nopeDim + mla.ropeDim);
  const down = mla.kvRank + mla.ropeDim + (mla.queryRank === null ? 0 : 2 * mla.queryRank);
  const up = mla.kvRank + heads * (mla.nopeDim + mla.valueDim);
  return { wide: 3, inner: queries + down + up + heads * mla.valueDim };
}

/** Weights a device holds: its tensor, pipeline and expert ranks divide them; ZeRO's shards do not. */
export function heldWeights(g: Geometry, { tensor, pipeline, expert }: Resolved["parallel"]): number {
  return (g.sharedWeights + g.expertWeights / expert) / (tensor * pipeline);
}
