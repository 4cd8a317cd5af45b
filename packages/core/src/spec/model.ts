import { once } from "@wallclock/hardware/schema";
import * as z from "zod";

/** Counts that must be whole and at least one. */
export const positiveInteger = /* @__PURE__ */ once(() => z.int().min(1));
const nonNegativeInteger = /* @__PURE__ */ once(() => z.int().min(0));

export const ffnKinds = ["gelu", "relu", "relu2", "swiglu", "geglu"] as const;

const biasSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    qkv: z.boolean().optional(),
    attentionOut: z.boolean().optional(),
    mlp: z.boolean().optional(),
    head: z.boolean().optional(),
  }),
);

const normsSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    /** Norms in each layer: 1 (shared by a parallel block), 2 (usual), 4 (Gemma 2 and 3: before and after). */
    perLayer: nonNegativeInteger().optional(),
    /** Whether norms have a learned scale. */
    affine: z.boolean().optional(),
    /** Whether a LayerNorm has a bias beside its scale; default true for layernorm, false for rmsnorm. */
    bias: z.boolean().optional(),
    /** A norm right after the token embedding (BLOOM). */
    embedding: z.boolean().optional(),
    /** The norm before the output head; false only for post-norm models without one. */
    final: z.boolean().optional(),
  }),
);

const windowSchema = /* @__PURE__ */ once(() =>
  z.union([
    positiveInteger(),
    z.strictObject({
      window: positiveInteger(),
      /** Sliding on every n-th layer, the others full: 1 = all layers, 2 = alternating (Gemma 2). */
      every: positiveInteger().optional(),
      /** The other way round: full attention on every n-th layer, sliding on the rest (Gemma 3: 6). */
      fullEvery: positiveInteger().optional(),
    }),
  ]),
);

const moeSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    experts: positiveInteger(),
    active: positiveInteger(),
    shared: nonNegativeInteger().optional(),
    ffn: positiveInteger(),
    sharedFfn: nonNegativeInteger().optional(),
    denseLayers: nonNegativeInteger().optional(),
    every: positiveInteger().optional(),
  }),
);

const mlaSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    kvRank: positiveInteger(),
    queryRank: positiveInteger().nullable().optional(),
    nopeDim: positiveInteger(),
    ropeDim: positiveInteger(),
    valueDim: positiveInteger(),
  }),
);

/** A model in full, as a user writes it: everything but the sizes may be left out. */
export const modelSchema = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      layers: positiveInteger(),
      width: positiveInteger(),
      heads: positiveInteger(),
      kvHeads: positiveInteger().optional(),
      headDim: positiveInteger().optional(),
      ffn: positiveInteger().optional(),
      ffnKind: z.enum(ffnKinds).optional(),
      vocab: positiveInteger(),
      tiedEmbeddings: z.boolean().optional(),
      bias: z.union([z.boolean(), biasSchema()]).optional(),
      norm: z.enum(["layernorm", "rmsnorm"]).optional(),
      norms: normsSchema().optional(),
      /** true: one scale vector of headDim for queries and one for keys (Qwen 3); "full": over all heads (OLMo 2). */
      qkNorm: z.union([z.boolean(), z.literal("full")]).optional(),
      parallelBlock: z.boolean().optional(),
      positions: z.enum(["learned", "rope", "alibi", "none"]).optional(),
      maxPositions: positiveInteger().nullable().optional(),
      causal: z.boolean().optional(),
      logitShare: z.number().min(0).max(1).optional(),
      attentionWindow: windowSchema().nullable().optional(),
      moe: moeSchema().nullable().optional(),
      mla: mlaSchema().nullable().optional(),
      extraParameters: z.record(z.string(), z.int()).optional(),
    })
    .meta({ id: "Model", description: "A transformer in full: sizes, and what its blocks are made of." }),
);

export type ModelInput = z.infer<ReturnType<typeof modelSchema>>;
export type FfnKind = (typeof ffnKinds)[number];

/** A model with every field decided: what the ledger, the parameter count and the memory read. */
export interface Model {
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly ffn: number;
  readonly ffnKind: FfnKind;
  readonly vocab: number;
  readonly tiedEmbeddings: boolean;
  readonly bias: {
    readonly qkv: boolean;
    readonly attentionOut: boolean;
    readonly mlp: boolean;
    readonly head: boolean;
  };
  readonly norm: "layernorm" | "rmsnorm";
  readonly norms: {
    readonly perLayer: number;
    readonly affine: boolean;
    readonly bias: boolean;
    readonly embedding: boolean;
    readonly final: boolean;
  };
  readonly qkNorm: boolean | "full";
  readonly parallelBlock: boolean;
  readonly positions: "learned" | "rope" | "alibi" | "none";
  readonly maxPositions: number | null;
  readonly causal: boolean;
  readonly logitShare: number;
  readonly attentionWindow:
    | null
    | { readonly window: number; readonly every: number }
    | { readonly window: number; readonly fullEvery: number };
  readonly moe: null | {
    readonly experts: number;
    readonly active: number;
    readonly shared: number;
    readonly ffn: number;
    readonly sharedFfn: number;
    readonly denseLayers: number;
    readonly every: number;
  };
  readonly mla: null | {
    readonly kvRank: number;
    readonly queryRank: number | null;
    readonly nopeDim: number;
    readonly ropeDim: number;
    readonly valueDim: number;
  };
  readonly extraParameters: Readonly<Record<string, number>>;
}

/** ffn kinds with a gate: three matrices instead of two. */
export function isGated(kind: FfnKind): boolean {
  return kind === "swiglu" || kind === "geglu";
}
