import type { ModelInput } from "../../model.ts";
import { ffnKind } from "../activation.ts";
import { type Config, canSpellOut } from "../config.ts";
import { splitWidth } from "../heads.ts";
import { biases, layerNorms, llamaLike, plainBlocks } from "../llama-like.ts";
import { windowPattern } from "../windows.ts";

/** GPT-Neo: learned positions, no bias on queries, keys and values, every second layer local. */
function readGptNeo(config: Config): ModelInput {
  const width = config.count("hidden_size");
  const heads = config.count(["num_heads", "num_attention_heads"]);
  const layers = config.count(["num_layers", "num_hidden_layers"]);
  return {
    layers,
    width,
    heads,
    kvHeads: heads,
    headDim: splitWidth(config, width, heads, "num_heads"),
    ffn: config.countOr("intermediate_size", 4 * width),
    ffnKind: ffnKind(config, { key: "activation_function", fallback: "gelu_new", gated: false }),
    vocab: config.count("vocab_size"),
    tiedEmbeddings: config.flag("tie_word_embeddings", true),
    bias: biases(false, true, true),
    norm: "layernorm",
    norms: layerNorms,
    ...plainBlocks,
    positions: "learned",
    maxPositions: config.count("max_position_embeddings"),
    attentionWindow: windowPattern(config, localLayers(config, layers), config.countOr("window_size", 256)),
  };
}

/** `attention_types` is a list of [pattern, repeats], e.g. [[["global", "local"], 12]]; `attention_layers` is it spelt out. */
function localLayers(config: Config, layers: number): boolean[] {
  if (!canSpellOut(config, layers)) return [];
  const kinds = config.list("attention_layers") ?? spellOut(config.list("attention_types") ?? [], layers);
  if (kinds.length === layers && kinds.every((kind) => kind === "global" || kind === "local")) {
    return kinds.map((kind) => kind === "local");
  }
  config.note(
    "hf-window-pattern",
    "attention_types",
    "attention_types is not read: every layer counts as full",
  );
  return [];
}

function spellOut(types: readonly unknown[], layers: number): unknown[] {
  const kinds: unknown[] = [];
  for (const entry of types) {
    const [pattern, times] = Array.isArray(entry) ? entry : [];
    if (!Array.isArray(pattern) || pattern.length === 0 || !Number.isInteger(times)) return [];
    for (let nth = 0; nth < times && kinds.length < layers; nth++) kinds.push(...pattern.slice(0, layers));
  }
  return kinds;
}

/** GPT-NeoX (Pythia): rope, biases on every projection of a layer, two norms beside each other, untied head. */
function readGptNeox(config: Config): ModelInput {
  const traits = {
    tied: false,
    kvHeads: "heads",
    headDim: "split",
    activation: "gelu",
    gated: false,
  } as const;
  const model = llamaLike(config, traits);
  const attention = config.flag("attention_bias", true);
  return {
    ...model,
    bias: biases(attention, attention, true),
    norm: "layernorm",
    norms: layerNorms,
    parallelBlock: config.flag("use_parallel_residual", true),
  };
}

/** BioGPT: GPT-2's shape with two spare rows of positions. */
function readBioGpt(config: Config): ModelInput {
  const model = llamaLike(config, {
    tied: true,
    kvHeads: "heads",
    headDim: "split",
    activation: "gelu",
    gated: false,
  });
  return {
    ...model,
    bias: biases(true, true, true),
    norm: "layernorm",
    norms: layerNorms,
    positions: "learned",
    maxPositions: config.count("max_position_embeddings"),
    extraParameters: { positionOffset: 2 * model.width },
  };
}

export const gptNeoReaders = {
  gpt_neo: readGptNeo,
  gpt_neox: readGptNeox,
  biogpt: readBioGpt,
};
