import { describe, expect, test } from "vitest";
import { UserError } from "../errors/issue.ts";
import type { ModelInput } from "./model.ts";
import { resolveModel } from "./resolve-model.ts";

const small: ModelInput = { layers: 12, width: 768, heads: 12, vocab: 50257 };

function issuesOf(input: ModelInput) {
  try {
    resolveModel(input);
  } catch (error) {
    if (error instanceof UserError) return error.issues;
    throw error;
  }
  return [];
}

describe("resolveModel fills what is left out", () => {
  test("a bare model is a pre-norm rope decoder without biases", () => {
    expect(resolveModel(small).model).toEqual({
      layers: 12,
      width: 768,
      heads: 12,
      kvHeads: 12,
      headDim: 64,
      ffn: 3072,
      ffnKind: "gelu",
      vocab: 50257,
      tiedEmbeddings: false,
      bias: { qkv: false, attentionOut: false, mlp: false, head: false },
      norm: "rmsnorm",
      norms: { perLayer: 2, affine: true, bias: false, embedding: false, final: true },
      qkNorm: false,
      parallelBlock: false,
      positions: "rope",
      maxPositions: null,
      causal: true,
      logitShare: 1,
      attentionWindow: null,
      moe: null,
      mla: null,
      extraParameters: {},
    });
  });

  test("every default is listed under its dotted path", () => {
    const { assumed } = resolveModel(small, "model");
    expect(assumed).toContainEqual({ path: "model.kvHeads", value: 12 });
    expect(assumed).toContainEqual({ path: "model.headDim", value: 64 });
    expect(assumed).toContainEqual({ path: "model.norms.perLayer", value: 2 });
    expect(assumed).toContainEqual({ path: "model.moe", value: null });
    expect(resolveModel(small, "a.b").assumed[0]?.path).toBe("a.b.kvHeads");
  });

  test("a resolved model has nothing left to assume, and resolves to itself", () => {
    const inputs: ModelInput[] = [
      small,
      { ...small, moe: { experts: 8, active: 2, ffn: 100, shared: 2 }, attentionWindow: 64 },
      { ...small, mla: { kvRank: 512, nopeDim: 128, ropeDim: 64, valueDim: 128 } },
      { ...small, attentionWindow: { window: 64, fullEvery: 6 }, maxPositions: 5 },
    ];
    for (const input of inputs) {
      const { model } = resolveModel(input);
      const again = resolveModel(model as ModelInput);
      expect(again).toEqual({ model, assumed: [], notes: [] });
    }
  });

  test("ffn is 4 width, gated ceil(8/3 width / 256) 256", () => {
    expect(resolveModel({ ...small, ffnKind: "relu" }).model.ffn).toBe(3072);
    expect(resolveModel({ ...small, ffnKind: "swiglu" }).model.ffn).toBe(2048);
    // LLaMA 7B: width 4096 gives 10922.67, and the published ffn is 11008.
    expect(resolveModel({ ...small, width: 4096, heads: 32, ffnKind: "geglu" }).model.ffn).toBe(11008);
  });

  test("bias true means every projection of a layer, never the head", () => {
    const { model } = resolveModel({ ...small, bias: true });
    expect(model.bias).toEqual({ qkv: true, attentionOut: true, mlp: true, head: false });
    expect(resolveModel({ ...small, bias: { head: true } }).model.bias.head).toBe(true);
  });

  test("norms have a bias exactly when they are layernorms with a scale", () => {
    const bias = (norm: "layernorm" | "rmsnorm", affine: boolean) =>
      resolveModel({ ...small, norm, norms: { affine } }).model.norms.bias;
    expect([bias("layernorm", true), bias("layernorm", false)]).toEqual([true, false]);
    expect([bias("rmsnorm", true), bias("rmsnorm", false)]).toEqual([false, false]);
  });

  test("an attention window n is { window: n, every: 1 }", () => {
    const window = (attentionWindow: ModelInput["attentionWindow"]) =>
      resolveModel({ ...small, ...(attentionWindow === undefined ? {} : { attentionWindow }) }).model
        .attentionWindow;
    expect(window(4096)).toEqual({ window: 4096, every: 1 });
    expect(window({ window: 4096 })).toEqual({ window: 4096, every: 1 });
    expect(window({ window: 512, fullEvery: 6 })).toEqual({ window: 512, fullEvery: 6 });
    expect(window(null)).toBeNull();
  });

  test("moe: sharedFfn is shared times ffn, and a sharedFfn alone is one shared expert", () => {
    const moe = (extra: object) =>
      resolveModel({ ...small, moe: { experts: 64, active: 6, ffn: 1408, ...extra } }).model.moe;
    expect(moe({ shared: 2 })).toMatchObject({ shared: 2, sharedFfn: 2816, denseLayers: 0, every: 1 });
    expect(moe({ sharedFfn: 5632 })).toMatchObject({ shared: 1, sharedFfn: 5632 });
    expect(moe({})).toMatchObject({ shared: 0, sharedFfn: 0 });
  });

  test("mla: headDim is nopeDim + ropeDim, and queries have no bottleneck unless said", () => {
    const mla = { kvRank: 512, nopeDim: 128, ropeDim: 64, valueDim: 128 };
    const { model } = resolveModel({ ...small, heads: 10, mla });
    expect([model.headDim, model.mla?.queryRank]).toEqual([192, null]);
  });

  test("learned positions without maxPositions: a note, not an error", () => {
    const codes = (input: ModelInput) => resolveModel(input).notes.map(({ code, path }) => [code, path]);
    expect(codes({ ...small, positions: "learned" })).toEqual([
      ["learned-positions-unknown", "model.maxPositions"],
    ]);
    expect(codes({ ...small, positions: "learned", maxPositions: 1024 })).toEqual([]);
  });
});

