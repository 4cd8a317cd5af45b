import type { ModelInput } from "../../model.ts";
import { ffnKind } from "../activation.ts";
import type { Config } from "../config.ts";
import { splitWidth } from "../heads.ts";
import { biases, plainBlocks } from "../llama-like.ts";

/** OPT: learned positions with two spare rows; the 350M model is post-norm and projects a narrower embedding. */
function readOpt(config: Config): ModelInput {
  const width = config.count("hidden_size");
  const heads = config.count("num_attention_heads");
  const vocab = config.count("vocab_size");
  const tied = config.flag("tie_word_embeddings", true);
  const bias = config.flag("enable_bias", true);
  const affine = config.flag("layer_norm_elementwise_affine", true);
  const before = config.flag("do_layer_norm_before", true);
  const embeddingWidth = config.countOr("word_embed_proj_dim", width);
  return {
    layers: config.count("num_hidden_layers"),
    width,
    heads,
    kvHeads: heads,
    headDim: splitWidth(config, width, heads, "num_attention_heads"),
    ffn: config.count("ffn_dim"),
    ffnKind: ffnKind(config, { key: "activation_function", fallback: "relu", gated: false }),
    vocab,
    tiedEmbeddings: tied,
    bias: biases(bias, bias, bias),
    norm: "layernorm",
    norms: {
      perLayer: 2,
      affine,
      bias: affine,
      embedding: false,
      final: before && !config.flag("_remove_final_layer_norm", false),
    },
    ...plainBlocks,
    positions: "learned",
    maxPositions: config.count("max_position_embeddings"),
    extraParameters: {
      positionOffset: 2 * width,
      ...narrowEmbedding({ width, vocab, tied, embeddingWidth }),
    },
  };
}

/** The embedding (and an untied head) is narrower than counted, and two matrices lead from it and to it. */
function narrowEmbedding({
  width,
  vocab,
  tied,
  embeddingWidth,
}: {
  width: number;
  vocab: number;
  tied: boolean;
  embeddingWidth: number;
}): Record<string, number> {
  if (embeddingWidth === width) return {};
  return {
    narrowEmbedding: (tied ? 1 : 2) * vocab * (embeddingWidth - width),
    embeddingProjections: 2 * embeddingWidth * width,
  };
}

export const optReaders = { opt: readOpt };
