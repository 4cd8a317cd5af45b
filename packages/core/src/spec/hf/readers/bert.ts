import type { ModelInput } from "../../model.ts";
import { ffnKind } from "../activation.ts";
import type { Config } from "../config.ts";
import { splitWidth } from "../heads.ts";
import { biases, layerNorms, llamaLike } from "../llama-like.ts";

/** Share of tokens BERT masks and predicts (Devlin et al. 2019, section 3.1). */
const maskedShare = 0.15;

/** The masked-LM head before the tied matrix: a square matrix with a bias, and a LayerNorm. */
function headTransform(width: number): number {
  return width * width + width + 2 * width;
}

const encoder = {
  bias: biases(true, true, true, true),
  norm: "layernorm",
  norms: { ...layerNorms, embedding: true, final: false },
  positions: "learned",
  causal: false,
  logitShare: maskedShare,
} as const;

/** BERT and RoBERTa as masked language models: post-norm, token types, a bias on the tied head. */
function readBert(config: Config): ModelInput {
  const traits = {
    tied: true,
    kvHeads: "heads",
    headDim: "split",
    activation: "gelu",
    gated: false,
  } as const;
  const model = llamaLike(config, traits);
  const decoder = config.flag("is_decoder", false);
  const types = config.countOr("type_vocab_size", 2);
  return {
    ...model,
    ...encoder,
    causal: decoder,
    logitShare: decoder ? 1 : maskedShare,
    maxPositions: config.count("max_position_embeddings"),
    extraParameters: {
      tokenTypes: types * model.width,
      headTransform: headTransform(model.width),
    },
  };
}

/** DistilBERT: BERT without token types, under its own key names. */
function readDistilbert(config: Config): ModelInput {
  const width = config.count(["dim", "hidden_size"]);
  const heads = config.count(["n_heads", "num_attention_heads"]);
  return {
    layers: config.count(["n_layers", "num_hidden_layers"]),
    width,
    heads,
    kvHeads: heads,
    headDim: splitWidth(config, width, heads, "n_heads"),
    ffn: config.count("hidden_dim"),
    ffnKind: ffnKind(config, { key: "activation", fallback: "gelu", gated: false }),
    vocab: config.count("vocab_size"),
    tiedEmbeddings: config.flag("tie_word_embeddings", true),
    ...encoder,
    qkNorm: false,
    parallelBlock: false,
    maxPositions: config.count("max_position_embeddings"),
    attentionWindow: null,
    moe: null,
    mla: null,
    extraParameters: { headTransform: headTransform(width) },
  };
}

export const bertReaders = {
  bert: readBert,
  roberta: readBert,
  camembert: readBert,
  "xlm-roberta": readBert,
  distilbert: readDistilbert,
};
