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

export const megatronPresets: readonly Preset[] = [
  {
    id: "megatron-1.7b",
    name: "Megatron GPT 1.7B",
    model: { ...gpt2Blocks, layers: 24, width: 2304, heads: 24, ffn: 9216, vocab: 51200 },
    source: {
      title: "Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM, table 1",
      url: "https://arxiv.org/abs/2104.04473",
    },
    status: "paper",
  },
  {
    id: "megatron-3.6b",
    name: "Megatron GPT 3.6B",
    model: { ...gpt2Blocks, layers: 30, width: 3072, heads: 32, ffn: 12288, vocab: 51200 },
    source: {
      title: "Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM, table 1",
      url: "https://arxiv.org/abs/2104.04473",
    },
    status: "paper",
  },
  {
    id: "megatron-7.5b",
    name: "Megatron GPT 7.5B",
    model: { ...gpt2Blocks, layers: 36, width: 4096, heads: 32, ffn: 16384, vocab: 51200 },
    source: {
      title: "Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM, table 1",
      url: "https://arxiv.org/abs/2104.04473",
    },
    status: "paper",
  },
  {
    id: "megatron-18.4b",
    name: "Megatron GPT 18.4B",
    model: { ...gpt2Blocks, layers: 40, width: 6144, heads: 48, ffn: 24576, vocab: 51200 },
    source: {
      title: "Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM, table 1",
      url: "https://arxiv.org/abs/2104.04473",
    },
    status: "paper",
  },
  {
    id: "megatron-39.1b",
    name: "Megatron GPT 39.1B",
    model: { ...gpt2Blocks, layers: 48, width: 8192, heads: 64, ffn: 32768, vocab: 51200 },
    source: {
      title: "Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM, table 1",
      url: "https://arxiv.org/abs/2104.04473",
    },
    status: "paper",
  },
  {
    id: "megatron-76.1b",
    name: "Megatron GPT 76.1B",
    model: { ...gpt2Blocks, layers: 60, width: 10240, heads: 80, ffn: 40960, vocab: 51200 },
    source: {
      title: "Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM, table 1",
      url: "https://arxiv.org/abs/2104.04473",
    },
    status: "paper",
  },
  {
    id: "megatron-145.6b",
    name: "Megatron GPT 145.6B",
    model: { ...gpt2Blocks, layers: 80, width: 12288, heads: 96, ffn: 49152, vocab: 51200 },
    source: {
      title: "Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM, table 1",
      url: "https://arxiv.org/abs/2104.04473",
    },
    status: "paper",
  },
  {
    id: "megatron-310.1b",
    name: "Megatron GPT 310.1B",
    model: { ...gpt2Blocks, layers: 96, width: 16384, heads: 128, ffn: 65536, vocab: 51200 },
    source: {
      title: "Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM, table 1",
      url: "https://arxiv.org/abs/2104.04473",
    },
    status: "paper",
  },
  {
    id: "megatron-529.6b",
    name: "Megatron GPT 529.6B",
    model: { ...gpt2Blocks, layers: 105, width: 20480, heads: 128, ffn: 81920, vocab: 51200 },
    source: {
      title: "Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM, table 1",
      url: "https://arxiv.org/abs/2104.04473",
    },
    status: "paper",
  },
  {
    id: "megatron-1008b",
    name: "Megatron GPT 1008B",
    model: { ...gpt2Blocks, layers: 128, width: 25600, heads: 160, ffn: 102_400, vocab: 51200 },
    source: {
      title: "Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM, table 1",
      url: "https://arxiv.org/abs/2104.04473",
    },
    status: "paper",
  },
];
