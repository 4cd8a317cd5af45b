import { hub, type Preset } from "../preset.ts";

/** StableLM's blocks: Llama's with LayerNorm. */
const stablelmBlocks = {
  maxPositions: 4096,
  ffnKind: "swiglu",
  tiedEmbeddings: false,
  norm: "layernorm",
  positions: "rope",
} as const;

/** Command R's blocks: one LayerNorm for attention and feed-forward beside each other. */
const cohereBlocks = {
  maxPositions: 131_072,
  ffnKind: "swiglu",
  tiedEmbeddings: true,
  bias: false,
  norm: "layernorm",
  norms: { perLayer: 1, bias: false },
  parallelBlock: true,
  positions: "rope",
} as const;

export const stablelmCoherePresets: readonly Preset[] = [
  {
    id: "stablelm-3b",
    name: "StableLM 3B 4E1T",
    model: { ...stablelmBlocks, layers: 32, width: 2560, heads: 32, ffn: 6912, vocab: 50304, bias: false },
    source: hub("stabilityai/stablelm-3b-4e1t"),
    status: "verified",
    parametersPublished: 2_795_443_200,
  },
  {
    id: "stablelm-2-1.6b",
    name: "StableLM 2 1.6B",
    model: {
      ...stablelmBlocks,
      layers: 24,
      width: 2048,
      heads: 32,
      ffn: 5632,
      vocab: 100_352,
      bias: { qkv: true, attentionOut: false, mlp: false, head: false },
    },
    source: hub("stabilityai/stablelm-2-1_6b"),
    status: "verified",
    parametersPublished: 1_644_515_328,
  },
  {
    id: "command-r-35b",
    name: "Command R 35B",
    model: { ...cohereBlocks, layers: 40, width: 8192, heads: 64, ffn: 22528, vocab: 256_000 },
    source: hub("CohereLabs/c4ai-command-r-v01"),
    status: "config",
  },
  {
    id: "command-r-plus-104b",
    name: "Command R+ 104B",
    model: {
      ...cohereBlocks,
      layers: 64,
      width: 12288,
      heads: 96,
      kvHeads: 8,
      ffn: 33792,
      vocab: 256_000,
      qkNorm: "full",
    },
    source: hub("CohereLabs/c4ai-command-r-plus"),
    status: "config",
  },
  {
    id: "command-r7b",
    name: "Command R7B",
    model: {
      layers: 32,
      width: 4096,
      heads: 32,
      kvHeads: 8,
      ffn: 14336,
      vocab: 256_000,
      maxPositions: 132_096,
      ffnKind: "swiglu",
      tiedEmbeddings: true,
      bias: false,
      norm: "layernorm",
      norms: { perLayer: 1, bias: false },
      parallelBlock: true,
      positions: "rope",
      attentionWindow: { window: 4096, fullEvery: 4 },
    },
    source: hub("CohereLabs/c4ai-command-r7b-12-2024"),
    status: "config",
  },
];
