import type { Workload } from "../../src/ledger/workload.ts";
import { type Model, type ModelInput, modelSchema } from "../../src/spec/model.ts";
import { resolveModel } from "../../src/spec/resolve-model.ts";

/** A model as a user writes it, checked and filled. */
export function modelOf(input: ModelInput): Model {
  return resolveModel(modelSchema().parse(input)).model;
}

export function workloadOf(changes: Partial<Workload>): Workload {
  return {
    batch: 2,
    contextLength: 16,
    precision: "bf16",
    optimizer: "adamw",
    recompute: "none",
    variant: "unfused",
    ...changes,
  };
}

export const gpt2 = modelOf({
  layers: 12,
  width: 768,
  heads: 12,
  vocab: 50257,
  tiedEmbeddings: true,
  bias: true,
  norm: "layernorm",
  positions: "learned",
  maxPositions: 1024,
});

/** DeepSeek-V2-Lite: latent attention, fine-grained and shared experts. */
export const deepSeekLite = modelOf({
  layers: 27,
  width: 2048,
  heads: 16,
  ffn: 10944,
  ffnKind: "swiglu",
  vocab: 102400,
  moe: { experts: 64, active: 6, shared: 2, ffn: 1408, sharedFfn: 2816, denseLayers: 1 },
  mla: { kvRank: 512, queryRank: null, nopeDim: 128, ropeDim: 64, valueDim: 128 },
});

export const llamaLike = modelOf({
  layers: 22,
  width: 2048,
  heads: 32,
  kvHeads: 4,
  headDim: 64,
  ffn: 5632,
  ffnKind: "swiglu",
  vocab: 32000,
});
