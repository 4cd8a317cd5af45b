import { hub, type Preset } from "../preset.ts";

/** BERT as a masked language model: post-norm encoder; the head has a matrix and a norm of its own. */
const bertBlocks = {
  maxPositions: 512,
  ffnKind: "gelu",
  tiedEmbeddings: true,
  bias: { qkv: true, attentionOut: true, mlp: true, head: true },
  norm: "layernorm",
  norms: { embedding: true, final: false },
  positions: "learned",
  causal: false,
  logitShare: 0.15,
} as const;

/** RoBERTa as a masked language model: BERT's blocks. */
const robertaBlocks = {
  maxPositions: 514,
  ffnKind: "gelu",
  tiedEmbeddings: true,
  bias: { qkv: true, attentionOut: true, mlp: true, head: true },
  norm: "layernorm",
  norms: { embedding: true, final: false },
  positions: "learned",
  causal: false,
  logitShare: 0.15,
} as const;

export const bertPresets: readonly Preset[] = [
  {
    id: "bert-base",
    name: "BERT base uncased",
    model: {
      ...bertBlocks,
      layers: 12,
      width: 768,
      heads: 12,
      ffn: 3072,
      vocab: 30522,
      extraParameters: { tokenTypes: 1536, headTransform: 592_128 },
    },
    source: hub("google-bert/bert-base-uncased"),
    status: "config",
  },
  {
    id: "bert-large",
    name: "BERT large uncased",
    model: {
      ...bertBlocks,
      layers: 24,
      width: 1024,
      heads: 16,
      ffn: 4096,
      vocab: 30522,
      extraParameters: { tokenTypes: 2048, headTransform: 1_051_648 },
    },
    source: hub("google-bert/bert-large-uncased"),
    status: "config",
  },
  {
    id: "roberta-base",
    name: "RoBERTa base",
    model: {
      ...robertaBlocks,
      layers: 12,
      width: 768,
      heads: 12,
      ffn: 3072,
      vocab: 50265,
      extraParameters: { tokenTypes: 768, headTransform: 592_128 },
    },
    source: hub("FacebookAI/roberta-base"),
    status: "config",
  },
  {
    id: "roberta-large",
    name: "RoBERTa large",
    model: {
      ...robertaBlocks,
      layers: 24,
      width: 1024,
      heads: 16,
      ffn: 4096,
      vocab: 50265,
      extraParameters: { tokenTypes: 1024, headTransform: 1_051_648 },
    },
    source: hub("FacebookAI/roberta-large"),
    status: "config",
  },
  {
    id: "distilbert-base",
    name: "DistilBERT base uncased",
    model: {
      layers: 6,
      width: 768,
      heads: 12,
      ffn: 3072,
      vocab: 30522,
      maxPositions: 512,
      ffnKind: "gelu",
      tiedEmbeddings: true,
      bias: { qkv: true, attentionOut: true, mlp: true, head: true },
      norm: "layernorm",
      norms: { embedding: true, final: false },
      positions: "learned",
      causal: false,
      logitShare: 0.15,
      extraParameters: { headTransform: 592_128 },
    },
    source: hub("distilbert/distilbert-base-uncased"),
    status: "config",
  },
];
