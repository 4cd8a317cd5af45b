import { describe, expect, test } from "vitest";
import { buildLedger } from "../../src/ledger/build.ts";
import type { Op } from "../../src/ledger/op.ts";
import type { Workload } from "../../src/ledger/workload.ts";
import { countParameters } from "../../src/parameters/count.ts";
import type { Model, ModelInput } from "../../src/spec/model.ts";
import { deepSeekLite, gpt2, modelOf, workloadOf } from "./fixtures.ts";

const base: ModelInput = { layers: 4, width: 32, heads: 4, vocab: 100, ffn: 64 };
const T = 2 * 16;

function rows(model: Model, changes: Partial<Workload> = {}): readonly Op[] {
  return buildLedger(model, workloadOf(changes), countParameters(model).total).ops;
}

function named(ops: readonly Op[], name: string, phase: Op["phase"] = "forward"): Op | undefined {
  return ops.find((op) => op.name === name && op.phase === phase);
}

describe("attention", () => {
  test("an encoder has no mask, and its flash attention skips nothing", () => {
    const encoder = modelOf({ ...base, causal: false });
    expect(named(rows(encoder), "mask")).toBeUndefined();
    const scores = 2 * 4 * 16 * 16;
    const perScore = 4 * 8 + 6;
    expect(named(rows(encoder, { variant: "fused" }), "flash-attention")?.flop).toBe(4 * scores * perScore);
  });

  test("a window is a mask in eager code and skipped work in flash attention, on its layers", () => {
    const alternating = modelOf({ ...base, causal: false, attentionWindow: { window: 4, every: 2 } });
    const eager = rows(alternating);
    expect(named(eager, "mask")?.count).toBe(2);
    expect(named(eager, "scores")?.count).toBe(4);
    const flash = rows(alternating, { variant: "fused" });
    const full = named(flash, "flash-attention");
    const sliding = named(flash, "sliding-flash-attention");
    expect([full?.count, sliding?.count]).toEqual([2, 2]);
    expect(full?.flop).toBe(4 * (sliding?.flop ?? 0));
  });

  test("grouped keys and values shrink projections and traffic, never the scores' FLOPs", () => {
    const grouped = named(rows(modelOf({ ...base, kvHeads: 1 })), "scores");
    const full = named(rows(modelOf(base)), "scores");
    expect(grouped?.flop).toBe(full?.flop);
    expect((full?.copies ?? 0) - (grouped?.copies ?? 0)).toBe(4 * T * (32 - 8));
  });

  test("ALiBi adds one FLOP a score to the mask and has no gradient", () => {
    const alibi = rows(modelOf({ ...base, positions: "alibi" }));
    const plain = rows(modelOf({ ...base, positions: "none" }));
    const A = 2 * 4 * 16 * 16;
    expect(named(alibi, "mask")?.flop).toBe(4 * A);
    expect((named(alibi, "mask")?.copies ?? 0) - (named(plain, "mask")?.copies ?? 0)).toBe(4 * 4 * 16);
    expect(named(alibi, "mask", "backward")).toEqual(
      expect.objectContaining({ flop: 0, copies: named(plain, "mask", "backward")?.copies }),
    );
  });

  test("latent attention has one size where queries meet keys and another for values", () => {
    const ops = rows(deepSeekLite);
    const A = 2 * 16 * 16 * 16;
    expect(named(ops, "scores")?.flop).toBe(27 * 2 * A * 192);
    expect(named(ops, "weighted-values")?.flop).toBe(27 * 2 * A * 128);
    // the rotated key is one for all heads
    expect(named(ops, "scores")?.copies).toBe(27 * (T * 16 * 192 + T * (16 * 128 + 64) + A));
  });
});

describe("norms and residuals", () => {
  test("without affine parameters a norm reads none and does fewer FLOPs", () => {
    const bare = named(rows(modelOf({ ...base, norm: "layernorm", norms: { affine: false } })), "norm");
    expect(bare?.copies).toBe(8 * (2 * T * 32 + 2 * T));
    expect(bare?.flop).toBe(8 * 5 * T * 32);
  });

  test("a parallel block that shares its norm has one fused junction of five passes and a kernel less", () => {
    const parallel = modelOf({ ...base, parallelBlock: true, norms: { perLayer: 1 } });
    const junction = named(rows(parallel, { variant: "fused" }), "parallel-residual-norm");
    expect(junction?.count).toBe(4);
    expect(junction?.copies).toBe(4 * (5 * T * 32 + 32 + T));
    expect(named(rows(parallel), "residual-add")?.count).toBe(8);
  });

  test("norms of a branch's output add no pass over the width when fused", () => {
    const four = named(
      rows(modelOf({ ...base, norms: { perLayer: 4 } }), { variant: "fused" }),
      "norm-residual-norm",
    );
    const two = named(rows(modelOf(base), { variant: "fused" }), "residual-norm");
    expect((four?.copies ?? 0) - (two?.copies ?? 0)).toBe(8 * (32 + T));
  });
});

