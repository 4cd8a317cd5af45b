import type { ModelInput } from "../../model.ts";
import { ffnKind } from "../activation.ts";
import type { Config } from "../config.ts";
import { splitWidth } from "../heads.ts";
import { biases, layerNorms, plainBlocks } from "../llama-like.ts";

/** What GPT-2 and its kin share; `tied` is the class's default of tie_word_embeddings. */
function gpt(config: Config, tied: boolean) {
  const width = config.count(["n_embd", "hidden_size"]);
  const heads = config.count(["n_head", "num_attention_heads"]);
  if (config.flag("add_cross_attention", false)) {
    const message = "add_cross_attention (true) is not modelled: only decoders without an encoder are";
    config.reject("hf_unsupported_model_type", "add_cross_attention", message);
  }
  return {
    layers: config.count(["n_layer", "num_hidden_layers"]),
    width,
    heads,
    kvHeads: heads,
    headDim: splitWidth(config, width, heads, "n_head"),
    ffn: config.countOr("n_inner", 4 * width),
    ffnKind: ffnKind(config, { key: "activation_function", fallback: "gelu_new", gated: false }),
    vocab: config.count("vocab_size"),
    tiedEmbeddings: config.flag("tie_word_embeddings", tied),
    bias: biases(true, true, true),
    norm: "layernorm",
    norms: layerNorms,
    ...plainBlocks,
    positions: "learned",
    maxPositions: config.count(["n_positions", "max_position_embeddings", "n_ctx"]),
  } satisfies ModelInput;
}

/** GPT-2: learned positions, biases everywhere, one fused projection of queries, keys and values, tied head. */
function readGpt2(config: Config): ModelInput {
  return gpt(config, true);
}

/** GPT-BigCode (SantaCoder, StarCoder): GPT-2 with one key-value head. */
function readGptBigcode(config: Config): ModelInput {
  const model = gpt(config, true);
  return { ...model, kvHeads: config.flag("multi_query", true) ? 1 : model.heads };
}

/** GPT-J and CodeGen: rope, one norm for the parallel block, biases in the feed-forward and the head only. */
function readGptj(config: Config): ModelInput {
  return {
    ...gpt(config, false),
    bias: biases(false, false, true, true),
    norms: { ...layerNorms, perLayer: 1 },
    parallelBlock: true,
    positions: "rope",
  };
}

export const gpt2Readers = {
  gpt2: readGpt2,
  gpt_bigcode: readGptBigcode,
  gptj: readGptj,
  codegen: readGptj,
};
