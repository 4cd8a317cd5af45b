import type { Workload } from "../../src/ledger/workload.ts";
import { type Model, type ModelInput, modelSchema } from "../../src/spec/model.ts";
import { resolveModel } from "../../src/spec/resolve-model.ts";

/** A model as a user writes it, checked and filled. */
export function modelOf(input: ModelInput): Model {
  return resolveModel(modelSchema.parse(input)).model;
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
