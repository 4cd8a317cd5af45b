import { hub, type Preset } from "../preset.ts";

/** OLMo's blocks: Llama's with LayerNorms that have no parameters. */
const olmoBlocks = {
  maxPositions: 2048,
  ffnKind: "swiglu",
  bias: false,
  norm: "layernorm",
  norms: { affine: false },
  positions: "rope",
} as const;

/** OLMo 2's blocks: Llama's with norms after, and on queries and keys over all heads. */
const olmo2Blocks = {
  maxPositions: 4096,
  ffnKind: "swiglu",
  tiedEmbeddings: false,
  bias: false,
  norm: "rmsnorm",
  qkNorm: "full",
  positions: "rope",
} as const;

export const olmoPresets: readonly Preset[] = [
  {
    id: "olmo-1b",
    name: "OLMo 1B",
    model: {
      ...olmoBlocks,
      layers: 16,
      width: 2048,
      heads: 16,
      ffn: 8192,
      vocab: 50304,
      tiedEmbeddings: true,
    },
    source: hub("allenai/OLMo-1B-hf"),
    status: "verified",
    parametersPublished: 1_176_764_416,
  },
  {
    id: "olmo-7b",
    name: "OLMo 7B",
    model: {
      ...olmoBlocks,
      layers: 32,
      width: 4096,
      heads: 32,
      ffn: 11008,
      vocab: 50304,
      tiedEmbeddings: false,
    },
    source: hub("allenai/OLMo-7B-hf"),
    status: "verified",
    parametersPublished: 6_888_095_744,
  },
  {
    id: "olmo-2-1b",
    name: "OLMo 2 1B",
    model: { ...olmo2Blocks, layers: 16, width: 2048, heads: 16, ffn: 8192, vocab: 100_352 },
    source: hub("allenai/OLMo-2-0425-1B"),
    status: "verified",
    parametersPublished: 1_484_916_736,
  },
  {
    id: "olmo-2-7b",
    name: "OLMo 2 7B",
    model: { ...olmo2Blocks, layers: 32, width: 4096, heads: 32, ffn: 11008, vocab: 100_352 },
    source: hub("allenai/OLMo-2-1124-7B"),
    status: "verified",
    parametersPublished: 7_298_617_344,
  },
  {
    id: "olmo-2-13b",
    name: "OLMo 2 13B",
    model: { ...olmo2Blocks, layers: 40, width: 5120, heads: 40, ffn: 13824, vocab: 100_352 },
    source: hub("allenai/OLMo-2-1124-13B"),
    status: "verified",
    parametersPublished: 13_716_198_400,
  },
  {
    id: "olmo-2-32b",
    name: "OLMo 2 32B",
    model: { ...olmo2Blocks, layers: 64, width: 5120, heads: 40, kvHeads: 8, ffn: 27648, vocab: 100_352 },
    source: hub("allenai/OLMo-2-0325-32B"),
    status: "verified",
    parametersPublished: 32_234_279_936,
  },
  {
    id: "olmoe-1b-7b",
    name: "OLMoE 1B-7B",
    model: {
      layers: 16,
      width: 2048,
      heads: 16,
      ffn: 1024,
      vocab: 50304,
      maxPositions: 4096,
      ffnKind: "swiglu",
      tiedEmbeddings: false,
      bias: false,
      norm: "rmsnorm",
      qkNorm: "full",
      positions: "rope",
      moe: { experts: 64, active: 8, shared: 0, ffn: 1024, sharedFfn: 0, denseLayers: 0, every: 1 },
    },
    source: hub("allenai/OLMoE-1B-7B-0924"),
    status: "verified",
    parametersPublished: 6_919_161_856,
  },
];
