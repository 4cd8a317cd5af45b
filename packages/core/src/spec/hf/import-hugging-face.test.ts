import { describe, expect, test } from "vitest";
import { countParameters, tensorCount } from "../../parameters/index.ts";
import { findPreset } from "../presets/index.ts";
import { resolveModel } from "../resolve-model.ts";
import released from "./fixtures/released-models.json" with { type: "json" };
import tiny from "./fixtures/tiny-models.json" with { type: "json" };
import { huggingFaceModelTypes, importHuggingFace } from "./index.ts";

const resolved = (config: unknown) => resolveModel(importHuggingFace(config).model);
const total = (config: unknown) => countParameters(resolved(config).model).total;

describe("importHuggingFace counts what transformers counts", () => {
  test.each(tiny.map(({ config, parameters }, row) => [config.model_type, row, parameters, config] as const))(
    "a small %s (row %i) has %i parameters",
    (_, __, parameters, config) => {
      expect(total(config)).toBe(parameters);
    },
  );

  test.each(
    released.flatMap(({ preset, config, parameters }) =>
      parameters === null ? [] : [[preset, parameters, config] as const],
    ),
  )("the config of %s has %i parameters", (_, parameters, config) => {
    expect(total(config)).toBe(parameters);
  });

  test.each(released.map(({ preset, config }) => [preset, config] as const))(
    "the config of %s gives the preset's model",
    (id, config) => {
      const found = findPreset(id);
      if (!found.found) throw new Error(`no preset ${id}`);
      const imported = resolved(config).model;
      const preset = resolveModel(found.preset.model).model;
      expect(countParameters(imported)).toEqual(countParameters(preset));
      expect(tensorCount(imported)).toBe(tensorCount(preset));
      expect({ ...imported, extraParameters: {} }).toEqual({ ...preset, extraParameters: {} });
    },
  );

  test("nothing of an imported model is left to assume", () => {
    for (const { config } of [...tiny, ...released]) expect(resolved(config).assumed).toEqual([]);
  });

  // Not in transformers: counted in the code of the models' own repositories, like Llama's blocks
  test("families outside transformers are Llama's blocks", () => {
    const keys = { hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 32, vocab_size: 64000 };
    const baichuan = { ...keys, model_type: "baichuan", intermediate_size: 11008 };
    const internlm = { ...baichuan, model_type: "internlm2", num_key_value_heads: 32, bias: false };
    expect(total({ ...baichuan, max_position_embeddings: 4096 })).toBe(7_000_559_616);
    expect(total(internlm)).toBe(7_000_559_616);
    expect(resolved({ ...baichuan, model_max_length: 4096 }).model).toMatchObject({
      positions: "alibi",
      maxPositions: 4096,
    });
    const { num_hidden_layers: num_layers, ...rest } = internlm;
    const exaone = { ...rest, model_type: "exaone", num_layers, activation_function: "silu" };
    expect(total(exaone)).toBe(7_000_559_616);
  });

  test("every family that transformers has is in the fixture", () => {
    const outside = [
      "deepseek",
      "kimi_k2",
      "internlm2",
      "baichuan",
      "exaone",
      "camembert",
      "bailing_moe",
      "bailing_moe_v2",
    ];
    const types = (config: { model_type?: string; text_config?: object }): (string | undefined)[] => [
      config.model_type,
      ...("text_config" in config ? types(config.text_config) : []),
    ];
    const tested = new Set([...outside, ...tiny.flatMap(({ config }) => types(config))]);
    expect(huggingFaceModelTypes().filter((type) => !tested.has(type))).toEqual([]);
  });
});
