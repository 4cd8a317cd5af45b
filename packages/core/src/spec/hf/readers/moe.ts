import type { ModelInput } from "../../model.ts";
import { ffnKind } from "../activation.ts";
import { type Config, openConfig } from "../config.ts";
import { readKvHeads, splitWidth } from "../heads.ts";
import { biases, llamaLike, plainBlocks, readPositions, rmsNorms } from "../llama-like.ts";
import { placeExperts } from "../moe-layers.ts";
import { slidingLayers, windowOn, windowOnAll, windowPattern } from "../windows.ts";

const everyLayer = { denseLayers: 0, every: 1 };
const noneShared = { shared: 0, sharedFfn: 0 };

/** Mixtral: Mistral with experts of intermediate_size in every layer. */
function readMixtral(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 8 });
  const experts = config.countOr("num_local_experts", 8);
  const active = config.countOr("num_experts_per_tok", 2);
  return {
    ...model,
    attentionWindow: windowOnAll(config, null),
    moe: { experts, active, ffn: model.ffn, ...noneShared, ...everyLayer },
  };
}

/** Granite MoE: Llama with experts in every layer; its shared form has one shared expert when its size is not 0. */
function readGraniteMoe(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, headDim: "split" });
  const bias = config.flag("attention_bias", false);
  const sharedFfn = config.wholeOr("shared_intermediate_size", 0);
  return {
    ...model,
    bias: biases(bias, bias),
    moe: {
      experts: config.countOr("num_local_experts", 8),
      active: config.countOr("num_experts_per_tok", 2),
      shared: sharedFfn > 0 ? 1 : 0,
      ffn: model.ffn,
      sharedFfn,
      ...everyLayer,
    },
  };
}

/** gpt-oss: biases on experts, router and attention, one sink a head, every second layer full. */
function readGptOss(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 8, headDim: 64 });
  const bias = config.flag("attention_bias", true);
  const experts = config.countOr(["num_local_experts", "num_experts"], 128);
  const active = config.countOr(["num_experts_per_tok", "experts_per_token"], 4);
  const sliding = slidingLayers(config, model.layers, (index) => index % 2 === 0);
  return {
    ...model,
    bias: biases(bias, bias, true),
    attentionWindow: windowOn(config, sliding, 128),
    moe: { experts, active, ffn: model.ffn, ...noneShared, ...everyLayer },
    extraParameters: { routerBias: model.layers * experts, sinks: model.layers * model.heads },
  };
}

/** DBRX: LayerNorm without a bias, all sizes of attention and experts in nested configs. */
function readDbrx(config: Config): ModelInput {
  const empty = openConfig({}, config.path, config.findings);
  const attention = config.child("attn_config") ?? empty;
  const feedForward = config.child("ffn_config") ?? empty;
  const width = config.count("d_model");
  const heads = config.count("n_heads");
  const act = feedForward.child("ffn_act_fn") ?? empty;
  const ffn = feedForward.countOr("ffn_hidden_size", 3584);
  return {
    layers: config.count("n_layers"),
    width,
    heads,
    kvHeads: readKvHeads(attention, heads, 1, "kv_n_heads"),
    headDim: splitWidth(config, width, heads, "n_heads"),
    ffn,
    ffnKind: ffnKind(act, { key: "name", fallback: "silu", gated: true }),
    vocab: config.count("vocab_size"),
    tiedEmbeddings: config.flag("tie_word_embeddings", false),
    bias: biases(false, false),
    norm: "layernorm",
    norms: rmsNorms,
    ...plainBlocks,
    maxPositions: readPositions(config, "max_seq_len"),
    moe: {
      experts: feedForward.countOr("moe_num_experts", 4),
      active: feedForward.countOr("moe_top_k", 1),
      ffn,
      ...noneShared,
      ...everyLayer,
    },
  };
}

/** Llama 4 text: every interleave_moe_layer_step-th layer has experts and one shared expert of the same size. */
function readLlama4(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 8, headDim: 128 });
  const bias = config.flag("attention_bias", false);
  const step = config.countOr("interleave_moe_layer_step", 1);
  const named = config.list("moe_layers");
  const listed = named === null ? null : new Set(named);
  const isMoe = (index: number) => (listed === null ? (index + 1) % step === 0 : listed.has(index));
  const placement = placeExperts(config, model.layers, isMoe);
  const experts = {
    experts: config.countOr("num_local_experts", 16),
    active: config.countOr("num_experts_per_tok", 1),
    shared: 1,
    ffn: model.ffn,
    sharedFfn: model.ffn,
  };
  const chunked = slidingLayers(config, model.layers, (index) => (index + 1) % 4 !== 0);
  return {
    ...model,
    ffn: config.countOr("intermediate_size_mlp", 16384),
    bias: biases(bias, bias),
    attentionWindow: windowPattern(config, chunked, config.countOr("attention_chunk_size", 8192)),
    moe: placement === null ? null : { ...experts, ...placement },
  };
}

/** MiniMax M2: query and key norms over all heads together, experts of intermediate_size in every layer. */
function readMinimaxM2(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 8, headDim: 128 });
  if (config.list("attn_type_list")?.some((type) => type !== 1)) {
    const message = "attn_type_list has other layers than 1: only full attention is modelled";
    config.reject("hf_unsupported_layer_type", "attn_type_list", message);
  }
  const experts = config.countOr(["num_local_experts", "num_experts"], 256);
  const active = config.countOr("num_experts_per_tok", 8);
  return {
    ...model,
    qkNorm: "full",
    moe: { experts, active, ffn: model.ffn, ...noneShared, ...everyLayer },
  };
}

/** Granite 4 without Mamba layers: Granite MoE, or a dense model of the shared expert's size when it has no experts. */
function readGraniteHybrid(config: Config): ModelInput {
  const kinds = config.list("layer_types") ?? config.list("layers_block_type") ?? ["mamba"];
  if (kinds.some((kind) => kind !== "attention" && kind !== "full_attention")) {
    const message = "layer_types has Mamba layers, as by default: only layers of attention are modelled";
    config.reject("hf_unsupported_layer_type", "layer_types", message);
  }
  const sharedFfn = config.countOr("shared_intermediate_size", 1024);
  const model = llamaLike(config, { tied: false });
  const bias = config.flag("attention_bias", false);
  const rope = config.raw("position_embedding_type") === "rope";
  const experts = config.wholeOr("num_local_experts", 8);
  const active = experts === 0 ? 0 : config.countOr("num_experts_per_tok", 2);
  const moe = { experts, active, shared: 1, ffn: model.ffn, sharedFfn, ...everyLayer };
  return {
    ...model,
    bias: biases(bias, bias),
    ffn: experts === 0 ? sharedFfn : model.ffn,
    positions: rope ? "rope" : "none",
    moe: experts === 0 ? null : moe,
  };
}

export const moeReaders = {
  mixtral: readMixtral,
  granitemoe: readGraniteMoe,
  granitemoeshared: readGraniteMoe,
  gpt_oss: readGptOss,
  dbrx: readDbrx,
  llama4_text: readLlama4,
  minimax_m2: readMinimaxM2,
  granitemoehybrid: readGraniteHybrid,
};
