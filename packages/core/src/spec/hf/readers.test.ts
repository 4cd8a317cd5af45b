import { describe, expect, test } from "vitest";
import { countParameters } from "../../parameters/index.ts";
import { attentionLayers } from "../attention-layers.ts";
import type { Model } from "../model.ts";
import { resolveModel } from "../resolve-model.ts";
import { importHuggingFace } from "./index.ts";

const sizes = {
  hidden_size: 64,
  num_hidden_layers: 12,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  vocab_size: 100,
  intermediate_size: 128,
};

const read = (config: Record<string, unknown>) => importHuggingFace({ ...sizes, ...config });
const model = (config: Record<string, unknown>): Model => resolveModel(read(config).model).model;
const codes = (config: Record<string, unknown>) =>
  read(config)
    .notes.map(({ code }) => code)
    .filter((code) => code !== "hf-defaults");

describe("sliding windows", () => {
  test.each([
    ["mistral slides on every layer", { model_type: "mistral", sliding_window: 32 }, [0, 12, 32]],
    ["mistral without the key has its class's window", { model_type: "mistral" }, [0, 12, 4096]],
    ["mistral with null has none", { model_type: "mistral", sliding_window: null }, [12, 0, null]],
    ["mixtral without the key has none", { model_type: "mixtral" }, [12, 0, null]],
    ["qwen2 has none unless told to use it", { model_type: "qwen2", sliding_window: 32 }, [12, 0, null]],
    [
      "qwen2 slides from max_window_layers on",
      { model_type: "qwen2", sliding_window: 32, use_sliding_window: true, max_window_layers: 6 },
      [6, 6, 32],
    ],
    ["gemma2 slides on every second layer", { model_type: "gemma2", sliding_window: 32 }, [6, 6, 32]],
    ["gemma3 is full on every sixth layer", { model_type: "gemma3_text", sliding_window: 32 }, [2, 10, 32]],
    [
      "gemma3's pattern can be said",
      { model_type: "gemma3_text", sliding_window: 32, sliding_window_pattern: 4 },
      [3, 9, 32],
    ],
    ["cohere2 is full on every fourth layer", { model_type: "cohere2", sliding_window: 32 }, [3, 9, 32]],
    ["gpt_oss slides on every second layer", { model_type: "gpt_oss" }, [6, 6, 128]],
    ["olmo3 is full on every fourth layer", { model_type: "olmo3", sliding_window: 32 }, [3, 9, 32]],
    [
      "exaone4 reads its pattern as a word",
      { model_type: "exaone4", num_key_value_heads: 2, sliding_window: 32, sliding_window_pattern: "LG" },
      [6, 6, 32],
    ],
    ["phi3 slides on every layer", { model_type: "phi3", sliding_window: 32 }, [0, 12, 32]],
    ["starcoder2 slides on every layer", { model_type: "starcoder2", sliding_window: 32 }, [0, 12, 32]],
  ])("%s", (_, config, [full, sliding, window]) => {
    expect(attentionLayers(model(config))).toEqual({ full, sliding, window });
  });

  test("gpt_neo's attention_types are spelt out", () => {
    const config = {
      model_type: "gpt_neo",
      num_layers: 12,
      num_heads: 4,
      max_position_embeddings: 64,
      attention_types: [[["global", "local"], 6]],
      window_size: 16,
    };
    expect(model(config).attentionWindow).toEqual({ window: 16, every: 2 });
  });

  test("layer_types overrule a family's rule", () => {
    const pattern = Array.from({ length: 12 }, (_, index) =>
      (index + 1) % 3 === 0 ? "full_attention" : "sliding_attention",
    );
    const config = { model_type: "gemma3_text", sliding_window: 32, layer_types: pattern };
    expect(model(config).attentionWindow).toEqual({ window: 32, fullEvery: 3 });
    expect(codes(config)).toEqual([]);
  });

  test("layer_types in no regular order: the nearest number of sliding layers, with a note", () => {
    const layer_types = Array.from({ length: 12 }, (_, index) =>
      index < 5 ? "full_attention" : "sliding_attention",
    );
    const config = { model_type: "gemma3_text", sliding_window: 32, layer_types };
    expect(codes(config)).toEqual(["hf-window-pattern"]);
    const { sliding } = attentionLayers(model(config));
    expect(Math.abs(sliding - 7)).toBeLessThanOrEqual(1);
  });
});

