import type { Preset } from "../preset.ts";

/** GPT-2's blocks: LayerNorm, biases everywhere, learned positions, tied head. */
const gpt2Blocks = {
  maxPositions: 2048,
  ffnKind: "gelu",
  tiedEmbeddings: true,
  bias: true,
  norm: "layernorm",
  positions: "learned",
} as const;

export const gpt3Presets: readonly Preset[] = [
  {
    id: "gpt3-125m",
    name: "GPT-3 small 125M",
    model: { ...gpt2Blocks, layers: 12, width: 768, heads: 12, ffn: 3072, vocab: 50257 },
    source: {
      title: "Language Models are Few-Shot Learners, table 2.1",
      url: "https://arxiv.org/abs/2005.14165",
    },
    status: "paper",
  },
  {
    id: "gpt3-350m",
    name: "GPT-3 medium 350M",
    model: { ...gpt2Blocks, layers: 24, width: 1024, heads: 16, ffn: 4096, vocab: 50257 },
    source: {
      title: "Language Models are Few-Shot Learners, table 2.1",
      url: "https://arxiv.org/abs/2005.14165",
    },
    status: "paper",
  },
  {
    id: "gpt3-760m",
    name: "GPT-3 large 760M",
    model: { ...gpt2Blocks, layers: 24, width: 1536, heads: 16, ffn: 6144, vocab: 50257 },
    source: {
      title: "Language Models are Few-Shot Learners, table 2.1",
      url: "https://arxiv.org/abs/2005.14165",
    },
    status: "paper",
  },
  // The table prints 24 heads of 128, which are wider than 2048; 16 are not.
  {
    id: "gpt3-1.3b",
    name: "GPT-3 XL 1.3B",
    model: { ...gpt2Blocks, layers: 24, width: 2048, heads: 16, ffn: 8192, vocab: 50257 },
    source: {
      title: "Language Models are Few-Shot Learners, table 2.1",
      url: "https://arxiv.org/abs/2005.14165",
    },
    status: "paper",
  },
  {
    id: "gpt3-2.7b",
    name: "GPT-3 2.7B",
    model: { ...gpt2Blocks, layers: 32, width: 2560, heads: 32, ffn: 10240, vocab: 50257 },
    source: {
      title: "Language Models are Few-Shot Learners, table 2.1",
      url: "https://arxiv.org/abs/2005.14165",
    },
    status: "paper",
  },
  {
    id: "gpt3-6.7b",
    name: "GPT-3 6.7B",
    model: { ...gpt2Blocks, layers: 32, width: 4096, heads: 32, ffn: 16384, vocab: 50257 },
    source: {
      title: "Language Models are Few-Shot Learners, table 2.1",
      url: "https://arxiv.org/abs/2005.14165",
    },
    status: "paper",
  },
  // The table prints a width of 5140, which 40 heads of 128 do not fill; 5120 they do.
  {
    id: "gpt3-13b",
    name: "GPT-3 13B",
    model: { ...gpt2Blocks, layers: 40, width: 5120, heads: 40, ffn: 20480, vocab: 50257 },
    source: {
      title: "Language Models are Few-Shot Learners, table 2.1",
      url: "https://arxiv.org/abs/2005.14165",
    },
    status: "paper",
  },
  {
    id: "gpt3-175b",
    name: "GPT-3 175B",
    model: { ...gpt2Blocks, layers: 96, width: 12288, heads: 96, ffn: 49152, vocab: 50257 },
    source: {
      title: "Language Models are Few-Shot Learners, table 2.1",
      url: "https://arxiv.org/abs/2005.14165",
    },
    status: "paper",
  },
];
