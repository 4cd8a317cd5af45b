import type { ModelInput } from "../../model.ts";
import type { Config } from "../config.ts";
import { biases, llamaLike, rmsNorms, type Traits } from "../llama-like.ts";
import { slidingLayers, windowOn } from "../windows.ts";

const activation = { activationKey: ["hidden_activation", "hidden_act"], activation: "gelu_pytorch_tanh" };

function gemma(config: Config, kvHeads: number, defaults: Pick<Traits, "heads" | "vocab"> = {}) {
  const model = llamaLike(config, { tied: true, kvHeads, headDim: 256, ...activation, ...defaults });
  const bias = config.flag("attention_bias", false);
  return { ...model, bias: biases(bias, bias) };
}

/** Gemma: tied, gated GELU, heads of 256 whatever the width. */
function readGemma(config: Config): ModelInput {
  return gemma(config, 16);
}

/** Gemma 2: norms before and after each block, every second layer slides. */
function readGemma2(config: Config): ModelInput {
  const model = gemma(config, 4);
  const sliding = slidingLayers(config, model.layers, (index) => index % 2 === 0);
  return {
    ...model,
    norms: { ...rmsNorms, perLayer: 4 },
    attentionWindow: windowOn(config, sliding, 4096),
  };
}

/** Gemma 3: Gemma 2 with query and key norms, every sixth layer full. Its released configs leave heads and vocabulary out. */
function readGemma3(config: Config): ModelInput {
  const model = gemma(config, 4, { heads: 8, vocab: 262_208 });
  const pattern = config.countOr(["sliding_window_pattern", "_sliding_window_pattern"], 6);
  const sliding = slidingLayers(config, model.layers, (index) => (index + 1) % pattern !== 0);
  return {
    ...model,
    qkNorm: true,
    norms: { ...rmsNorms, perLayer: 4 },
    attentionWindow: windowOn(config, sliding, 4096),
  };
}

/** VaultGemma: Gemma 2 with two norms a layer. */
function readVaultGemma(config: Config): ModelInput {
  return { ...readGemma2(config), norms: rmsNorms };
}

export const gemmaReaders = {
  gemma: readGemma,
  gemma2: readGemma2,
  gemma3_text: readGemma3,
  vaultgemma: readVaultGemma,
};
