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
    status: "config",
  },
  {
    id: "pythia-160m",
    name: "Pythia 160M",
    model: { ...gptNeoxBlocks, layers: 12, width: 768, heads: 12, ffn: 3072, vocab: 50304 },
    source: hub("EleutherAI/pythia-160m"),
    status: "config",
  },
  {
    id: "pythia-410m",
    name: "Pythia 410M",
    model: { ...gptNeoxBlocks, layers: 24, width: 1024, heads: 16, ffn: 4096, vocab: 50304 },
    source: hub("EleutherAI/pythia-410m"),
    status: "config",
  },
  {
    id: "pythia-1b",
    name: "Pythia 1B",
    model: { ...gptNeoxBlocks, layers: 16, width: 2048, heads: 8, ffn: 8192, vocab: 50304 },
    source: hub("EleutherAI/pythia-1b"),
    status: "config",
  },
  {
    id: "pythia-1.4b",
    name: "Pythia 1.4B",
    model: { ...gptNeoxBlocks, layers: 24, width: 2048, heads: 16, ffn: 8192, vocab: 50304 },
    source: hub("EleutherAI/pythia-1.4b"),
    status: "config",
  },
  {
    id: "pythia-2.8b",
    name: "Pythia 2.8B",
    model: { ...gptNeoxBlocks, layers: 32, width: 2560, heads: 32, ffn: 10240, vocab: 50304 },
    source: hub("EleutherAI/pythia-2.8b"),
    status: "config",
  },
  {
    id: "pythia-6.9b",
    name: "Pythia 6.9B",
    model: { ...gptNeoxBlocks, layers: 32, width: 4096, heads: 32, ffn: 16384, vocab: 50432 },
    source: hub("EleutherAI/pythia-6.9b"),
    status: "config",
  },
  {
    id: "pythia-12b",
    name: "Pythia 12B",
    model: { ...gptNeoxBlocks, layers: 36, width: 5120, heads: 40, ffn: 20480, vocab: 50688 },
    source: hub("EleutherAI/pythia-12b"),
    status: "config",
  },
];