describe("the head", () => {
  test("without logits there is no head, no loss and no gradient to add to a tied embedding", () => {
    const none = rows(modelOf({ ...base, tiedEmbeddings: true, logitShare: 0 }));
    const names = ["unembedding", "log-softmax", "negative-log-likelihood", "tied-gradient-sum"];
    expect(none.filter((op) => names.includes(op.name))).toEqual([]);
  });

  test("a share of positions scales its FLOPs and not its matrix", () => {
    const share = named(rows(modelOf({ ...base, logitShare: 0.15 })), "unembedding");
    expect(share?.flop).toBeCloseTo(0.15 * 2 * T * 32 * 100, 6);
    expect(share?.copies).toBeCloseTo(0.15 * T * (32 + 100) + 32 * 100, 6);
  });
});

describe("a mixture of experts", () => {
  const moe = { experts: 8, active: 2, shared: 1, ffn: 16, sharedFfn: 24, denseLayers: 1 };
  const mixture = modelOf({ ...base, ffnKind: "swiglu", moe });

  test("computes T x active rows and touches every expert's weights once", () => {
    const up = named(rows(mixture), "expert-up-and-gate-projection");
    expect(up?.count).toBe(6);
    expect(up?.flop).toBe(6 * 2 * (2 * T) * 32 * 16);
    expect(up?.copies).toBe(6 * (2 * T * 32 + 8 * 32 * 16 + 2 * T * 16));
    expect(up?.launches).toBe(6 * 8);
  });

  test("touches no more experts than it has routed rows, and one kernel when grouped", () => {
    const one = rows(mixture, { batch: 1, contextLength: 1, variant: "fused" });
    const up = named(one, "expert-up-and-gate-projection");
    expect(up?.copies).toBe(6 * (2 * 32 + 2 * 32 * 16 + 2 * 16));
    expect(up?.launches).toBe(6);
  });

  test("sums the gradients of everything that reads a layer's input", () => {
    const ops = rows(mixture);
    expect(named(ops, "input-gradient-sum", "backward")?.count).toBe(1);
    expect(named(ops, "moe-input-gradient-sum", "backward")?.count).toBe(3 * 3);
  });
});

describe("optimizers", () => {
  const at = (optimizer: Workload["optimizer"], variant: Workload["variant"]) =>
    buildLedger(gpt2, workloadOf({ optimizer, variant }), 1000).byPhase.optimizer;

  test.each([
    ["adamw", 20, 7],
    ["adam", 18, 7],
    ["sgd", 8, 5],
    ["lamb", 25, 12],
    ["adafactor", 13, 6],
    ["none", 0, 0],
  ] as const)("%s copies %d elements a parameter unfused, %d fused", (optimizer, unfused, fused) => {
    expect(at(optimizer, "unfused").copies).toBe(unfused * 1000);
    expect(at(optimizer, "fused").copies).toBe(fused * 1000);
  });

  test("muon orthogonalises the layers' matrices, AdamW does the rest", () => {
    const ops = rows(gpt2, { optimizer: "muon" });
    const P = 124_439_808;
    const matrices = 84_934_656;
    expect(named(ops, "muon-update", "optimizer")?.copies).toBe(14 * matrices);
    expect(named(ops, "adamw-update", "optimizer")?.copies).toBe(20 * (P - matrices));
    // four square matrices a layer and two of 768 x 3072: five times 4 y^2 z + 2 y^3 and the scaled additions
    const orthogonal = ops.filter(({ name }) => name.startsWith("newton-schulz"));
    const flop = (y: number, z: number): number => 5 * (4 * y * y * z + 2 * y ** 3 + 3 * y * y + 2 * y * z);
    expect(orthogonal.reduce((sum, op) => sum + op.flop, 0)).toBe(
      12 * (4 * flop(768, 768) + 2 * flop(768, 3072)),
    );
  });
});
