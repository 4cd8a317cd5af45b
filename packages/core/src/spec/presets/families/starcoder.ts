import { hub, type Preset } from "../preset.ts";

/** StarCoder2's blocks: LayerNorm, biases everywhere, rope, no gate, tied head. */
const starcoder2Blocks = {
  maxPositions: 16384,
  ffnKind: "gelu",
  tiedEmbeddings: true,
  bias: true,
  norm: "layernorm",
  positions: "rope",
  attentionWindow: 4096,
} as const;

export const starcoderPresets: readonly Preset[] = [
  {
    id: "starcoder-15b",
    name: "StarCoder 15B",
    model: {
      layers: 40,
      width: 6144,
      heads: 48,
      kvHeads: 1,
      ffn: 24576,
      vocab: 49152,
      maxPositions: 8192,
      ffnKind: "gelu",
      tiedEmbeddings: true,
      bias: true,
      norm: "layernorm",
      positions: "learned",
    },
    source: hub("bigcode/starcoder"),
    status: "config",
  },
  {
    id: "starcoder2-3b",
    name: "StarCoder2 3B",
    model: { ...starcoder2Blocks, layers: 30, width: 3072, heads: 24, kvHeads: 2, ffn: 12288, vocab: 49152 },
    source: hub("bigcode/starcoder2-3b"),
    status: "config",
  },
  {
    id: "starcoder2-7b",
    name: "StarCoder2 7B",
    model: { ...starcoder2Blocks, layers: 32, width: 4608, heads: 36, kvHeads: 4, ffn: 18432, vocab: 49152 },
    source: hub("bigcode/starcoder2-7b"),
    status: "config",
  },
];
