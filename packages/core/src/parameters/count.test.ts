import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../errors/issue.ts";
import { ffnLayers } from "../spec/ffn-layers.ts";
import type { Model, ModelInput } from "../spec/model.ts";
import { findPreset } from "../spec/presets/index.ts";
import { resolveModel } from "../spec/resolve-model.ts";
import { countParameters } from "./count.ts";
import { layerMatrices } from "./layer-matrices.ts";

function preset(id: string): Model {
  const found = findPreset(id);
  if (!found.found) throw new Error(`no preset ${id}`);
  return resolveModel(found.preset.model).model;
}

const count = (input: ModelInput) => countParameters(resolveModel(input).model);

describe("countParameters by hand", () => {
  test("countParameters(gpt2) is 124,439,808", () => {
    const { total, active, nonEmbedding, groups } = countParameters(preset("gpt2-124m"));
    expect(groups).toEqual({
      tokenEmbedding: 50257 * 768,
      positionEmbedding: 1024 * 768,
      norms: 25 * 2 * 768,
      attention: 12 * (768 * 2304 + 2304 + 768 * 768 + 768),
      mlp: 12 * (2 * 768 * 3072 + 3072 + 768),
      router: 0,
      experts: 0,
      sharedExperts: 0,
      head: 0,
    });
    expect([total, active, nonEmbedding]).toEqual([124_439_808, 124_439_808, 85_056_000]);
  });

  test("countParameters(llama-3-8b) is 8,030,261,248", () => {
    const { total, nonEmbedding, groups } = countParameters(preset("llama-3-8b"));
    expect(groups.attention).toBe(32 * (4096 * (4096 + 2 * 1024) + 4096 * 4096));
    expect(groups.mlp).toBe(32 * 3 * 4096 * 14336);
    expect(groups.norms).toBe(65 * 4096);
    expect(groups.head).toBe(128256 * 4096);
    expect(total).toBe(8_030_261_248);
    expect(nonEmbedding).toBe(total - 2 * 128256 * 4096);
  });

  test("countParameters(mixtral-8x7b) is 46,702,792,704, of which a token passes 12,879,925,248", () => {
    const { total, active, groups } = countParameters(preset("mixtral-8x7b"));
    expect(groups.router).toBe(32 * 4096 * 8);
    expect(groups.experts).toBe(32 * 8 * 3 * 4096 * 14336);
    expect([total, active]).toEqual([46_702_792_704, 12_879_925_248]);
  });

  test("countParameters(deepseek-v2-lite) is 15,706,484,224: one dense layer, latent attention, shared experts", () => {
    const { total, groups } = countParameters(preset("deepseek-v2-lite"));
    const latent = 2048 * 16 * 192 + 2048 * 576 + 512 * 16 * 256 + 16 * 128 * 2048;
    expect(groups.attention).toBe(27 * latent);
    expect(groups.norms).toBe(27 * (2 * 2048 + 512) + 2048);
    expect(groups.mlp).toBe(3 * 2048 * 10944);
    expect(groups.sharedExperts).toBe(26 * 3 * 2048 * 2816);
    expect(total).toBe(15_706_484_224);
  });

  test("an extra parameter has its own group, and may be negative", () => {
    const bare = count({ layers: 1, width: 8, heads: 1, vocab: 10 });
    const extra = { gate: 5, narrow: -7 };
    const more = count({ layers: 1, width: 8, heads: 1, vocab: 10, extraParameters: extra });
    expect(more.groups).toMatchObject({ "extra.gate": 5, "extra.narrow": -7 });
    expect(more.total).toBe(bare.total - 2);
    expect(more.nonEmbedding).toBe(bare.nonEmbedding - 2);
  });

  test("logitShare 0 has no head, untied or not, and no bias on it", () => {
    const model = { layers: 1, width: 8, heads: 1, vocab: 10, bias: { head: true } };
    expect(count({ ...model, logitShare: 0 }).groups.head).toBe(0);
    expect(count(model).groups.head).toBe(90);
    expect(count({ ...model, tiedEmbeddings: true }).groups.head).toBe(10);
  });

  test("an embedding norm adds one norm, a missing final norm takes one away", () => {
    const norms = (extra: object) => count({ ...small, norms: extra }).groups.norms;
    expect(norms({})).toBe(3 * 8);
    expect(norms({ embedding: true })).toBe(4 * 8);
    expect(norms({ final: false })).toBe(2 * 8);
    expect(norms({ perLayer: 4 })).toBe(5 * 8);
    expect(norms({ affine: false })).toBe(0);
    expect(norms({ bias: true })).toBe(6 * 8);
  });

  test("query and key norms: a head's width each, or all heads'", () => {
    const norms = (qkNorm: boolean | "full") =>
      count({ ...small, heads: 4, kvHeads: 2, headDim: 6, qkNorm }).groups.norms;
    expect(norms(true)).toBe(24 + 2 * 6);
    expect(norms("full")).toBe(24 + 4 * 6 + 2 * 6);
  });

  test("learned positions without maxPositions count as none", () => {
    expect(count({ ...small, positions: "learned" }).groups.positionEmbedding).toBe(0);
    expect(count({ ...small, positions: "learned", maxPositions: 5 }).groups.positionEmbedding).toBe(40);
  });

  test("what is too large to be exact, or nothing at all, is refused", () => {
    const huge = { layers: 1e5, width: 1e6, heads: 1, vocab: 1 };
    expect(() => count(huge)).toThrow(UserError);
    expect(() => count({ ...small, extraParameters: { minus: -1e6 } })).toThrow(UserError);
  });
});

