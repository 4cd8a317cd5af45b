import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../errors/issue.ts";
import { countParameters } from "../../parameters/index.ts";
import { resolveModel } from "../resolve-model.ts";
import { huggingFaceModelTypes, importHuggingFace } from "./index.ts";

const llama = {
  model_type: "llama",
  hidden_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  vocab_size: 100,
  intermediate_size: 128,
};

function issuesOf(config: unknown) {
  try {
    importHuggingFace(config);
  } catch (error) {
    if (error instanceof UserError) return error.issues;
    throw error;
  }
  return [];
}

describe("importHuggingFace refuses by name", () => {
  test.each([
    ["t5", "an encoder-decoder"],
    ["bart", "an encoder-decoder"],
    ["whisper", "an encoder-decoder"],
    ["mamba", "a state-space or hybrid model"],
    ["jamba", "a state-space or hybrid model"],
    ["rwkv", "a state-space or hybrid model"],
    ["recurrent_gemma", "a state-space or hybrid model"],
    ["qwen3_next", "a state-space or hybrid model"],
    ["falcon_mamba", "a state-space or hybrid model"],
    ["zamba2", "a state-space or hybrid model"],
    ["some_new_mamba", "a state-space or hybrid model"],
    ["vit", "a vision or multimodal model"],
    ["qwen2_5_vl", "a vision or multimodal model"],
    ["brandnew_vl", "a vision or multimodal model"],
    ["wav2vec2", "an audio model"],
    ["albert", "a model whose layers share weights or differ in size"],
    ["deberta-v2", "a model with attention or experts of another kind"],
  ])("%s is %s", (model_type, kind) => {
    expect(issuesOf({ ...llama, model_type })).toMatchObject([
      {
        code: "hf_unsupported_model_type",
        path: "model.hf.model_type",
        message: `model_type "${model_type}" is ${kind}: not modelled`,
      },
    ]);
  });

  test("diffusion models, adapters, encoder-decoders and hybrid layers, whatever their model_type", () => {
    expect(issuesOf({ _class_name: "UNet2DConditionModel", _diffusers_version: "0.6" })).toMatchObject([
      { code: "hf_unsupported_model_type", path: "model.hf._class_name" },
    ]);
    expect(issuesOf({ peft_type: "LORA", r: 8 })).toMatchObject([
      { code: "hf_unsupported_adapter", path: "model.hf.peft_type" },
    ]);
    expect(issuesOf({ ...llama, is_encoder_decoder: true })).toMatchObject([
      { code: "hf_unsupported_model_type", path: "model.hf.is_encoder_decoder" },
    ]);
    const hybrid = ["full_attention", "linear_attention"];
    expect(
      issuesOf({
        ...llama,
        model_type: "gemma3_text",
        head_dim: 16,
        num_key_value_heads: 4,
        layer_types: hybrid,
      }),
    ).toMatchObject([{ code: "hf_unsupported_layer_type", path: "model.hf.layer_types" }]);
  });

  test("an unknown type without the standard keys names what is missing and the nearest type", () => {
    expect(issuesOf({ model_type: "lama", hidden_size: 8 })).toMatchObject([
      {
        code: "hf_unsupported_model_type",
        message:
          'model_type "lama" is not known, and the config has no num_hidden_layers, num_attention_heads, vocab_size, intermediate_size',
        hint: expect.stringContaining("llama"),
      },
    ]);
  });
});

describe("importHuggingFace does not take a mixture for a dense model", () => {
  test.each([
    ["moe_num_experts", 64],
    ["moe_num_experts", [64, 64]],
    ["num_moe_experts", 8],
  ])("an unknown type with %s %j is refused", (key, value) => {
    expect(issuesOf({ ...llama, model_type: "brandnew", [key]: value, moe_k: 6 })).toMatchObject([
      { code: "hf_unsupported_experts", path: `model.hf.${key}`, hint: expect.stringContaining("moe") },
    ]);
  });

  test("one expert, or none, is dense", () => {
    for (const value of [0, 1, null])
      expect(issuesOf({ ...llama, model_type: "brandnew", moe_num_experts: value })).toEqual([]);
  });
});

