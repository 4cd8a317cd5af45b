import type { ModelInput } from "../../model.ts";
import type { Config } from "../config.ts";
import { biases, llamaLike, rmsNorms } from "../llama-like.ts";
import { afterDense, placeExperts } from "../moe-layers.ts";
import { slidingLayers, windowOn } from "../windows.ts";

/** GLM: biases on queries, keys and values only. */
function readGlm(config: Config) {
  const model = llamaLike(config, { tied: false, kvHeads: 2, headDim: 128 });
  return { ...model, bias: biases(config.flag("attention_bias", true), false) };
}

/** GLM 4: GLM with norms before and after each block. */
function readGlm4(config: Config): ModelInput {
  return { ...readGlm(config), norms: { ...rmsNorms, perLayer: 4 } };
}

/** GLM 4.5: experts after the first dense layers, shared ones beside them. */
function readGlm4Moe(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 8 });
  const qkv = config.flag("attention_bias", false);
  const ffn = config.countOr("moe_intermediate_size", 1408);
  const shared = config.wholeOr("n_shared_experts", 1);
  const moe = {
    experts: config.countOr("n_routed_experts", 128),
    active: config.countOr("num_experts_per_tok", 8),
    shared,
    ffn,
    sharedFfn: shared * ffn,
  };
  const dense = config.wholeOr("first_k_dense_replace", 1);
  const placement = placeExperts(config, model.layers, afterDense(dense));
  return {
    ...model,
    bias: biases(qkv, false),
    qkNorm: config.flag("use_qk_norm", false),
    moe: placement === null ? null : { ...moe, ...placement },
  };
}

/** Helium: Llama whose output projection has no bias. */
function readHelium(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, headDim: 128 });
  return {
    ...model,
    bias: biases(config.flag("attention_bias", false), false, config.flag("mlp_bias", false)),
  };
}

/** EXAONE 4: norms after the blocks, query and key norms a head, every fourth layer full. */
function readExaone4(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 32 });
  const pattern = exaonePattern(config);
  const sliding = slidingLayers(config, model.layers, pattern);
  return {
    ...model,
    qkNorm: true,
    attentionWindow: windowOn(config, sliding, 4096),
  };
}

/** sliding_window_pattern is a step (4: every fourth layer full) or a word repeated over the layers ("LLLG"). */
function exaonePattern(config: Config): (index: number) => boolean {
  const value = config.raw("sliding_window_pattern");
  if (typeof value === "string" && /^[LG]+$/.test(value))
    return (index) => value[index % value.length] === "L";
  const step = config.countOr("sliding_window_pattern", 4);
  return (index) => (index + 1) % step !== 0;
}

export const glmReaders = {
  glm: readGlm,
  glm4: readGlm4,
  glm4_moe: readGlm4Moe,
  helium: readHelium,
  exaone4: readExaone4,
};
