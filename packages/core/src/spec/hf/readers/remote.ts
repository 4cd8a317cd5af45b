import type { ModelInput } from "../../model.ts";
import type { Config } from "../config.ts";
import { biases, llamaLike, readPositions } from "../llama-like.ts";

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

export const remoteReaders = {
  internlm2: readInternlm2,
  baichuan: readBaichuan,
  exaone: readExaone,
};
