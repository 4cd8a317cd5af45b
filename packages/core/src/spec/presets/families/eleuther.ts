import { hub, type Preset } from "../preset.ts";

/** GPT-Neo's blocks: GPT-2's without biases on queries, keys and values; every second layer local. */
const gptNeoBlocks = {
  maxPositions: 2048,
  ffnKind: "gelu",
  tiedEmbeddings: true,
  bias: { qkv: false, attentionOut: true, mlp: true, head: false },
  norm: "layernorm",
  positions: "learned",
  attentionWindow: { window: 256, every: 2 },
} as const;

export const eleutherPresets: readonly Preset[] = [
  {
    id: "gpt-neo-125m",
    name: "GPT-Neo 125M",
    model: { ...gptNeoBlocks, layers: 12, width: 768, heads: 12, ffn: 3072, vocab: 50257 },
    source: hub("EleutherAI/gpt-neo-125m"),
    status: "config",
  },
  {
    id: "gpt-neo-1.3b",
    name: "GPT-Neo 1.3B",
    model: { ...gptNeoBlocks, layers: 24, width: 2048, heads: 16, ffn: 8192, vocab: 50257 },
    source: hub("EleutherAI/gpt-neo-1.3b"),
    status: "config",
  },
  {
    id: "gpt-neo-2.7b",
    name: "GPT-Neo 2.7B",
    model: { ...gptNeoBlocks, layers: 32, width: 2560, heads: 20, ffn: 10240, vocab: 50257 },
    source: hub("EleutherAI/gpt-neo-2.7b"),
    status: "config",
  },
  {
    id: "gpt-j-6b",
    name: "GPT-J 6B",
    model: {
      layers: 28,
      width: 4096,
      heads: 16,
      ffn: 16384,
      vocab: 50400,
      maxPositions: 2048,
      ffnKind: "gelu",
      tiedEmbeddings: false,
      bias: { qkv: false, attentionOut: false, mlp: true, head: true },
      norm: "layernorm",
      norms: { perLayer: 1 },
      parallelBlock: true,
      positions: "rope",
    },
    source: hub("EleutherAI/gpt-j-6b"),
    status: "config",
  },
  {
    id: "gpt-neox-20b",
    name: "GPT-NeoX 20B",
    model: {
      layers: 44,
      width: 6144,
      heads: 64,
      ffn: 24576,
      vocab: 50432,
      maxPositions: 2048,
      ffnKind: "gelu",
      tiedEmbeddings: false,
      bias: true,
      norm: "layernorm",
      parallelBlock: true,
      positions: "rope",
    },
    source: hub("EleutherAI/gpt-neox-20b"),
    status: "config",
  },
];
