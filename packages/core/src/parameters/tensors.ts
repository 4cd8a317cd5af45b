import { ffnLayers } from "../spec/ffn-layers.ts";
import { isGated, type Model } from "../spec/model.ts";

/**
 * Number of parameter tensors, which is how many times an optimizer that loops over tensors launches.
 *
 * Formula: embeddings + head + norms + layers x (projections + their biases), one tensor a matrix, each expert its own.
 * Units: tensors. Source: `len(list(model.parameters()))` of GPT-2 (148), Pythia 160M (148) and LLaMA 7B (291) in PyTorch.
 * Other convention: implementations differ in whether queries, keys and values are one tensor; the shape does not tell.
 * Unless `fusedQkv` says so, they are with ALiBi, in GPT-2's shape and in GPT-NeoX's, and are not in OPT's and Llama's.
 * Experts stacked in one tensor and `extraParameters`, whose shapes are not known, are not modelled.
 *
 * @example
 * tensorCount(gpt2) // => 148
 */
export function tensorCount(model: Model, fusedQkv = fusesQkv(model)): number {
  const { layers, norms, positions, maxPositions, tiedEmbeddings, bias, logitShare } = model;
  const count = ffnLayers(model);
  const perNorm = norms.affine ? 1 + Number(norms.bias) : 0;
  const head = logitShare === 0 ? 0 : Number(!tiedEmbeddings) + Number(bias.head);
  const embeddings = 1 + Number(positions === "learned" && maxPositions !== null);
  const outsideNorms = Number(norms.final) + Number(norms.embedding);
  const perLayer = norms.perLayer * perNorm + attentionTensors(model, fusedQkv);
  const feedForward = count.dense * mlpTensors(model) + count.moe * moeTensors(model);
  return embeddings + head + outsideNorms * perNorm + layers * perLayer + feedForward;
}

function fusesQkv({ positions, causal, mla, norm, bias, heads, kvHeads, ffnKind }: Model): boolean {
  if (!causal || mla !== null) return false;
  if (positions === "alibi") return true;
  if (positions === "learned") return bias.qkv === bias.attentionOut && ffnKind !== "relu";
  return norm === "layernorm" && bias.qkv && bias.attentionOut && !bias.head && kvHeads === heads;
}

function attentionTensors({ bias, mla, qkNorm }: Model, fusedQkv: boolean): number {
  const out = 1 + Number(bias.attentionOut);
  const queryKeyNorms = qkNorm === false ? 0 : 2;
  if (mla === null) return (fusedQkv ? 1 : 3) * (1 + Number(bias.qkv)) + out + queryKeyNorms;
  // down-projections carry the norm and the bias, up-projections neither
  const down = 2 + Number(bias.qkv);
  const queries = mla.queryRank === null ? 1 : 1 + down;
  return queries + down + 1 + out + queryKeyNorms;
}

function mlpTensors({ ffnKind, bias }: Model): number {
  return (isGated(ffnKind) ? 3 : 2) * (1 + Number(bias.mlp));
}

function moeTensors(model: Model): number {
  if (model.moe === null) return 0;
  const ffns = model.moe.experts + Number(model.moe.sharedFfn > 0);
  return 1 + ffns * mlpTensors(model);
}