describe("mixtures of experts", () => {
  const qwen = { model_type: "qwen3_moe", num_experts: 8, num_experts_per_tok: 2, moe_intermediate_size: 32 };

  test("decoder_sparse_step n puts experts on every n-th layer", () => {
    expect(model({ ...qwen, decoder_sparse_step: 3 }).moe).toMatchObject({ denseLayers: 0, every: 3 });
    expect(codes({ ...qwen, decoder_sparse_step: 3 })).toEqual([]);
  });

  test("mlp_only_layers at the front are dense layers, elsewhere they are counted and noted", () => {
    expect(model({ ...qwen, mlp_only_layers: [0, 1] }).moe).toMatchObject({ denseLayers: 2, every: 1 });
    expect(model({ ...qwen, mlp_only_layers: [3, 7] }).moe).toMatchObject({ denseLayers: 2, every: 1 });
    expect(codes({ ...qwen, mlp_only_layers: [3, 7] })).toEqual(["hf-moe-layers"]);
    const none = { ...qwen, mlp_only_layers: Array.from({ length: 12 }, (_, index) => index) };
    expect(model(none).moe).toBeNull();
  });

  test("deepseek: null q_lora_rank means no bottleneck, an absent one the class's 1536", () => {
    const config = { model_type: "deepseek_v3", n_routed_experts: 8, num_experts_per_tok: 2 };
    expect(model({ ...config, q_lora_rank: null }).mla?.queryRank).toBeNull();
    expect(model(config).mla?.queryRank).toBe(1536);
    expect(model({ ...config, first_k_dense_replace: 2 }).moe).toMatchObject({ denseLayers: 2, every: 1 });
  });

  test("gpt_oss: biases of routers and sinks are extra parameters", () => {
    const config = { model_type: "gpt_oss", num_local_experts: 8, num_experts_per_tok: 2 };
    expect(model(config).extraParameters).toEqual({ routerBias: 12 * 8, sinks: 12 * 4 });
  });
});

describe("what a config says beside its sizes", () => {
  test("contextLength is the trained one, before an extension of rope", () => {
    const rope_scaling = { rope_type: "llama3", original_max_position_embeddings: 8192 };
    const llama = { model_type: "llama", max_position_embeddings: 131072 };
    expect(read(llama).contextLength).toBe(131072);
    expect(read({ ...llama, rope_scaling }).contextLength).toBe(8192);
    expect(read({ model_type: "llama" })).not.toHaveProperty("contextLength");
  });

  test("class defaults that were used are listed in one note", () => {
    const notes = read({ model_type: "llama" }).notes;
    expect(notes).toMatchObject([{ code: "hf-defaults", severity: "info", path: "model.hf" }]);
    expect(notes[0]?.message).toContain("tie_word_embeddings = false");
  });

  test("quantization is ignored with a warning", () => {
    expect(codes({ model_type: "llama", quantization_config: { bits: 4 } })).toEqual([
      "hf-quantization-ignored",
    ]);
  });

  test("an activation without a kind of its own is noted", () => {
    expect(codes({ model_type: "llama", hidden_act: "relu" })).toEqual(["hf-activation"]);
    expect(model({ model_type: "llama", hidden_act: "gelu" }).ffnKind).toBe("geglu");
    expect(model({ model_type: "arcee" }).ffnKind).toBe("relu2");
  });

  test("older key names are read", () => {
    const old = { model_type: "bloom", n_embed: 64, n_layer: 3, num_attention_heads: 4, vocab_size: 100 };
    expect(importHuggingFace(old).model).toMatchObject({ layers: 3, width: 64, heads: 4, ffn: 256 });
    const falcon = { ...old, model_type: "falcon", hidden_size: 64, n_head: 4, n_head_kv: 2 };
    expect(importHuggingFace({ ...falcon, new_decoder_architecture: true }).model.kvHeads).toBe(2);
  });

  test("gemma3 and its like: the text model alone, with a warning, tied as the outer config says", () => {
    const gemma = { model_type: "gemma3", text_config: { ...sizes, model_type: "gemma3_text" } };
    const { model: text, notes } = importHuggingFace({ ...gemma, tie_word_embeddings: false });
    expect(notes[0]).toMatchObject({ code: "hf-text-only", severity: "warning" });
    expect(text).toMatchObject({ layers: 12, qkNorm: true, tiedEmbeddings: false });
    expect(importHuggingFace(gemma).model.tiedEmbeddings).toBe(true);
  });

  // google/gemma-3-4b-pt/config.json says no more than this of its text model
  test("gemma-3-4b's config leaves most of its text model to the class", () => {
    const text_config = {
      model_type: "gemma3_text",
      hidden_size: 2560,
      intermediate_size: 10240,
      num_hidden_layers: 34,
      sliding_window: 1024,
    };
    const { model: text } = importHuggingFace({ model_type: "gemma3", text_config, vision_config: {} });
    expect(countParameters(resolveModel(text).model).total).toBe(3_880_263_168);
  });

  test("an unknown family with the standard keys is read like Llama, with a warning", () => {
    const config = { model_type: "brandnew" };
    expect(codes(config)).toEqual(["hf-unknown-model-type"]);
    expect(model(config)).toEqual(model({ model_type: "llama" }));
  });

  test("an unknown family's experts and latent attention are read by their usual keys", () => {
    const experts = { n_routed_experts: 8, num_experts_per_tok: 2, moe_intermediate_size: 32 };
    const latent = { kv_lora_rank: 16, qk_nope_head_dim: 8, qk_rope_head_dim: 4, v_head_dim: 8 };
    const read = model({ model_type: "brandnew", ...experts, first_k_dense_replace: 1, ...latent });
    expect(read.moe).toMatchObject({ experts: 8, active: 2, ffn: 32, denseLayers: 1 });
    expect(read).toMatchObject({ headDim: 12, mla: { kvRank: 16, queryRank: null } });
  });
});
