import { hub, type Preset } from "../preset.ts";

/** Mistral's blocks: Llama's. */
const mistralBlocks = {
  ffnKind: "swiglu",
  tiedEmbeddings: false,
  bias: false,
  norm: "rmsnorm",
  positions: "rope",
} as const;

/** Mixtral's blocks: Mistral's with experts. */
const mixtralBlocks = {
  ffnKind: "swiglu",
  tiedEmbeddings: false,
  bias: false,
  norm: "rmsnorm",
  positions: "rope",
} as const;

export const mistralPresets: readonly Preset[] = [
  {
    id: "mistral-7b",
    name: "Mistral 7B v0.1",
    model: {
      ...mistralBlocks,
      layers: 32,
      width: 4096,
      heads: 32,
      kvHeads: 8,
      ffn: 14336,
      vocab: 32000,
      maxPositions: 32768,
      attentionWindow: 4096,
    },
    source: hub("mistralai/Mistral-7B-v0.1"),
    status: "config",
  },
  {
    id: "mistral-7b-v0.3",
    name: "Mistral 7B v0.3",
    model: {
      ...mistralBlocks,
      layers: 32,
      width: 4096,
      heads: 32,
      kvHeads: 8,
      ffn: 14336,
      vocab: 32768,
      maxPositions: 32768,
    },
    source: hub("mistralai/Mistral-7B-v0.3"),
    status: "config",
  },
  {
    id: "mistral-nemo-12b",
    name: "Mistral NeMo 12B",
    model: {
      ...mistralBlocks,
      layers: 40,
      width: 5120,
      heads: 32,
      kvHeads: 8,
      headDim: 128,
      ffn: 14336,
      vocab: 131_072,
      maxPositions: 131_072,
    },
    source: hub("mistralai/Mistral-Nemo-Base-2407"),
    status: "config",
  },
  {
    id: "mistral-small-24b",
    name: "Mistral Small 3 24B",
    model: {
      ...mistralBlocks,
      layers: 40,
      width: 5120,
      heads: 32,
      kvHeads: 8,
      headDim: 128,
      ffn: 32768,
      vocab: 131_072,
      maxPositions: 32768,
    },
    source: hub("mistralai/Mistral-Small-24B-Base-2501"),
    status: "config",
  },
  {
    id: "mixtral-8x7b",
    name: "Mixtral 8x7B",
    model: {
      ...mixtralBlocks,
      layers: 32,
      width: 4096,
      heads: 32,
      kvHeads: 8,
      ffn: 14336,
      vocab: 32000,
      maxPositions: 32768,
      moe: { experts: 8, active: 2, ffn: 14336, shared: 0, sharedFfn: 0, denseLayers: 0, every: 1 },
    },
    source: hub("mistralai/Mixtral-8x7B-v0.1"),
    status: "config",
  },
  {
    id: "mixtral-8x22b",
    name: "Mixtral 8x22B",
    model: {
      ...mixtralBlocks,
      layers: 56,
      width: 6144,
      heads: 48,
      kvHeads: 8,
      ffn: 16384,
      vocab: 32000,
      maxPositions: 65536,
      moe: { experts: 8, active: 2, ffn: 16384, shared: 0, sharedFfn: 0, denseLayers: 0, every: 1 },
    },
    source: hub("mistralai/Mixtral-8x22B-v0.1"),
    status: "config",
  },
];
