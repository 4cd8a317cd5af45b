import type { ModelInput } from "../../model.ts";
import type { Config } from "../config.ts";
import { biases, layerNorms, llamaLike } from "../llama-like.ts";
import { windowOnAll } from "../windows.ts";

/** Phi 1 to 2: parallel block with one norm, biases everywhere, also on the head. */
function readPhi(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, gated: false, activation: "gelu_new" });
  const norms = config.flag("qk_layernorm", false);
  const headWidth = Math.floor(model.width / model.heads);
  return {
    ...model,
    bias: biases(true, true, true, true),
    norm: "layernorm",
    norms: { ...layerNorms, perLayer: 1 },
    parallelBlock: true,
    extraParameters: norms ? { queryKeyNorms: 4 * headWidth * model.layers } : {},
  };
}

/** Phi 3 and 4: Llama's sizes in fused projections, a window over every layer. */
function readPhi3(config: Config): ModelInput {
  return { ...llamaLike(config, { tied: false }), attentionWindow: windowOnAll(config, null) };
}

/** Phi 3.5 MoE: LayerNorm, biases on attention and head when said, experts of intermediate_size in every layer. */
function readPhimoe(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 8 });
  const attention = config.flag("attention_bias", false);
  return {
    ...model,
    bias: biases(attention, attention, false, config.flag("lm_head_bias", false)),
    norm: "layernorm",
    norms: layerNorms,
    attentionWindow: windowOnAll(config, null),
    moe: {
      experts: config.countOr("num_local_experts", 16),
      active: config.countOr("num_experts_per_tok", 2),
      shared: 0,
      ffn: model.ffn,
      sharedFfn: 0,
      denseLayers: 0,
      every: 1,
    },
  };
}

/** Persimmon (Fuyu): biases on all but the head, norms on queries and keys with a bias. */
function readPersimmon(config: Config): ModelInput {
  const traits = {
    tied: false,
    kvHeads: "heads",
    headDim: "split",
    gated: false,
    activation: "relu2",
  } as const;
  const model = llamaLike(config, traits);
  const norms = config.flag("qk_layernorm", true);
  return {
    ...model,
    bias: biases(true, true, true),
    norm: "layernorm",
    norms: layerNorms,
    extraParameters: norms ? { queryKeyNorms: 4 * model.headDim * model.layers } : {},
  };
}

export const phiReaders = { phi: readPhi, phi3: readPhi3, phimoe: readPhimoe, persimmon: readPersimmon };
