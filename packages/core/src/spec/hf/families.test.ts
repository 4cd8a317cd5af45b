import { describe, expect, test } from "vitest";
import { UserError } from "../../errors/issue.ts";
import { countParameters } from "../../parameters/index.ts";
import { resolveModel } from "../resolve-model.ts";
import families from "./fixtures/family-models.json" with { type: "json" };
import { importHuggingFace } from "./index.ts";

const model = (config: unknown) => resolveModel(importHuggingFace(config).model).model;
const total = (config: unknown) => countParameters(model(config)).total;
const notes = (config: unknown) => importHuggingFace(config).notes.map(({ code }) => code);

function named(name: string) {
  const family = families.find((entry) => entry.name === name);
  if (family === undefined) throw new Error(`no family ${name}`);
  return family.config;
}

function refusal(config: unknown) {
  try {
    importHuggingFace(config);
  } catch (error) {
    if (error instanceof UserError) return error.issues;
    throw error;
  }
  return [];
}

const sizes = {
  hidden_size: 64,
  num_hidden_layers: 4,
  num_attention_heads: 4,
  vocab_size: 100,
  intermediate_size: 128,
};

describe("the config of a released model has the parameters of its checkpoint", () => {
  // Recorded from transformers; of a multimodal model, the language model
  test.each(
    families.flatMap(({ name, config, parameters }) =>
      parameters === null ? [] : [[name, parameters, config] as const],
    ),
  )("%s has %i", (_, parameters, config) => {
    expect(total(config)).toBe(parameters);
  });

  // Totals of the safetensors of MiniMaxAI/MiniMax-M2, moonshotai/Kimi-K2-Instruct (the language model of K2.5),
  // inclusionAI/Ling-mini-2.0 and ibm-granite/granite-4.0-350m; files hold the routers' buffers, one number an expert
  test("it is the published total without the routers' buffers", () => {
    expect(total(named("MiniMax M2"))).toBe(228_689_764_864 - 62 * 256);
    expect(total(named("Kimi K2.5"))).toBe(1_026_408_232_448 - 60 * 384);
    expect(total(named("Ling Mini 2.0"))).toBe(16_255_643_392 - 19 * 256);
    expect(total(named("Granite 4.0 350M"))).toBe(352_379_904);
  });

  // Counted tensor by tensor in the modelling code of the models' own repositories
  test("Ling is counted by hand: version 1 has neither query and key norms nor dense layers", () => {
    const attention = 2048 * (16 + 2 * 4) * 128 + 16 * 128 * 2048;
    const ends = (vocab: number) => 2 * vocab * 2048 + 2048;
    const lite = attention + 2 * 2048 + 64 * 2048 + (64 + 2) * 3 * 2048 * 1408;
    expect(total(named("Ling Lite 1.5"))).toBe(ends(126464) + 28 * lite);
    const shared = attention + 2 * 128 + 2 * 2048;
    const sparse = 256 * 2048 + (256 + 1) * 3 * 2048 * 512;
    const mini = 20 * shared + 3 * 2048 * 5120 + 19 * sparse;
    expect(total(named("Ling Mini 2.0"))).toBe(ends(157184) + mini);
    expect(total({ ...named("Ling Mini 2.0"), model_type: "bailing_moe_v2" })).toBe(ends(157184) + mini);
  });

  test("what an absent key means for Ling depends on its version", () => {
    const experts = { num_experts: 4, num_experts_per_tok: 2, moe_intermediate_size: 16 };
    const first = model({ ...sizes, ...experts, model_type: "bailing_moe" });
    expect(first).toMatchObject({
      qkNorm: false,
      bias: { qkv: false, attentionOut: true },
      moe: { shared: 0 },
    });
    const second = model({ ...sizes, ...experts, model_type: "bailing_moe_v2" });
    expect(second).toMatchObject({ qkNorm: true, bias: { attentionOut: false }, moe: { denseLayers: 1 } });
  });
});

