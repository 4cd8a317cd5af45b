import type { ModelInput } from "../../model.ts";
import type { Config } from "../config.ts";
import { biases, layerNorms, llamaLike, rmsNorms } from "../llama-like.ts";
import { slidingLayers, windowOn, windowOnAll } from "../windows.ts";

/** One LayerNorm without a bias for attention and feed-forward side by side. */
function cohere(config: Config) {
  const model = llamaLike(config, { tied: true });
  const bias = config.flag("attention_bias", false);
  return {
    ...model,
    bias: biases(bias, bias),
    norm: "layernorm",
    norms: { ...rmsNorms, perLayer: 1 },
    parallelBlock: true,
  } as const;
}

/** Command R: query and key norms over every head's own scale, in the larger one. */
function readCohere(config: Config): ModelInput {
  return { ...cohere(config), qkNorm: config.flag("use_qk_norm", false) ? "full" : false };
}

/** Command R7B: every fourth layer full, the rest slide. */
function readCohere2(config: Config): ModelInput {
  const model = cohere(config);
  const pattern = config.countOr(["sliding_window_pattern", "_sliding_window_pattern"], 4);
  const sliding = slidingLayers(config, model.layers, (index) => (index + 1) % pattern !== 0);
  return { ...model, attentionWindow: windowOn(config, sliding, 4096) };
}

/** StableLM: LayerNorm; a parallel block has one norm; query and key norms a head. */
function readStablelm(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 32, headDim: "split" });
  const parallelBlock = config.flag("use_parallel_residual", false);
  return {
    ...model,
    bias: biases(config.flag("use_qkv_bias", false), false),
    norm: "layernorm",
    norms: { ...layerNorms, perLayer: parallelBlock ? 1 : 2 },
    qkNorm: config.flag("qk_layernorm", false) ? "full" : false,
    parallelBlock,
  };
}

/** StarCoder 2: LayerNorm, biases everywhere, no gate, a window over every layer. */
function readStarcoder2(config: Config): ModelInput {
  const traits = { tied: true, kvHeads: 2, gated: false, activation: "gelu_pytorch_tanh" };
  const model = llamaLike(config, traits);
  const bias = config.flag("use_bias", true);
  return {
    ...model,
    bias: biases(bias, bias, bias),
    norm: "layernorm",
    norms: layerNorms,
    attentionWindow: windowOnAll(config, null),
  };
}

export const cohereReaders = {
  cohere: readCohere,
  cohere2: readCohere2,
  stablelm: readStablelm,
  starcoder2: readStarcoder2,
};
