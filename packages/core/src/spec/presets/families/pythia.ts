import { hub, type Preset } from "../preset.ts";

/** GPT-NeoX's blocks: two LayerNorms beside each other, rope, untied head. */
const gptNeoxBlocks = {
  maxPositions: 2048,
  ffnKind: "gelu",
  tiedEmbeddings: false,
  bias: true,
  norm: "layernorm",
  parallelBlock: true,
  positions: "rope",
} as const;

export const pythiaPresets: readonly Preset[] = [
  {
    id: "pythia-70m",
    name: "Pythia 70M",
    model: { ...gptNeoxBlocks, layers: 6, width: 512, heads: 8, ffn: 2048, vocab: 50304 },
    source: hub("EleutherAI/pythia-70m"),
    status: "verified",
    parametersPublished: 70_426_624,
  },
  {
    id: "pythia-160m",
    name: "Pythia 160M",
    model: { ...gptNeoxBlocks, layers: 12, width: 768, heads: 12, ffn: 3072, vocab: 50304 },
    source: hub("EleutherAI/pythia-160m"),
    status: "verified",
    parametersPublished: 162_322_944,
  },
  {
    id: "pythia-410m",
    name: "Pythia 410M",
    model: { ...gptNeoxBlocks, layers: 24, width: 1024, heads: 16, ffn: 4096, vocab: 50304 },
    source: hub("EleutherAI/pythia-410m"),
    status: "verified",
    parametersPublished: 405_334_016,
  },
  {
    id: "pythia-1b",
    name: "Pythia 1B",
    model: { ...gptNeoxBlocks, layers: 16, width: 2048, heads: 8, ffn: 8192, vocab: 50304 },
    source: hub("EleutherAI/pythia-1b"),
    status: "verified",
    parametersPublished: 1_011_781_632,
  },
  {
    id: "pythia-1.4b",
    name: "Pythia 1.4B",
    model: { ...gptNeoxBlocks, layers: 24, width: 2048, heads: 16, ffn: 8192, vocab: 50304 },
    source: hub("EleutherAI/pythia-1.4b"),
    status: "verified",
    parametersPublished: 1_414_647_808,
  },
  {
    id: "pythia-2.8b",
    name: "Pythia 2.8B",
    model: { ...gptNeoxBlocks, layers: 32, width: 2560, heads: 32, ffn: 10240, vocab: 50304 },
    source: hub("EleutherAI/pythia-2.8b"),
    status: "verified",
    parametersPublished: 2_775_208_960,
  },
  {
    id: "pythia-6.9b",
    name: "Pythia 6.9B",
    model: { ...gptNeoxBlocks, layers: 32, width: 4096, heads: 32, ffn: 16384, vocab: 50432 },
    source: hub("EleutherAI/pythia-6.9b"),
    status: "verified",
    parametersPublished: 6_857_302_016,
  },
  {
    id: "pythia-12b",
    name: "Pythia 12B",
    model: { ...gptNeoxBlocks, layers: 36, width: 5120, heads: 40, ffn: 20480, vocab: 50688 },
    source: hub("EleutherAI/pythia-12b"),
    status: "verified",
    parametersPublished: 11_846_072_320,
  },
];
