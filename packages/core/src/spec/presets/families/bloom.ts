import { hub, type Preset } from "../preset.ts";

/** BLOOM's blocks: GPT-2's with ALiBi and a norm after the embedding. */
const bloomBlocks = {
  maxPositions: 2048,
  ffnKind: "gelu",
  tiedEmbeddings: true,
  bias: true,
  norm: "layernorm",
  norms: { embedding: true },
  positions: "alibi",
} as const;

export const bloomPresets: readonly Preset[] = [
  {
    id: "bloom-560m",
    name: "BLOOM 560M",
    model: { ...bloomBlocks, layers: 24, width: 1024, heads: 16, ffn: 4096, vocab: 250_880 },
    source: hub("bigscience/bloom-560m"),
    status: "verified",
    parametersPublished: 559_214_592,
  },
  {
    id: "bloom-1.1b",
    name: "BLOOM 1.1B",
    model: { ...bloomBlocks, layers: 24, width: 1536, heads: 16, ffn: 6144, vocab: 250_880 },
    source: hub("bigscience/bloom-1b1"),
    status: "verified",
    parametersPublished: 1_065_314_304,
  },
  {
    id: "bloom-1.7b",
    name: "BLOOM 1.7B",
    model: { ...bloomBlocks, layers: 24, width: 2048, heads: 16, ffn: 8192, vocab: 250_880 },
    source: hub("bigscience/bloom-1b7"),
    status: "config",
  },
  {
    id: "bloom-3b",
    name: "BLOOM 3B",
    model: { ...bloomBlocks, layers: 30, width: 2560, heads: 32, ffn: 10240, vocab: 250_880 },
    source: hub("bigscience/bloom-3b"),
    status: "verified",
    parametersPublished: 3_002_557_440,
  },
  {
    id: "bloom-7.1b",
    name: "BLOOM 7.1B",
    model: { ...bloomBlocks, layers: 30, width: 4096, heads: 32, ffn: 16384, vocab: 250_880 },
    source: hub("bigscience/bloom-7b1"),
    status: "verified",
    parametersPublished: 7_069_016_064,
  },
  {
    id: "bloom-176b",
    name: "BLOOM 176B",
    model: { ...bloomBlocks, layers: 70, width: 14336, heads: 112, ffn: 57344, vocab: 250_880 },
    source: hub("bigscience/bloom"),
    status: "verified",
    parametersPublished: 176_247_271_424,
  },
];
