import { hub, type Preset } from "../preset.ts";

/** Qwen3's blocks with experts. */
const qwen3MoeBlocks = {
  maxPositions: 40960,
  ffnKind: "swiglu",
  tiedEmbeddings: false,
  bias: false,
  norm: "rmsnorm",
  qkNorm: true,
  positions: "rope",
} as const;

/** Qwen2's blocks with experts and one gated shared expert. */
const qwen2MoeBlocks = {
  ffnKind: "swiglu",
  tiedEmbeddings: false,
  bias: { qkv: true, attentionOut: false, mlp: false, head: false },
  norm: "rmsnorm",
  positions: "rope",
} as const;

export const qwenMoePresets: readonly Preset[] = [
  {
    id: "qwen3-30b-a3b",
    name: "Qwen3 30B-A3B",
    model: {
      ...qwen3MoeBlocks,
      layers: 48,
      width: 2048,
      heads: 32,
      kvHeads: 4,
      headDim: 128,
      ffn: 6144,
      vocab: 151_936,
      moe: { experts: 128, active: 8, shared: 0, ffn: 768, sharedFfn: 0, denseLayers: 0, every: 1 },
    },
    source: hub("Qwen/Qwen3-30B-A3B"),
    status: "verified",
    parametersPublished: 30_532_122_624,
  },
  {
    id: "qwen3-235b-a22b",
    name: "Qwen3 235B-A22B",
    model: {
      ...qwen3MoeBlocks,
      layers: 94,
      width: 4096,
      heads: 64,
      kvHeads: 4,
      headDim: 128,
      ffn: 12288,
      vocab: 151_936,
      moe: { experts: 128, active: 8, shared: 0, ffn: 1536, sharedFfn: 0, denseLayers: 0, every: 1 },
    },
    source: hub("Qwen/Qwen3-235B-A22B"),
    status: "verified",
    parametersPublished: 235_093_634_560,
  },
  {
    id: "qwen1.5-moe-a2.7b",
    name: "Qwen1.5 MoE A2.7B",
    model: {
      ...qwen2MoeBlocks,
      layers: 24,
      width: 2048,
      heads: 16,
      ffn: 5632,
      vocab: 151_936,
      maxPositions: 8192,
      moe: { experts: 60, active: 4, shared: 1, ffn: 1408, sharedFfn: 5632, denseLayers: 0, every: 1 },
      extraParameters: { sharedExpertGates: 49152 },
    },
    source: hub("Qwen/Qwen1.5-MoE-A2.7B"),
    status: "verified",
    parametersPublished: 14_315_784_192,
  },
  {
    id: "qwen2-57b-a14b",
    name: "Qwen2 57B-A14B",
    model: {
      ...qwen2MoeBlocks,
      layers: 28,
      width: 3584,
      heads: 28,
      kvHeads: 4,
      ffn: 18944,
      vocab: 151_936,
      maxPositions: 131_072,
      moe: { experts: 64, active: 8, shared: 1, ffn: 2560, sharedFfn: 20480, denseLayers: 0, every: 1 },
      extraParameters: { sharedExpertGates: 100_352 },
    },
    source: hub("Qwen/Qwen2-57B-A14B"),
    status: "config",
  },
];
