import { hub, type Preset } from "../preset.ts";

/** GPT-2's blocks: LayerNorm, biases everywhere, learned positions, tied head. */
const gpt2Blocks = {
  maxPositions: 1024,
  ffnKind: "gelu",
  tiedEmbeddings: true,
  bias: true,
  norm: "layernorm",
  positions: "learned",
} as const;

export const gpt2Presets: readonly Preset[] = [
  {
    id: "gpt2-124m",
    name: "GPT-2 124M",
    model: { ...gpt2Blocks, layers: 12, width: 768, heads: 12, ffn: 3072, vocab: 50257 },
    source: hub("openai-community/gpt2"),
    status: "verified",
    parametersPublished: 124_439_808,
  },
  {
    id: "gpt2-medium-355m",
    name: "GPT-2 medium 355M",
    model: { ...gpt2Blocks, layers: 24, width: 1024, heads: 16, ffn: 4096, vocab: 50257 },
    source: hub("openai-community/gpt2-medium"),
    status: "verified",
    parametersPublished: 354_823_168,
  },
  {
    id: "gpt2-large-774m",
    name: "GPT-2 large 774M",
    model: { ...gpt2Blocks, layers: 36, width: 1280, heads: 20, ffn: 5120, vocab: 50257 },
    source: hub("openai-community/gpt2-large"),
    status: "verified",
    parametersPublished: 774_030_080,
  },
  {
    id: "gpt2-xl-1.5b",
    name: "GPT-2 XL 1.5B",
    model: { ...gpt2Blocks, layers: 48, width: 1600, heads: 25, ffn: 6400, vocab: 50257 },
    source: hub("openai-community/gpt2-xl"),
    status: "verified",
    parametersPublished: 1_557_611_200,
  },
  {
    id: "distilgpt2-82m",
    name: "DistilGPT-2 82M",
    model: { ...gpt2Blocks, layers: 6, width: 768, heads: 12, ffn: 3072, vocab: 50257 },
    source: hub("distilbert/distilgpt2"),
    status: "verified",
    parametersPublished: 81_912_576,
  },
  {
    id: "nanogpt-124m",
    name: "nanoGPT 124M",
    model: {
      layers: 12,
      width: 768,
      heads: 12,
      ffn: 3072,
      vocab: 50304,
      maxPositions: 1024,
      ffnKind: "gelu",
      tiedEmbeddings: true,
      bias: false,
      norm: "layernorm",
      norms: { bias: false },
      positions: "learned",
    },
    source: {
      title: "nanoGPT, GPTConfig (bias False)",
      url: "https://github.com/karpathy/nanoGPT/blob/master/model.py",
    },
    status: "config",
  },
];
