import type { ModelInput } from "../../model.ts";
import { ffnKind } from "../activation.ts";
import type { Config } from "../config.ts";
import { splitWidth } from "../heads.ts";
import { biases, layerNorms, plainBlocks, readPositions } from "../llama-like.ts";

/** What BLOOM, Falcon and MPT share: multi-head LayerNorm decoders with a tied head and a feed-forward of 4 width. */
function base(config: Config, names: { width: string[]; heads: string[]; layers: string[] }) {
  const width = config.count(names.width);
  const heads = config.count(names.heads);
  return {
    layers: config.count(names.layers),
    width,
    heads,
    kvHeads: heads,
    headDim: splitWidth(config, width, heads, names.heads[0] ?? ""),
    ffn: 4 * width,
    ffnKind: "gelu",
    vocab: config.count("vocab_size"),
    tiedEmbeddings: config.flag("tie_word_embeddings", true),
    bias: biases(false, false),
    norm: "layernorm",
    norms: layerNorms,
    ...plainBlocks,
    positions: "alibi",
    maxPositions: readPositions(config, ["max_position_embeddings", "max_seq_len", "seq_length"]),
  } satisfies ModelInput;
}

/** BLOOM: ALiBi, biases everywhere, a norm right after the embedding. */
function readBloom(config: Config): ModelInput {
  const model = base(config, {
    width: ["hidden_size", "n_embed", "n_embd"],
    heads: ["n_head", "num_attention_heads"],
    layers: ["n_layer", "num_hidden_layers"],
  });
  return { ...model, bias: biases(true, true, true), norms: { ...layerNorms, embedding: true } };
}

/** Falcon: one key-value head (7B), groups of them (40B: `new_decoder_architecture`) or all (RW: ALiBi, biases). */
function readFalcon(config: Config): ModelInput {
  const model = base(config, {
    width: ["hidden_size", "n_embed"],
    heads: ["num_attention_heads", "n_head"],
    layers: ["num_hidden_layers", "n_layer"],
  });
  const grouped = config.flag("new_decoder_architecture", false);
  const multiQuery = config.flag("multi_query", true);
  const groups = config.countOr(["num_kv_heads", "n_head_kv"], model.heads);
  const parallel = config.flag("parallel_attn", true);
  const norms = config.countOr("num_ln_in_parallel_attn", grouped ? 2 : 1);
  const bias = config.flag("bias", false);
  return {
    ...model,
    kvHeads: grouped ? groups : multiQuery ? 1 : model.heads,
    ffn: config.countOr("ffn_hidden_size", 4 * model.width),
    ffnKind: ffnKind(config, { key: "activation", fallback: "gelu", gated: false }),
    bias: biases(bias, bias, bias),
    norms: { ...layerNorms, perLayer: parallel && norms !== 2 ? 1 : 2 },
    parallelBlock: parallel,
    positions: config.flag("alibi", false) ? "alibi" : "rope",
    maxPositions: config.countOr("max_position_embeddings", 2048),
  };
}

/** MPT: no biases at all, not even in its LayerNorms; keys and values may be grouped by `attn_config.kv_n_heads`. */
function readMpt(config: Config): ModelInput {
  const model = base(config, {
    width: ["d_model", "hidden_size"],
    heads: ["n_heads", "num_attention_heads"],
    layers: ["n_layers", "num_hidden_layers"],
  });
  if (config.countOr("expansion_ratio", 4) !== 4) {
    const message = "expansion_ratio is ignored, as in transformers: the feed-forward is 4 width";
    config.note("hf-expansion-ratio", "expansion_ratio", message, "warning");
  }
  const attention = config.child("attn_config");
  if (attention?.flag("alibi", true) === false) {
    const message = "attn_config.alibi (false): positions are taken as rope, which has no parameters";
    config.note("hf-positions", "attn_config", message, "warning");
  }
  return {
    ...model,
    norms: { ...layerNorms, bias: false },
    positions: attention?.flag("alibi", true) === false ? "rope" : "alibi",
  };
}

export const alibiReaders = { bloom: readBloom, falcon: readFalcon, mpt: readMpt };