const small = { layers: 1, width: 8, heads: 1, vocab: 10 };

const size = (max: number) => fc.integer({ min: 1, max });
const models: fc.Arbitrary<ModelInput> = fc
  .record({
    layers: size(40),
    headDim: size(64),
    kvHeads: size(4),
    group: size(4),
    ffn: size(300),
    vocab: size(1000),
    ffnKind: fc.constantFrom("gelu", "swiglu") as fc.Arbitrary<"gelu" | "swiglu">,
    tiedEmbeddings: fc.boolean(),
    bias: fc.boolean(),
    norm: fc.constantFrom("layernorm", "rmsnorm") as fc.Arbitrary<"layernorm" | "rmsnorm">,
    qkNorm: fc.constantFrom(true, false, "full") as fc.Arbitrary<boolean | "full">,
    experts: size(8),
    active: size(8),
    denseLayers: fc.integer({ min: 0, max: 3 }),
    every: size(3),
    sparse: fc.boolean(),
  })
  .map(({ group, kvHeads, headDim, experts, active, denseLayers, every, sparse, ...rest }) => {
    const heads = kvHeads * group;
    const moe = {
      experts,
      active: Math.min(active, experts),
      ffn: 16,
      shared: 1,
      denseLayers: Math.min(denseLayers, rest.layers),
      every,
    };
    return { ...rest, heads, kvHeads, headDim, width: heads * headDim, moe: sparse ? moe : null };
  });

describe("countParameters always", () => {
  test("groups sum to total, and active and nonEmbedding never exceed it", () => {
    fc.assert(
      fc.property(models, (input) => {
        const { total, active, nonEmbedding, groups } = count(input);
        expect(Object.values(groups).reduce((sum, value) => sum + value, 0)).toBe(total);
        expect(active).toBeLessThanOrEqual(total);
        expect(nonEmbedding).toBeLessThan(total);
      }),
      { numRuns: 100 },
    );
  });

  test("total is the matrices of the layers, the embeddings, and what is one-dimensional", () => {
    fc.assert(
      fc.property(models, (input) => {
        const { model } = resolveModel({ ...input, bias: false, norms: { affine: false }, qkNorm: false });
        const embeddings = (model.tiedEmbeddings ? 1 : 2) * model.vocab * model.width;
        expect(countParameters(model).total).toBe(layerMatrices(model).total + embeddings);
      }),
      { numRuns: 100 },
    );
  });

  test("one more active expert adds one expert's weights in every layer that has experts", () => {
    fc.assert(
      fc.property(models, (input) => {
        const { model } = resolveModel({ ...input, bias: false });
        if (model.moe === null || model.moe.active === model.moe.experts) return;
        const more = { ...model, moe: { ...model.moe, active: model.moe.active + 1 } };
        const added = ffnLayers(model).moe * layerMatrices(model).expert;
        expect(countParameters(more).active - countParameters(model).active).toBe(added);
      }),
      { numRuns: 100 },
    );
  });

  test("a tied head saves vocab x width", () => {
    fc.assert(
      fc.property(models, (input) => {
        const untied = count({ ...input, tiedEmbeddings: false });
        const tied = count({ ...input, tiedEmbeddings: true });
        expect(untied.total - tied.total).toBe(input.vocab * input.width);
        expect(untied.nonEmbedding).toBe(tied.nonEmbedding);
      }),
      { numRuns: 50 },
    );
  });
});
