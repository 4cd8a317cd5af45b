import { bertPresets } from "./families/bert.ts";
import { bloomPresets } from "./families/bloom.ts";
import { cerebrasPresets } from "./families/cerebras.ts";
import { deepseekPresets } from "./families/deepseek.ts";
import { eleutherPresets } from "./families/eleuther.ts";
import { falconMptPresets } from "./families/falcon-mpt.ts";
import { gemmaPresets } from "./families/gemma.ts";
import { gpt2Presets } from "./families/gpt2.ts";
import { gpt3Presets } from "./families/gpt3.ts";
import { llamaPresets } from "./families/llama.ts";
import { llamaShapedPresets } from "./families/llama-shaped.ts";
import { megatronPresets } from "./families/megatron.ts";
import { mistralPresets } from "./families/mistral.ts";
import { moePresets } from "./families/moe.ts";
import { olmoPresets } from "./families/olmo.ts";
import { optPresets } from "./families/opt.ts";
import { phiPresets } from "./families/phi.ts";
import { pythiaPresets } from "./families/pythia.ts";
import { qwenPresets } from "./families/qwen.ts";
import { qwenMoePresets } from "./families/qwen-moe.ts";
import { stablelmCoherePresets } from "./families/stablelm-cohere.ts";
import { starcoderPresets } from "./families/starcoder.ts";
import type { Preset } from "./preset.ts";

/**
 * Every preset, by family, oldest families first.
 * Source: each preset's `source`.
 */
export const presets: readonly Preset[] = [
  ...gpt2Presets,
  ...gpt3Presets,
  ...megatronPresets,
  ...cerebrasPresets,
  ...eleutherPresets,
  ...pythiaPresets,
  ...optPresets,
  ...bloomPresets,
  ...falconMptPresets,
  ...llamaPresets,
  ...llamaShapedPresets,
  ...mistralPresets,
  ...qwenPresets,
  ...qwenMoePresets,
  ...gemmaPresets,
  ...phiPresets,
  ...olmoPresets,
  ...starcoderPresets,
  ...stablelmCoherePresets,
  ...deepseekPresets,
  ...moePresets,
  ...bertPresets,
];
