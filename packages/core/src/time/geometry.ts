import { layerMatrices } from "../parameters/layer-matrices.ts";
import { ffnLayers } from "../spec/ffn-layers.ts";
import { isGated, type Model } from "../spec/model.ts";
import type { Resolved } from "../spec/resolved.ts";
import { longestStage, type StageShare } from "./longest-stage.ts";

/** Sizes of one micro-batch on one device, averaged over the stage's layers where they differ, in elements. */
export interface Geometry {
  /** Tokens of the micro-batch on this device: micro-batch × context / context-parallel ranks. */
  readonly tokens: number;
  readonly width: number;
  /** Query width: heads × value dimension. */
  readonly query: number;
  /** Key or value width: kvHeads × headDim. */
  readonly keyValue: number;
  /** Dimension of a head's queries and keys. */
  readonly headDim: number;
  /** Feed-forward width that a token passes: of the active and shared experts in a mixture. */
  readonly ffn: number;
  /** Score elements: batch × heads × context² (shared over context-parallel ranks). */
  readonly scores: number;
  readonly vocab: number;
  /** The pipeline stage that sets the pace. */
  readonly stage: StageShare;
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
export function geometryOf(resolved: Resolved): Geometry {
  const { model, training, parallel } = resolved;
  const stage = longestStage(resolved);
  const tokens = (training.microBatchSequences * training.contextLength) / parallel.context;
  const { width, heads, vocab } = model;
  const query = heads * (model.mla?.valueDim ?? model.headDim);
  const matrices = layerMatrices(model);
  const count = ffnLayers(model);
  const experts = model.moe?.experts ?? 0;
  const expertWeights = count.moe * experts * matrices.expert;
  const { ffn, wide } = ffnOperands(model, stage);
  const attention = attentionOperands(model);
  const embeddings = vocab * width * (model.tiedEmbeddings || model.logitShare === 0 ? 1 : 2);
  return {
    tokens,
    width,
    query,
    keyValue: model.mla === null ? model.kvHeads * model.headDim : query,
    headDim: model.mla === null ? model.headDim : model.mla.nopeDim + model.mla.ropeDim,
    ffn,
    scores: tokens * heads * training.contextLength,
    vocab,
    stage,
    operandsWide: attention.wide + wide,
    operandsInner: attention.inner + (isGated(model.ffnKind) ? 3 : 2) * ffn,
    layerWeights: stageWeights(model, stage, touchedExperts(model, tokens, parallel.expert)) / stage.layers,
    sharedWeights: matrices.total - expertWeights + embeddings,
    expertWeights,
    logitShare: model.logitShare,
  };
}

/** Weights that the matmuls of a stage read, with the experts of each mixture that get a token. */
function stageWeights(model: Model, { layers, mixtures }: StageShare, touched: number): number {
  const { attention, mlp, router, expert, shared } = layerMatrices(model);
  return layers * attention + (layers - mixtures) * mlp + mixtures * (router + shared + touched * expert);
}

/** Experts of a device that get a token: as many tokens come in as go out to the other expert-parallel ranks. */
function touchedExperts({ moe }: Model, tokens: number, ranks: number): number {
  return moe === null ? 0 : Math.min(moe.experts / ranks, tokens * moe.active);
}

/** Feed-forward width a token passes and how many width-wide operands its matmuls have, averaged over the stage. */
function ffnOperands(model: Model, stage: StageShare): { ffn: number; wide: number } {
  const matrices = isGated(model.ffnKind) ? 3 : 2;
  const { moe } = model;
  if (moe === null) return { ffn: model.ffn, wide: matrices };
  const mixed = stage.mixtures / stage.layers;
  const passed = moe.active * moe.ffn + moe.sharedFfn;
  const dispatched = moe.active + (moe.sharedFfn > 0 ? 1 : 0);
  // The router reads the tokens once more, and each token is copied to its experts and back.
  const routed = matrices * dispatched + 1 + 2 * moe.active;
  return {
    ffn: (1 - mixed) * model.ffn + mixed * passed,
    wide: (1 - mixed) * matrices + mixed * routed,
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
