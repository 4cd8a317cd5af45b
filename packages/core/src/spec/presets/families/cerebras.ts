import { hub, type Preset } from "../preset.ts";

/** GPT-2's blocks: LayerNorm, biases everywhere, learned positions, tied head. */
const gpt2Blocks = {
  maxPositions: 2048,
  ffnKind: "gelu",
  tiedEmbeddings: true,
  bias: true,
  norm: "layernorm",
  positions: "learned",
} as const;

export const cerebrasPresets: readonly Preset[] = [
  {
    id: "cerebras-gpt-111m",
    name: "Cerebras-GPT 111M",
    model: { ...gpt2Blocks, layers: 10, width: 768, heads: 12, ffn: 3072, vocab: 50257 },
    source: hub("cerebras/Cerebras-GPT-111M"),
    status: "config",
  },
  {
    id: "cerebras-gpt-256m",
    name: "Cerebras-GPT 256M",
    model: { ...gpt2Blocks, layers: 14, width: 1088, heads: 17, ffn: 4352, vocab: 50257 },
    source: hub("cerebras/Cerebras-GPT-256M"),
    status: "config",
  },
  {
    id: "cerebras-gpt-590m",
    name: "Cerebras-GPT 590M",
    model: { ...gpt2Blocks, layers: 18, width: 1536, heads: 12, ffn: 6144, vocab: 50257 },
    source: hub("cerebras/Cerebras-GPT-590M"),
    status: "config",
  },
  {
    id: "cerebras-gpt-1.3b",
    name: "Cerebras-GPT 1.3B",
    model: { ...gpt2Blocks, layers: 24, width: 2048, heads: 16, ffn: 8192, vocab: 50257 },
    source: hub("cerebras/Cerebras-GPT-1.3B"),
    status: "config",
  },
  {
    id: "cerebras-gpt-2.7b",
    name: "Cerebras-GPT 2.7B",
    model: { ...gpt2Blocks, layers: 32, width: 2560, heads: 32, ffn: 10240, vocab: 50257 },
    source: hub("cerebras/Cerebras-GPT-2.7B"),
    status: "config",
  },
  {
    id: "cerebras-gpt-6.7b",
    name: "Cerebras-GPT 6.7B",
    model: { ...gpt2Blocks, layers: 32, width: 4096, heads: 32, ffn: 16384, vocab: 50257 },
    source: hub("cerebras/Cerebras-GPT-6.7B"),
    status: "config",
  },
  {
    id: "cerebras-gpt-13b",
    name: "Cerebras-GPT 13B",
    model: { ...gpt2Blocks, layers: 40, width: 5120, heads: 40, ffn: 20480, vocab: 50257 },
    source: hub("cerebras/Cerebras-GPT-13B"),
    status: "config",
  },
];
