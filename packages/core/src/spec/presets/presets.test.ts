import { describe, expect, test } from "vitest";
import { countParameters } from "../../parameters/index.ts";
import { modelSchema } from "../model.ts";
import { resolveModel } from "../resolve-model.ts";
import { findPreset, presets } from "./index.ts";

const found = (query: string) => {
  const result = findPreset(query);
  return result.found ? result.preset.id : result.choices;
};

describe("presets", () => {
  test("there are more than 150, under distinct kebab-case ids", () => {
    const ids = presets.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(150);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+([-.][a-z0-9]+)*$/);
  });

  test.each(presets.map((preset) => [preset.id, preset] as const))(
    "%s is a model, has a source, and a count that agrees with its status",
    (_, { model, source, status, parametersPublished, name }) => {
      expect(modelSchema().safeParse(model).success).toBe(true);
      const resolved = resolveModel(model);
      expect(resolved.notes).toEqual([]);
      const { total, active } = countParameters(resolved.model);
      expect(active).toBeLessThanOrEqual(total);
      expect(source.url).toMatch(/^https:\/\//);
      expect(source.title).not.toBe("");
      expect(name).not.toBe("");
      expect(status === "verified").toBe(parametersPublished !== undefined);
      if (parametersPublished !== undefined) expect(total).toBe(parametersPublished);
    },
  );

  test("an encoder attends both ways and predicts 15 % of its positions", () => {
    for (const { id, model } of presets) {
      const encoder = /bert/.test(id);
      expect([model.causal ?? true, model.logitShare ?? 1]).toEqual(encoder ? [false, 0.15] : [true, 1]);
    }
  });

  test("every preset but those with ALiBi says how many positions it has", () => {
    for (const { model } of presets) {
      if (model.positions !== "alibi") expect(model.maxPositions).toBeGreaterThan(0);
    }
  });
});

describe("findPreset", () => {
  test("every id finds itself, in any case and with other separators", () => {
    for (const { id } of presets) {
      expect(found(id)).toBe(id);
      expect(found(id.toUpperCase())).toBe(id);
      expect(found(id.replaceAll("-", "_"))).toBe(id);
    }
  });

  test.each([
    ["gpt2", "gpt2-124m"],
    ["GPT-2", "gpt2-124m"],
    ["gpt2-xl", "gpt2-xl-1.5b"],
    ["gpt3", "gpt3-175b"],
    ["openai-community/gpt2-medium", "gpt2-medium-355m"],
    ["meta-llama/Meta-Llama-3-8B-Instruct", "llama-3-8b"],
    ["meta-llama-3.1-8b", "llama-3.1-8b"],
    ["Llama-3.1-70B-Instruct", "llama-3.1-70b"],
    ["llama2-7b-chat-hf", "llama-2-7b"],
    ["llama3-8b", "llama-3-8b"],
    ["mistralai/Mistral-7B-v0.1", "mistral-7b"],
    ["EleutherAI/pythia-160m-deduped", "pythia-160m"],
    ["bigscience/bloom-7b1", "bloom-7.1b"],
    ["Qwen/Qwen2.5-7B-Instruct", "qwen2.5-7b"],
    ["bert-base-uncased", "bert-base"],
    ["microsoft/phi-1_5", "phi-1.5"],
  ])("findPreset(%s) is %s", (query, id) => {
    expect(found(query)).toBe(id);
  });

  test("what is not there has the nearest ids as choices, never a guess", () => {
    expect(found("llama-3-9b")).toContain("llama-3-8b");
    expect(found("qwen3-7b")).toContain("qwen3-8b");
    expect(found("starcoder2-15b")).toContain("starcoder2-3b");
    expect(found("gpt2-124")).toContain("gpt2-124m");
  });

  test("nonsense and names of object members find nothing", () => {
    for (const query of ["", "  ", "__proto__", "constructor", "/", "-", "x".repeat(5000)]) {
      expect(findPreset(query).found).toBe(false);
    }
  });
});
