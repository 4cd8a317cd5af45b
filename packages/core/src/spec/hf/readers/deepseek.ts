import type { ModelInput } from "../../model.ts";
import type { Config } from "../config.ts";
import { biases, llamaLike } from "../llama-like.ts";
import { afterDense, placeExperts } from "../moe-layers.ts";
import { slidingLayers, windowOn } from "../windows.ts";
import { readLlama } from "./llama.ts";

interface Defaults {
  readonly experts: number;
  readonly active: number;
  readonly shared: number;
  readonly ffn: number;
  readonly dense: number;
}

interface Latent {
  readonly kvRank: number;
  readonly queryRank: number;
  readonly nopeDim: number;
  readonly valueDim: number;
}

/** Experts after the first dense layers, with shared ones of the same size beside them. */
function deepseekMoe(config: Config, layers: number, defaults: Defaults): ModelInput["moe"] {
  const dense = config.wholeOr("first_k_dense_replace", defaults.dense);
  const step = config.countOr("moe_layer_freq", 1);
  const later = afterDense(dense);
  const types = config.list("mlp_layer_types");
  const ffn = config.countOr("moe_intermediate_size", defaults.ffn);
  const shared = config.wholeOr("n_shared_experts", defaults.shared);
  const experts = {
    experts: config.countOr("n_routed_experts", defaults.experts),
    active: config.countOr("num_experts_per_tok", defaults.active),
    shared,
    ffn,
    sharedFfn: shared * ffn,
  };
  const isMoe = (index: number) =>
    types === null ? later(index) && index % step === 0 : types[index] === "sparse";
  const placement = placeExperts(config, layers, isMoe);
  return placement === null ? null : { ...experts, ...placement };
}

const deepseekLatent = { kvRank: 512, queryRank: 1536, nopeDim: 128, valueDim: 128 };

/** DeepSeek-V2 and V3 and their kin: latent attention; a null q_lora_rank means queries without a bottleneck. */
function deepseek(defaults: Defaults, latent: Latent = deepseekLatent) {
  return (config: Config): ModelInput => {
    const { kvHeads: _, ...model } = llamaLike(config, { tied: false, kvHeads: "heads", headDim: "latent" });
    const nopeDim = config.countOr("qk_nope_head_dim", latent.nopeDim);
    const ropeDim = config.countOr("qk_rope_head_dim", 64);
    const bias = config.flag("attention_bias", false);
    return {
      ...model,
      kvHeads: model.heads,
      headDim: nopeDim + ropeDim,
      bias: biases(bias, bias),
      moe: deepseekMoe(config, model.layers, defaults),
      mla: {
        kvRank: config.countOr("kv_lora_rank", latent.kvRank),
        queryRank: config.isNull("q_lora_rank") ? null : config.countOr("q_lora_rank", latent.queryRank),
        nopeDim,
        ropeDim,
        valueDim: config.countOr("v_head_dim", latent.valueDim),
      },
    };
  };
}

/** DeepSeek MoE (2024): Llama's attention with DeepSeek's experts. */
function readDeepseekMoe(config: Config): ModelInput {
  const model = readLlama(config);
  const defaults = { experts: 64, active: 6, shared: 2, ffn: 1407, dense: 0 };
  return { ...model, moe: deepseekMoe(config, model.layers, defaults) };
}

/** dots.llm1: DeepSeek's experts on Llama's attention with query and key norms a head. */
function readDots(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 32 });
  const bias = config.flag("attention_bias", false);
  const from = config.wholeOr("max_window_layers", 62);
  const sliding = slidingLayers(config, model.layers, (index) => index >= from);
  return {
    ...model,
    bias: biases(bias, bias),
    qkNorm: true,
    attentionWindow: windowOn(config, sliding, 4096),
    moe: deepseekMoe(config, model.layers, { experts: 128, active: 6, shared: 0, ffn: 1408, dense: 0 }),
  };
}

const version2 = deepseek({ experts: 64, active: 6, shared: 2, ffn: 1407, dense: 0 });
const version3 = deepseek({ experts: 256, active: 8, shared: 1, ffn: 2048, dense: 3 });

/** Mistral 4 and GLM 4.7 Flash: DeepSeek-V3 in other sizes. */
const mistral4 = deepseek(
  { experts: 128, active: 4, shared: 1, ffn: 2048, dense: 0 },
  { kvRank: 256, queryRank: 1024, nopeDim: 64, valueDim: 128 },
);
const glm4Lite = deepseek(
  { experts: 64, active: 4, shared: 1, ffn: 1536, dense: 1 },
  { kvRank: 512, queryRank: 768, nopeDim: 192, valueDim: 256 },
);

export const deepseekReaders = {
  deepseek: readDeepseekMoe,
  deepseek_v2: version2,
  deepseek_v3: version3,
  kimi_k2: version3,
  mistral4,
  glm4_moe_lite: glm4Lite,
  dots1: readDots,
};
