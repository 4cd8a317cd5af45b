import type { Model } from "../spec/model.ts";

/**
 * Parameters of one norm over the width.
 *
 * Formula: d, with a bias 2 d; 0 when norms have no scale. Units: elements.
 * Source: Ba et al. 2016 (LayerNorm: scale and bias), Zhang & Sennrich 2019 (RMSNorm: scale), OLMo 2024 (neither).
 * Other convention: Gemma stores scale - 1: the count is the same.
 *
 * @example
 * normSize(resolveModel({ layers: 1, width: 768, heads: 12, vocab: 1, norm: "layernorm" }).model) // => 1536
 */
export function normSize({ width, norms }: Pick<Model, "width" | "norms">): number {
  if (!norms.affine) return 0;
  return norms.bias ? 2 * width : width;
}

/**
 * Parameters of the norms inside the attention of one layer: query and key norms, and those of latent attention.
 *
 * Formula: qkNorm true 2 k; "full" (h + g) k; latent attention adds c, and q with a query bottleneck. Scales only.
 * Units: elements. Source: Qwen3 and Gemma 3 (per head), OLMo 2 (full), DeepSeek-V2, section 2.1.
 * Other convention: a query-key norm with a bias, or one scale a head, is written as `extraParameters`.
 *
 * @example
 * attentionNorms(resolveModel({ layers: 1, width: 768, heads: 12, vocab: 1, qkNorm: true }).model) // => 128
 */
export function attentionNorms({ heads, kvHeads, headDim, qkNorm, mla }: Model): number {
  const queryKey = qkNorm === "full" ? (heads + kvHeads) * headDim : qkNorm ? 2 * headDim : 0;
  return queryKey + (mla === null ? 0 : mla.kvRank + (mla.queryRank ?? 0));
}

/**
 * Parameters of all norms of a model.
 *
 * Formula: layers (perLayer norm + attention norms) + norm if final + norm if after the embedding. Units: elements.
 * Source: as {@link normSize} and {@link attentionNorms}.
 * Other convention: some papers leave norms out of their counts; at d = 768 they are 0.03 % of GPT-2.
 *
 * @example
 * normParameters(resolveModel({ layers: 12, width: 768, heads: 12, vocab: 1, norm: "layernorm" }).model) // => 38400
 */
export function normParameters(model: Model): number {
  const { layers, norms } = model;
  const outside = Number(norms.final) + Number(norms.embedding);
  return (layers * norms.perLayer + outside) * normSize(model) + layers * attentionNorms(model);
}
