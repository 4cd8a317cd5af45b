import type { ModelInput } from "../../model.ts";
import type { Config } from "../config.ts";
import { biases, llamaLike } from "../llama-like.ts";
import { placeExperts } from "../moe-layers.ts";
import { slidingLayers, windowPattern } from "../windows.ts";

/** With use_sliding_window, layers from max_window_layers on slide. */
function qwenWindow(config: Config, layers: number): ModelInput["attentionWindow"] {
  if (!config.flag("use_sliding_window", false) || config.isNull("sliding_window")) return null;
  const from = config.wholeOr("max_window_layers", 28);
  const sliding = slidingLayers(config, layers, (index) => index >= from);
  return windowPattern(config, sliding, config.countOr("sliding_window", 4096));
}

/** Qwen 1.5, 2 and 2.5: biases on queries, keys and values only. */
function readQwen2(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 32 });
  return { ...model, bias: biases(true, false), attentionWindow: qwenWindow(config, model.layers) };
}

/** Qwen 3: query and key norms a head, no bias, heads of 128 whatever the width. */
function readQwen3(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 32, headDim: 128 });
  const bias = config.flag("attention_bias", false);
  const attentionWindow = qwenWindow(config, model.layers);
  return { ...model, bias: biases(bias, bias), qkNorm: true, attentionWindow };
}

/** Every decoder_sparse_step-th layer has experts, unless mlp_only_layers names it. */
function qwenPlacement(config: Config, layers: number) {
  const step = config.countOr("decoder_sparse_step", 1);
  const dense = new Set(config.list("mlp_only_layers") ?? []);
  return placeExperts(config, layers, (index) => !dense.has(index) && (index + 1) % step === 0);
}

/** Qwen 1.5 and 2 MoE: one shared expert with a gate of its own. */
function readQwen2Moe(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 16, headDim: "split" });
  const qkv = config.flag("qkv_bias", true);
  const attentionWindow = qwenWindow(config, model.layers);
  const placement = qwenPlacement(config, model.layers);
  const experts = {
    experts: config.countOr("num_experts", 60),
    active: config.countOr("num_experts_per_tok", 4),
    shared: 1,
    ffn: config.countOr("moe_intermediate_size", 1408),
    sharedFfn: config.countOr("shared_expert_intermediate_size", 5632),
  };
  const moeLayers =
    placement === null ? 0 : Math.floor((model.layers - placement.denseLayers) / placement.every);
  return {
    ...model,
    bias: biases(qkv, false),
    attentionWindow,
    moe: placement === null ? null : { ...experts, ...placement },
    extraParameters: { sharedExpertGates: moeLayers * model.width },
  };
}

/** Qwen 3 MoE: Qwen 3 with experts and none shared. */
function qwen3Moe(defaults: { kvHeads: number; experts: number; active: number; ffn: number }) {
  return (config: Config): ModelInput => {
    const model = llamaLike(config, { tied: false, kvHeads: defaults.kvHeads });
    const bias = config.flag("attention_bias", false);
    const attentionWindow = qwenWindow(config, model.layers);
    const placement = qwenPlacement(config, model.layers);
    const experts = {
      experts: config.countOr(["num_experts", "num_local_experts"], defaults.experts),
      active: config.countOr("num_experts_per_tok", defaults.active),
      shared: 0,
      ffn: config.countOr("moe_intermediate_size", defaults.ffn),
      sharedFfn: 0,
    };
    const moe = placement === null ? null : { ...experts, ...placement };
    return { ...model, bias: biases(bias, bias), qkNorm: true, attentionWindow, moe };
  };
}

export const qwenReaders = {
  qwen2: readQwen2,
  qwen3: readQwen3,
  qwen2_moe: readQwen2Moe,
  qwen3_moe: qwen3Moe({ kvHeads: 4, experts: 128, active: 8, ffn: 768 }),
  qwen3_vl_text: readQwen3,
  qwen3_vl_moe_text: qwen3Moe({ kvHeads: 16, experts: 60, active: 4, ffn: 1408 }),
};
