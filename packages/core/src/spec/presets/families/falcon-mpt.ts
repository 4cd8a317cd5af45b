import { hub, type Preset } from "../preset.ts";

/** Falcon's blocks: LayerNorm, no gate, tied head. */
const falconBlocks = {
  maxPositions: 2048,
  ffnKind: "gelu",
  tiedEmbeddings: true,
  norm: "layernorm",
} as const;

/** MPT's blocks: LayerNorm without bias, ALiBi, tied head. */
const mptBlocks = {
  ffnKind: "gelu",
  tiedEmbeddings: true,
  bias: false,
  norm: "layernorm",
  norms: { bias: false },
  positions: "alibi",
} as const;

export const falconMptPresets: readonly Preset[] = [
  {
    id: "falcon-rw-1b",
    name: "Falcon-RW 1B",
    model: {
      ...falconBlocks,
      layers: 24,
      width: 2048,
      heads: 32,
      ffn: 8192,
      vocab: 50304,
      bias: true,
      positions: "alibi",
    },
    source: hub("tiiuae/falcon-rw-1b"),
    status: "verified",
    parametersPublished: 1_311_625_216,
  },
  {
    id: "falcon-7b",
    name: "Falcon 7B",
    model: {
      ...falconBlocks,
      layers: 32,
      width: 4544,
      heads: 71,
      kvHeads: 1,
      ffn: 18176,
      vocab: 65024,
      bias: false,
      norms: { perLayer: 1 },
      parallelBlock: true,
      positions: "rope",
    },
    source: hub("tiiuae/falcon-7b"),
    status: "config",
  },
  {
    id: "falcon-40b",
    name: "Falcon 40B",
    model: {
      ...falconBlocks,
      layers: 60,
      width: 8192,
      heads: 128,
      kvHeads: 8,
      ffn: 32768,
      vocab: 65024,
      bias: false,
      parallelBlock: true,
      positions: "rope",
    },
    source: hub("tiiuae/falcon-40b"),
    status: "config",
  },
  {
    id: "falcon-180b",
    name: "Falcon 180B",
    model: {
      ...falconBlocks,
      layers: 80,
      width: 14848,
      heads: 232,
      kvHeads: 8,
      ffn: 59392,
      vocab: 65024,
      bias: false,
      parallelBlock: true,
      positions: "rope",
    },
    source: hub("tiiuae/falcon-180B"),
    status: "config",
  },
  {
    id: "mpt-7b",
    name: "MPT 7B",
    model: { ...mptBlocks, layers: 32, width: 4096, heads: 32, ffn: 16384, vocab: 50432, maxPositions: 2048 },
    source: hub("mosaicml/mpt-7b"),
    status: "verified",
    parametersPublished: 6_649_286_656,
  },
  {
    id: "mpt-30b",
    name: "MPT 30B",
    model: { ...mptBlocks, layers: 48, width: 7168, heads: 64, ffn: 28672, vocab: 50432, maxPositions: 8192 },
    source: hub("mosaicml/mpt-30b"),
    status: "config",
  },
];
