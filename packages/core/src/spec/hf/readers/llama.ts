import type { ModelInput } from "../../model.ts";
import type { Config } from "../config.ts";
import { biases, layerNorms, llamaLike } from "../llama-like.ts";
import { slidingLayers, windowOnAll, windowPattern } from "../windows.ts";

/** Llama 1 to 3.x, and every model released in its shape (Yi, TinyLlama, SmolLM, DeepSeek LLM …). */
export function readLlama(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false });
  const attention = config.flag("attention_bias", false);
  return { ...model, bias: biases(attention, attention, config.flag("mlp_bias", false)) };
}

/** Mistral: a sliding window of 4096 unless the config says null. */
function readMistral(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 8 });
  return { ...model, attentionWindow: windowOnAll(config, 4096) };
}

/** Ministral: Mistral whose layers may alternate. */
function readMinistral(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 8 });
  const everyLayer = windowOnAll(config, 4096);
  if (everyLayer === null) return model;
  const sliding = slidingLayers(config, model.layers, () => true);
  return { ...model, attentionWindow: windowPattern(config, sliding, everyLayer.window) };
}

/** Ministral 3: Mistral without a window unless the config has one. */
function readMinistral3(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 8, headDim: 128 });
  return { ...model, attentionWindow: windowOnAll(config, null) };
}

/** SmolLM 3: tied, every fourth layer without rope. */
function readSmollm3(config: Config): ModelInput {
  const model = llamaLike(config, { tied: true, kvHeads: 4 });
  const attention = config.flag("attention_bias", false);
  const bias = biases(attention, attention, config.flag("mlp_bias", false));
  const window = config.flag("use_sliding_window", false) ? windowOnAll(config, null) : null;
  return { ...model, bias, attentionWindow: window };
}

/** Arcee: Llama with two matrices and squared ReLU in its feed-forward. */
function readArcee(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, gated: false, activation: "relu2" });
  const attention = config.flag("attention_bias", false);
  return { ...model, bias: biases(attention, attention, config.flag("mlp_bias", false)) };
}

/** Seed-OSS: biases on queries, keys and values, the output's has its own key. */
function readSeedOss(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, kvHeads: 8, headDim: 128 });
  const qkv = config.flag("attention_bias", true);
  const bias = biases(qkv, config.flag("attention_out_bias", false), config.flag("mlp_bias", false));
  return { ...model, bias };
}

/** Hunyuan dense: Llama with query and key norms a head. */
function readHunyuan(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false });
  const bias = config.flag("attention_bias", false);
  return { ...model, bias: biases(bias, bias), qkNorm: true };
}

/** Apertus: no gate, query and key norms, and an activation (xIELU) with two parameters a layer. */
function readApertus(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, gated: false, activation: "xielu" });
  const bias = config.flag("attention_bias", false);
  const learned = config.text("hidden_act", "xielu") === "xielu";
  const extraParameters: Record<string, number> = learned ? { activation: 2 * model.layers } : {};
  return { ...model, bias: biases(bias, bias), qkNorm: true, extraParameters };
}

/** Nemotron: LayerNorm, squared ReLU without a gate. */
function readNemotron(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, gated: false, activation: "relu2" });
  const attention = config.flag("attention_bias", false);
  const bias = biases(attention, attention, config.flag("mlp_bias", false));
  return { ...model, bias, norm: "layernorm", norms: layerNorms };
}

/** nanochat: squared ReLU, and norms without parameters. */
function readNanochat(config: Config): ModelInput {
  const model = llamaLike(config, { tied: false, gated: false, activation: "relu2" });
  const bias = config.flag("attention_bias", false);
  return { ...model, bias: biases(bias, bias), norms: { ...model.norms, affine: false } };
}

export const llamaReaders = {
  llama: readLlama,
  granite: readLlama,
  mistral: readMistral,
  ministral: readMinistral,
  ministral3: readMinistral3,
  smollm3: readSmollm3,
  arcee: readArcee,
  seed_oss: readSeedOss,
  hunyuan_v1_dense: readHunyuan,
  apertus: readApertus,
  nemotron: readNemotron,
  nanochat: readNanochat,
};
