import { hub, type Preset } from "../preset.ts";

/** Phi's blocks: attention and feed-forward beside each other, biases everywhere, also on the head. */
const phiBlocks = {
  maxPositions: 2048,
  ffnKind: "gelu",
  tiedEmbeddings: false,
  bias: { qkv: true, attentionOut: true, mlp: true, head: true },
  norm: "layernorm",
  norms: { perLayer: 1 },
  parallelBlock: true,
  positions: "rope",
} as const;

/** Phi 3's blocks: Llama's. */
const phi3Blocks = {
  ffnKind: "swiglu",
  tiedEmbeddings: false,
  bias: false,
  norm: "rmsnorm",
  positions: "rope",
} as const;

export const phiPresets: readonly Preset[] = [
  {
    id: "phi-1.5",
    name: "Phi 1.5",
    model: { ...phiBlocks, layers: 24, width: 2048, heads: 32, ffn: 8192, vocab: 51200 },
    source: hub("microsoft/phi-1_5"),
    status: "config",
  },
  {
    id: "phi-2",
    name: "Phi 2",
    model: { ...phiBlocks, layers: 32, width: 2560, heads: 32, ffn: 10240, vocab: 51200 },
    source: hub("microsoft/phi-2"),
    status: "config",
  },
  {
    id: "phi-3-mini",
    name: "Phi 3 mini 3.8B",
    model: {
      ...phi3Blocks,
      layers: 32,
      width: 3072,
      heads: 32,
      ffn: 8192,
      vocab: 32064,
      maxPositions: 4096,
      attentionWindow: 2047,
    },
    source: hub("microsoft/Phi-3-mini-4k-instruct"),
    status: "config",
  },
  {
    id: "phi-3-medium",
    name: "Phi 3 medium 14B",
    model: {
      ...phi3Blocks,
      layers: 40,
      width: 5120,
      heads: 40,
      kvHeads: 10,
      ffn: 17920,
      vocab: 32064,
      maxPositions: 4096,
      attentionWindow: 2047,
    },
    source: hub("microsoft/Phi-3-medium-4k-instruct"),
    status: "config",
  },
  {
    id: "phi-4",
    name: "Phi 4 14B",
    model: {
      ...phi3Blocks,
      layers: 40,
      width: 5120,
      heads: 40,
      kvHeads: 10,
      ffn: 17920,
      vocab: 100_352,
      maxPositions: 16384,
    },
    source: hub("microsoft/phi-4"),
    status: "config",
  },
  {
    id: "phi-3.5-moe",
    name: "Phi 3.5 MoE",
    model: {
      layers: 32,
      width: 4096,
      heads: 32,
      kvHeads: 8,
      ffn: 6400,
      vocab: 32064,
      maxPositions: 131_072,
      ffnKind: "swiglu",
      tiedEmbeddings: false,
      bias: { qkv: true, attentionOut: true, mlp: false, head: true },
      norm: "layernorm",
      positions: "rope",
      attentionWindow: 131_072,
      moe: { experts: 16, active: 2, shared: 0, ffn: 6400, sharedFfn: 0, denseLayers: 0, every: 1 },
    },
    source: hub("microsoft/Phi-3.5-MoE-instruct"),
    status: "config",
  },
];
