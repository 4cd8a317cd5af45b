import { ffnLayers } from "../spec/ffn-layers.ts";
import { isGated, type Model } from "../spec/model.ts";

/** Weights of the matrices of a layer, in elements, without biases and norms. */
export interface LayerMatrices {
  /** Query, key, value and output projections of one layer. */
  readonly attention: number;
  /** The feed-forward of one dense layer. */
  readonly mlp: number;
  /** The router of one mixture-of-experts layer; 0 without one, like the next two. */
  readonly router: number;
  /** One routed expert. */
  readonly expert: number;
  /** All shared experts of one layer together. */
  readonly shared: number;
  /** One whole dense layer: attention + mlp. */
  readonly denseLayer: number;
  /** One whole mixture-of-experts layer: attention + router + experts + shared. */
  readonly moeLayer: number;
  /** All layers of the model. */
  readonly total: number;
}

/**
 * What the matrices of one layer hold, and of all layers together.
 *
 * Formula: attention = d (h + 2g) k + h k d; mlp = (2 + gated) d f; router = d E; expert = (2 + gated) d f_moe;
 * shared = (2 + gated) d f_shared; MLA: see {@link attentionWeights}. Units: elements.
 * Source: Vaswani et al. 2017, section 3; Shazeer 2020 for gated feed-forwards; Shazeer et al. 2017 for experts.
 * Other convention: 12 d^2 a layer (Kaplan et al. 2020) holds only for f = 4 d, g = h, h k = d and no gate.
 *
 * @example
 * layerMatrices(resolveModel({ layers: 12, width: 768, heads: 12, vocab: 50257 }).model).total // => 84934656
 */
export function layerMatrices(model: Model): LayerMatrices {
  const { width, ffn, ffnKind, moe } = model;
  const perFfn = (isGated(ffnKind) ? 3 : 2) * width;
  const attention = attentionWeights(model);
  const mlp = perFfn * ffn;
  const router = moe === null ? 0 : width * moe.experts;
  const expert = moe === null ? 0 : perFfn * moe.ffn;
  const shared = moe === null ? 0 : perFfn * moe.sharedFfn;
  const denseLayer = attention + mlp;
  const moeLayer = moe === null ? 0 : attention + router + moe.experts * expert + shared;
  const count = ffnLayers(model);
  const total = count.dense * denseLayer + count.moe * moeLayer;
  return { attention, mlp, router, expert, shared, denseLayer, moeLayer, total };
}

/**
 * Weights of the attention projections of one layer.
 *
 * Formula: d (h + 2g) k + h k d. With multi-head latent attention: queries d h (n + r), or d q + q h (n + r) through a
 * bottleneck q; keys and values d (c + r) + c h (n + v); output h v d. Units: elements.
 * Source: Ainslie et al. 2023 for grouped heads; DeepSeek-V2 (2024), section 2.1, for the latent form.
 * Other convention: at inference the latent form can be multiplied out into fewer, larger matrices; training keeps these.
 *
 * @example
 * attentionWeights(resolveModel({ layers: 1, width: 4096, heads: 32, kvHeads: 8, vocab: 1 }).model) // => 41943040
 */
export function attentionWeights({ width, heads, kvHeads, headDim, mla }: Model): number {
  if (mla === null) return width * (heads + 2 * kvHeads) * headDim + heads * headDim * width;
  const { kvRank, queryRank, nopeDim, ropeDim, valueDim } = mla;
  const perHead = heads * (nopeDim + ropeDim);
  const queries = queryRank === null ? width * perHead : width * queryRank + queryRank * perHead;
  const keysValues = width * (kvRank + ropeDim) + kvRank * heads * (nopeDim + valueDim);
  return queries + keysValues + heads * valueDim * width;
}
