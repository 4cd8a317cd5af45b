import { isGated, type Model } from "../spec/model.ts";

/**
 * Biases of the attention projections of one layer.
 *
 * Formula: qkv: (h + 2g) k; output: d. With multi-head latent attention only the down-projections have one: q + c + r.
 * Units: elements. Source: GPT-2 (all of them), Qwen2 (queries, keys and values only), DeepSeek-V2 (`attention_bias`).
 * Other convention: "bias" in a config may cover the output projection (GPT-2) or leave it out (Qwen2): here they are two flags.
 *
 * @example
 * attentionBiases(resolveModel({ layers: 1, width: 768, heads: 12, vocab: 1, bias: true }).model) // => 3072
 */
export function attentionBiases({ width, heads, kvHeads, headDim, mla, bias }: Model): number {
  const qkv =
    mla === null ? (heads + 2 * kvHeads) * headDim : (mla.queryRank ?? 0) + mla.kvRank + mla.ropeDim;
  return (bias.qkv ? qkv : 0) + (bias.attentionOut ? width : 0);
}

/**
 * Biases of one feed-forward of inner width `ffn`: of a dense layer, of one expert, or of the shared experts as one.
 *
 * Formula: (1 + gated) f + d; 0 when the model's mlp has none or f is 0. Units: elements.
 * Source: GPT-2 for the dense form, gpt-oss for experts with biases.
 * Other convention: in some models only experts or only dense layers have biases; here one flag covers both.
 *
 * @example
 * ffnBiases(resolveModel({ layers: 1, width: 768, heads: 12, vocab: 1, bias: true }).model, 3072) // => 3840
 */
export function ffnBiases({ width, ffnKind, bias }: Model, ffn: number): number {
  if (!bias.mlp || ffn === 0) return 0;
  return (isGated(ffnKind) ? 2 : 1) * ffn + width;
}