describe("importHuggingFace says what is wrong", () => {
  test("a missing size: one error that names it", () => {
    const { num_hidden_layers: _, ...config } = llama;
    expect(issuesOf(config)).toEqual([
      {
        code: "hf_key_missing",
        path: "model.hf.num_hidden_layers",
        message: "num_hidden_layers is missing from the config",
        hint: "add num_hidden_layers",
        severity: "error",
      },
    ]);
  });

  test("all wrong values are reported at once, each at its key", () => {
    const config = {
      ...llama,
      hidden_size: "64",
      vocab_size: -1,
      num_hidden_layers: 2.5,
      tie_word_embeddings: "no",
    };
    expect(issuesOf(config).map(({ code, path }) => [code, path])).toEqual([
      ["hf_key_type", "model.hf.hidden_size"],
      ["hf_key_type", "model.hf.num_hidden_layers"],
      ["hf_key_type", "model.hf.vocab_size"],
      ["hf_key_type", "model.hf.tie_word_embeddings"],
    ]);
    expect(issuesOf(config)[0]?.message).toBe('hidden_size ("64") must be a whole number from 1 to 1e9');
  });

  test("heads that do not divide, under the config's own keys", () => {
    expect(issuesOf({ ...llama, num_attention_heads: 5 })).toMatchObject([
      { code: "heads_not_divisor", path: "model.hf.num_attention_heads", hint: "nearest: 4, 8" },
    ]);
    expect(issuesOf({ ...llama, num_key_value_heads: 3 })).toMatchObject([
      { code: "kv_heads_not_divisor", path: "model.hf.num_key_value_heads", hint: "nearest: 2, 4" },
    ]);
  });

  test("what is not the object of a config.json", () => {
    for (const value of [null, undefined, 5, "llama", [], [llama], true]) {
      expect(issuesOf(value)).toMatchObject([{ code: "hf_not_an_object", path: "model.hf" }]);
    }
    expect(issuesOf({})).toMatchObject([{ code: "hf_key_missing", path: "model.hf.model_type" }]);
    expect(issuesOf({ model_type: 5 })).toMatchObject([{ code: "hf_key_type", path: "model.hf.model_type" }]);
  });

  test("layers that differ can only be so many", () => {
    const config = { ...llama, num_hidden_layers: 1e9, num_key_value_heads: 4, head_dim: 16 };
    for (const model_type of ["gemma2", "qwen3_moe", "deepseek_v3", "gpt_oss"]) {
      expect(issuesOf({ ...config, model_type })).toMatchObject([{ code: "hf_too_many_layers" }]);
    }
  });

  test("sizes whose product is no number of parameters", () => {
    const config = {
      ...llama,
      hidden_size: 1e9,
      num_hidden_layers: 1e9,
      head_dim: 1e9,
      intermediate_size: 1e9,
    };
    expect(issuesOf({ ...config, model_type: "apertus" })).toEqual([]);
    const { model } = importHuggingFace(config);
    expect(() => countParameters(resolveModel(model).model)).toThrow(UserError);
    expect(issuesOf({ ...config, model_type: "bert", max_position_embeddings: 5 })).toMatchObject([
      { code: "hf_out_of_range" },
    ]);
  });
});

const keys = [
  "hidden_size",
  "num_hidden_layers",
  "num_attention_heads",
  "num_key_value_heads",
  "head_dim",
  "vocab_size",
  "intermediate_size",
  "max_position_embeddings",
  "sliding_window",
  "layer_types",
  "attention_types",
  "mlp_only_layers",
  "moe_layers",
  "attn_config",
  "ffn_config",
  "text_config",
  "n_embd",
  "n_layer",
  "n_head",
  "n_positions",
  "d_model",
  "n_heads",
  "n_layers",
  "rope_scaling",
  "tie_word_embeddings",
  "hidden_act",
  "num_experts",
  "first_k_dense_replace",
  "sliding_window_pattern",
  "architectures",
  "moe_layer_end_index",
  "attn_type_list",
  "num_local_experts",
  "index_topk",
];

/** Throws nothing but a UserError; what it accepts can be resolved and counted, or is refused by a UserError too. */
function survives(config: unknown): void {
  try {
    countParameters(resolveModel(importHuggingFace(config).model).model);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    for (const { message, path } of error.issues) {
      expect(message).not.toBe("");
      expect(path).toMatch(/^model/);
    }
  }
}

describe("importHuggingFace never crashes", () => {
  test("on any value", () => {
    fc.assert(fc.property(fc.anything(), survives), { numRuns: 150 });
  });

  test("on any value under the keys of any family", () => {
    const value = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 64 }) },
      fc.constantFrom(0, -1, 1e9, 1e12, 0.5, null, "full_attention", true, [], {}),
      fc.anything({ maxDepth: 2 }),
    );
    const config = fc.record({
      model_type: fc.constantFrom(...huggingFaceModelTypes(), "brandnew", "gemma3"),
      rest: fc.dictionary(fc.constantFrom(...keys), value, { minKeys: 5, maxKeys: keys.length }),
    });
    fc.assert(
      fc.property(config, ({ model_type, rest }) => survives({ model_type, ...rest })),
      { numRuns: 400 },
    );
  });

  test("on names of object members", () => {
    for (const model_type of ["__proto__", "constructor", "toString", "hasOwnProperty", ""]) {
      survives({ model_type });
      survives({ ...llama, model_type });
      survives({ ...llama, hidden_act: model_type });
    }
  });
});
