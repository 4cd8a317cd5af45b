/** What people ask for that no part of wallclock models, by the word they use for it (lower case, no punctuation). */
const names: Readonly<Record<string, string>> = {
  lora: "LoRA",
  lorarank: "LoRA",
  lorar: "LoRA",
  loraalpha: "LoRA",
  qlora: "QLoRA",
  dora: "DoRA",
  peft: "parameter-efficient fine-tuning",
  adapter: "adapters",
  adapters: "adapters",
  prompttuning: "prompt tuning",
  freeze: "frozen layers",
  frozenlayers: "frozen layers",
  trainablelayers: "frozen layers",
  offload: "offloading",
  offloading: "offloading",
  cpuoffload: "CPU offload",
  optimizeroffload: "optimizer offload",
  offloadoptimizer: "optimizer offload",
  offloadparam: "parameter offload",
  paramoffload: "parameter offload",
  parameteroffload: "parameter offload",
  activationoffload: "activation offload",
  nvmeoffload: "NVMe offload",
  zeroinfinity: "ZeRO-Infinity",
  hsdp: "HSDP",
  hybridsharding: "HSDP",
  hybridshard: "HSDP",
  quantization: "quantization",
  quantize: "quantization",
  quantizationconfig: "quantization",
  loadin4bit: "quantization",
  loadin8bit: "quantization",
  qat: "quantization-aware training",
  int4: "4-bit integers",
  int8: "8-bit integers",
  nf4: "4-bit NormalFloat",
  fp4: "4-bit floats",
  nvfp4: "NVFP4",
  mxfp4: "MXFP4",
  fp64: "64-bit floats",
  float64: "64-bit floats",
  distillation: "distillation",
  distill: "distillation",
  teacher: "distillation",
  pruning: "pruning",
  sparsity: "sparse weights",
  rlhf: "reinforcement learning",
  dpo: "preference optimization",
  grpo: "reinforcement learning",
  ppo: "reinforcement learning",
  dropout: "dropout",
  ema: "weight averaging",
  multitokenprediction: "multi-token prediction",
  mtp: "multi-token prediction",
};

/**
 * The name of something wallclock does not model, or null for a word it does not know as such.
 *
 * @example
 * notModelled("cpu_offload") // => "CPU offload"
 */
export function notModelled(word: string): string | null {
  const key = squeeze(word);
  return Object.hasOwn(names, key) ? names[key]! : null;
}

/** A word without case, spaces and punctuation: `micro_batch` and `microBatch` are then the same. */
export function squeeze(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_.-]/g, "");
}