describe("what a new family cannot say is refused by name", () => {
  test("ERNIE 4.5 MoE with biases, MiniMax M2 with linear attention", () => {
    expect(
      refusal({ ...sizes, model_type: "ernie4_5_moe", num_key_value_heads: 4, use_bias: true }),
    ).toMatchObject([{ code: "hf_unsupported_bias", path: "model.hf.use_bias" }]);
    const mixed = {
      ...sizes,
      model_type: "minimax_m2",
      num_key_value_heads: 4,
      attn_type_list: [0, 1, 0, 1],
    };
    expect(refusal(mixed)).toMatchObject([
      { code: "hf_unsupported_layer_type", path: "model.hf.attn_type_list" },
    ]);
  });

  test("Granite 4 with Mamba layers, which an absent layer_types means", () => {
    const granite = { ...sizes, model_type: "granitemoehybrid" };
    for (const layer_types of [undefined, ["mamba", "attention", "mamba", "mamba"]]) {
      expect(refusal({ ...granite, layer_types })).toMatchObject([
        { code: "hf_unsupported_layer_type", path: "model.hf.layer_types" },
      ]);
    }
  });

  test("an indexer that picks the keys, on its own or inside a multimodal model", () => {
    const glm = { ...sizes, model_type: "glm_moe_dsa", index_topk: 2048 };
    const message =
      'model_type "glm_moe_dsa" is a model whose indexer picks the keys to attend to: not modelled';
    expect(refusal(glm)).toMatchObject([{ code: "hf_unsupported_model_type", message }]);
    expect(refusal({ model_type: "kimi_k25", text_config: glm })).toMatchObject([{ message }]);
  });
});

describe("an unknown family is not taken for Llama", () => {
  test.each([
    ["layer_types", ["full_attention", "linear_attention"]],
    ["layer_types", ["mamba"]],
    ["index_topk", 2048],
  ])("where %s is %j", (key, value) => {
    expect(refusal({ ...sizes, model_type: "brandnew", [key]: value })).toMatchObject([
      { code: "hf_unsupported_layer_type", path: `model.hf.${key}` },
    ]);
  });

  test("layers of full and sliding attention are read as before", () => {
    const layer_types = ["full_attention", "sliding_attention"];
    expect(refusal({ ...sizes, model_type: "brandnew", layer_types })).toEqual([]);
  });
});

describe("a multimodal model is its language model", () => {
  test("with a warning that its images are not counted", () => {
    for (const name of ["Ministral 3 3B", "Qwen3-VL 8B", "Qwen3-VL 30B A3B", "Kimi K2.5"]) {
      expect(notes(named(name))).toContain("hf-text-only");
    }
  });

  test("a text part that does not name its type is of its wrapper's", () => {
    const text_config = { ...sizes, head_dim: 16, num_key_value_heads: 4 };
    expect(model({ model_type: "qwen3_vl", text_config })).toMatchObject({ qkNorm: true });
    expect(model({ model_type: "qwen3_vl_moe", text_config }).moe).toMatchObject({ experts: 60, active: 4 });
    expect(model({ model_type: "kimi_k25", text_config }).mla).toMatchObject({ kvRank: 512 });
  });

  test("the head is tied as the wrapper says, as the text part says where it does not", () => {
    const tied = (outer: object, inner: object) =>
      model({ model_type: "mistral3", ...outer, text_config: { ...sizes, num_key_value_heads: 4, ...inner } })
        .tiedEmbeddings;
    expect(tied({ tie_word_embeddings: true }, { tie_word_embeddings: false })).toBe(true);
    expect(tied({ tie_word_embeddings: false }, { tie_word_embeddings: true })).toBe(false);
    expect(tied({}, { tie_word_embeddings: true })).toBe(true);
    expect(tied({}, {})).toBe(false);
  });

  test("what is ignored in its text part is said too", () => {
    const text_config = { ...named("Kimi K2.5").text_config, quantization_config: { quant_method: "x" } };
    expect(notes({ model_type: "kimi_k25", text_config })).toContain("hf-quantization-ignored");
  });
});

describe("layers for multi-token prediction", () => {
  test("are not counted, with a warning", () => {
    expect(notes(named("MiniMax M2"))).toEqual(["hf-mtp-ignored"]);
    expect(notes(named("Ling Mini 2.0"))).toEqual([]);
    expect(notes({ ...named("Ling Mini 2.0"), num_nextn_predict_layers: 1 })).toEqual(["hf-mtp-ignored"]);
  });
});
