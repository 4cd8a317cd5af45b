import { describe, expect, test } from "vitest";
import type { Model, ModelInput } from "../spec/model.ts";
import { findPreset } from "../spec/presets/index.ts";
import { resolveModel } from "../spec/resolve-model.ts";
import { attentionBiases, ffnBiases } from "./biases.ts";
import { parameterConventions } from "./conventions.ts";
import { countParameters } from "./count.ts";
import { attentionWeights, layerMatrices } from "./layer-matrices.ts";
import { attentionNorms, normParameters, normSize } from "./norms.ts";
import { tensorCount } from "./tensors.ts";

function preset(id: string): Model {
  const found = findPreset(id);
  if (!found.found) throw new Error(`no preset ${id}`);
  return resolveModel(found.preset.model).model;
}

const model = (input: Partial<ModelInput> = {}): Model =>
  resolveModel({ layers: 12, width: 768, heads: 12, vocab: 50257, ...input }).model;

describe("layerMatrices", () => {
  test("layerMatrices(gpt2).total is 12 n d^2", () => {
    expect(layerMatrices(model())).toEqual({
      attention: 4 * 768 ** 2,
      mlp: 8 * 768 ** 2,
      router: 0,
      expert: 0,
      shared: 0,
      denseLayer: 12 * 768 ** 2,
      moeLayer: 0,
      total: 84_934_656,
    });
  });

  test("a layer with experts is attention, router, experts and shared", () => {
    const matrices = layerMatrices(preset("deepseek-v2-lite"));
    expect(matrices.router).toBe(64 * 2048);
    expect(matrices.expert).toBe(3 * 2048 * 1408);
    expect(matrices.shared).toBe(2 * matrices.expert);
    expect(matrices.moeLayer).toBe(matrices.attention + matrices.router + 66 * matrices.expert);
    expect(matrices.total).toBe(matrices.denseLayer + 26 * matrices.moeLayer);
  });

  test("attentionWeights shrink with grouped heads", () => {
    expect(attentionWeights(preset("llama-3-8b"))).toBe(41_943_040);
    expect(attentionWeights(preset("llama-2-7b"))).toBe(67_108_864);
  });

  test("attentionWeights of deepseek-v3 go through two bottlenecks", () => {
    const queries = 7168 * 1536 + 1536 * 128 * 192;
    const keysValues = 7168 * (512 + 64) + 512 * 128 * 256;
    expect(attentionWeights(preset("deepseek-v3"))).toBe(queries + keysValues + 128 * 128 * 7168);
  });
});

describe("biases and norms", () => {
  test("attentionBiases: (h + 2g) k for queries, keys and values, d for the output", () => {
    expect(attentionBiases(model({ bias: true }))).toBe(3072);
    expect(attentionBiases(model({ bias: { qkv: true }, kvHeads: 4 }))).toBe(20 * 64);
    expect(attentionBiases(model({ bias: { attentionOut: true } }))).toBe(768);
  });

  test("attentionBiases of latent attention are those of its down-projections", () => {
    const mla = { kvRank: 512, queryRank: 1536, nopeDim: 128, ropeDim: 64, valueDim: 128 };
    expect(attentionBiases(model({ mla, bias: { qkv: true } }))).toBe(1536 + 512 + 64);
    expect(attentionBiases(model({ mla: { ...mla, queryRank: null }, bias: { qkv: true } }))).toBe(576);
  });

  test("ffnBiases: f + d, with a gate 2 f + d", () => {
    expect(ffnBiases(model({ bias: true }), 3072)).toBe(3840);
    expect(ffnBiases(model({ bias: true, ffnKind: "swiglu" }), 2048)).toBe(2 * 2048 + 768);
    expect(ffnBiases(model({ bias: true }), 0)).toBe(0);
    expect(ffnBiases(model(), 3072)).toBe(0);
  });

  test("norms: scale, and bias for a layernorm", () => {
    expect(normSize(model({ norm: "layernorm" }))).toBe(1536);
    expect(normSize(model())).toBe(768);
    expect(attentionNorms(model({ qkNorm: true }))).toBe(128);
    expect(normParameters(model({ norm: "layernorm" }))).toBe(25 * 1536);
  });
});

describe("tensorCount", () => {
  // len(list(model.parameters())) in transformers 4.57.6, which has a tensor for each expert
  test.each([
    ["gpt2-124m", 148],
    ["pythia-160m", 148],
    ["bloom-560m", 293],
    ["mpt-7b", 194],
    ["opt-125m", 196],
    ["gpt-j-6b", 285],
    ["llama-2-7b", 291],
    ["qwen2.5-0.5b", 290],
    ["qwen3-8b", 399],
    ["mixtral-8x7b", 995],
    ["gemma-2-2b", 288],
    ["phi-2", 453],
    ["olmo-7b", 226],
    ["starcoder2-3b", 483],
    ["deepseek-v2-lite", 5291],
    ["deepseek-v3", 45337],
  ])("tensorCount(%s) is %i", (id, tensors) => {
    expect(tensorCount(preset(id))).toBe(tensors);
  });

  test("fusedQkv saves two tensors a layer, four with biases", () => {
    expect(tensorCount(model(), false) - tensorCount(model(), true)).toBe(24);
    const biased = model({ bias: true });
    expect(tensorCount(biased, false) - tensorCount(biased, true)).toBe(48);
  });
});

describe("parameterConventions", () => {
  test("parameterConventions(gpt2): from 84,934,656 to 124,439,808", () => {
    const sizes = Object.fromEntries(
      parameterConventions(preset("gpt2-124m")).map(({ id, parameters }) => [id, parameters]),
    );
    expect(sizes).toEqual({
      hoffmann: 124_439_808,
      kaplan: 85_056_000,
      "kaplan-formula": 84_934_656,
      matmul: 84_934_656 + 50257 * 768,
      active: 124_439_808,
    });
  });

  test("only active differs between a mixture of experts and its total", () => {
    const mixtral = preset("mixtral-8x7b");
    const active = parameterConventions(mixtral).find(({ id }) => id === "active");
    expect(active?.parameters).toBe(countParameters(mixtral).active);
    expect(active?.parameters).toBe(12_879_925_248);
  });
});
