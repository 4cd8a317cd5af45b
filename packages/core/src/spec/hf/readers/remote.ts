import type { ModelInput } from "../../model.ts";
import { type Config, show } from "../config.ts";
import { biases, llamaLike, readPositions } from "../llama-like.ts";
import { afterDense, placeExperts } from "../moe-layers.ts";

/** InternLM 2: Llama with one key for all attention biases; its code is in the model's own repository. */
function readInternlm2(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, headDim: "split" });
  const bias = config.flag("bias", false);
  return { ...model, bias: biases(bias, bias) };
}

/** Baichuan: Llama; the 13B model has ALiBi and says `model_max_length` instead of max_position_embeddings. */
function readBaichuan(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: "heads", headDim: "split" });
  const rope = config.has("max_position_embeddings");
  return {
    ...model,
    positions: rope ? "rope" : "alibi",
    maxPositions: readPositions(config, ["max_position_embeddings", "model_max_length"]),
  };
}

/** EXAONE 3: Llama under the key names of GPT-2. */
function readExaone(config: Config): ModelInput {
  const renamed: Config = {
    ...config,
    count: (key) => config.count(key === "num_hidden_layers" ? ["num_layers", "num_hidden_layers"] : key),
    text: (key, fallback) => config.text(key === "hidden_act" ? "activation_function" : key, fallback),
  };
  return llamaLike(renamed, { tied: false });
}

/** Ling: experts after the first dense layers, shared ones of the same size; from version 2 on, query and key norms a head. */
function readBailing(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false });
  const v2 = /v2/i.test(show(config.raw("model_type")) + show(config.raw("architectures")));
  const experts = config.count("num_experts");
  const active = config.count("num_experts_per_tok");
  const ffn = config.count("moe_intermediate_size");
  const shared = config.wholeOr("num_shared_experts", v2 ? 1 : 0);
  const dense = config.wholeOr("first_k_dense_replace", v2 ? 1 : 0);
  const placement = placeExperts(config, model.layers, afterDense(dense));
  const sizes = { experts, active, shared, ffn, sharedFfn: shared * ffn };
  return {
    ...model,
    bias: biases(config.flag("use_qkv_bias", false), config.flag("use_bias", !v2)),
    qkNorm: config.flag("use_qk_norm", v2),
    moe: placement === null ? null : { ...sizes, ...placement },
  };
}

export const remoteReaders = {
  internlm2: readInternlm2,
  baichuan: readBaichuan,
  exaone: readExaone,
  bailing_moe: readBailing,
  bailing_moe_v2: readBailing,
};
