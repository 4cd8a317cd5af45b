import type { ModelInput } from "../../model.ts";
import type { Config } from "../config.ts";
import { biases, llamaLike } from "../llama-like.ts";
import { slidingLayers, windowOn } from "../windows.ts";

function olmo(config: Config, headDim?: "split") {
  const model = llamaLike(config, headDim === undefined ? { tied: false } : { tied: false, headDim });
  const bias = config.flag("attention_bias", false);
  return { ...model, bias: biases(bias, bias) };
}

/** OLMo 1: Llama with LayerNorms that have no parameters. */
function readOlmo(config: Config): ModelInput {
  const norms = { perLayer: 2, affine: false, bias: false, embedding: false, final: true };
  return { ...olmo(config), norm: "layernorm", norms };
}

/** OLMo 2: norms after the blocks, and on queries and keys over all heads together. */
function readOlmo2(config: Config): ModelInput {
  return { ...olmo(config), qkNorm: "full" };
}

/** OLMo 3: OLMo 2 with sliding windows, every fourth layer full. */
function readOlmo3(config: Config): ModelInput {
  const model = olmo(config);
  const sliding = slidingLayers(config, model.layers, (index) => (index + 1) % 4 !== 0);
  return {
    ...model,
    qkNorm: "full",
    attentionWindow: windowOn(config, sliding, 4096),
  };
}

/** OLMoE and FlexOlmo: every layer has experts of intermediate_size. */
function experts(classExperts: number, classActive: number) {
  return (config: Config): ModelInput => {
    const model = olmo(config, "split");
    const moe = {
      experts: config.countOr(["num_experts", "num_local_experts"], classExperts),
      active: config.countOr("num_experts_per_tok", classActive),
      shared: 0,
      ffn: model.ffn,
      sharedFfn: 0,
      denseLayers: 0,
      every: 1,
    };
    return { ...model, qkNorm: "full", moe };
  };
}

export const olmoReaders = {
  olmo: readOlmo,
  olmo2: readOlmo2,
  olmo3: readOlmo3,
  olmoe: experts(64, 8),
  flex_olmo: experts(7, 5),
};