describe("resolveModel refuses what cannot be built", () => {
  test("heads must divide width, with the nearest that do", () => {
    expect(issuesOf({ ...small, heads: 10 })).toEqual([
      {
        code: "heads_not_divisor",
        path: "model.heads",
        message: "heads (10) must divide width (768)",
        hint: "nearest: 8, 12",
        severity: "error",
      },
    ]);
    expect(issuesOf({ ...small, heads: 10, headDim: 64 })).toEqual([]);
  });

  test("kvHeads must divide heads", () => {
    expect(issuesOf({ ...small, kvHeads: 5 })).toMatchObject([
      { code: "kv_heads_not_divisor", path: "model.kvHeads", hint: "nearest: 4, 6" },
    ]);
    expect(issuesOf({ ...small, kvHeads: 24 })).toMatchObject([{ hint: "nearest: 12" }]);
  });

  test("a bias beside no scale says which of the two fields stands in the way, and its value", () => {
    expect(issuesOf({ ...small, norms: { affine: false, bias: true } })).toMatchObject([
      {
        path: "model.norms.bias",
        message: expect.stringContaining("norms.affine is false"),
        hint: "set norms.bias to false",
      },
    ]);
  });

  test("all broken rules are reported at once", () => {
    const broken: ModelInput = {
      ...small,
      heads: 10,
      kvHeads: 3,
      norms: { perLayer: 7, affine: false, bias: true },
      attentionWindow: { window: 8, every: 2, fullEvery: 6 },
      moe: { experts: 4, active: 5, ffn: 8, denseLayers: 13, shared: 0, sharedFfn: 8 },
    };
    expect(issuesOf(broken).map(({ code }) => code)).toEqual([
      "heads_not_divisor",
      "kv_heads_not_divisor",
      "norms_per_layer",
      "norm_bias_without_scale",
      "window_pattern_twice",
      "moe_active_exceeds_experts",
      "dense_layers_exceed_layers",
      "shared_ffn_without_expert",
    ]);
  });

  test("mla decides headDim and kvHeads", () => {
    const mla = { kvRank: 512, nopeDim: 128, ropeDim: 64, valueDim: 128 };
    expect(issuesOf({ ...small, mla, headDim: 64, kvHeads: 4 }).map(({ code }) => code)).toEqual([
      "mla_head_dim",
      "mla_kv_heads",
    ]);
  });
});
