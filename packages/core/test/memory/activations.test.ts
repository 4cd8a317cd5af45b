import { expect, test } from "vitest";
import { keptBytes, layerBytes, stageActivations, tokensOnDevice } from "../../src/memory/activations.ts";
import { savedTensors } from "../../src/memory/saved-tensors.ts";
import { candidateStages } from "../../src/memory/stage.ts";
import type { ModelInput } from "../../src/spec/model.ts";
import { type Case, scenario } from "./scenario.ts";

const [h, a, s] = [12288, 96, 2048];
const gpt3: ModelInput = {
  layers: 96,
  width: h,
  heads: a,
  vocab: 51_200,
  tiedEmbeddings: true,
  bias: true,
  norm: "layernorm",
  positions: "learned",
  maxPositions: s,
};
const gpt = (parallel: Case["parallel"] = {}, recompute: "none" | "selective" | "full" = "none") =>
  layerBytes(
    scenario({
      model: gpt3,
      training: { contextLength: s, recompute },
      software: { kernels: "megatron", attention: "materialized" },
      parallel: parallel ?? {},
    }),
    { moe: false },
  );
const total = (c: Case, moe = false) =>
  savedTensors(scenario(c), { moe }).reduce((sum, tensor) => sum + tensor.bytes, 0);

test("a GPT layer keeps s b h (34 + 5 a s / h) bytes (Korthikanti et al. 2022, equation 1)", () => {
  expect(gpt().kept).toBe(34 * h + 5 * a * s);
});

test("tensor parallelism leaves s b h (10 + 24/t + 5 a s / (h t)) (equation 2)", () => {
  expect(gpt({ tensor: 8 }).kept).toBeCloseTo(h * (10 + 24 / 8) + (5 * a * s) / 8, 6);
});

test("sequence parallelism divides all of it by t (equation 4)", () => {
  expect(gpt({ tensor: 8, sequenceParallel: true }).kept).toBeCloseTo((34 * h + 5 * a * s) / 8, 6);
});

test("selective recompute leaves 34 s b h / t (equation 6) and brings one layer's scores back", () => {
  const { kept, recomputed } = gpt({ tensor: 8, sequenceParallel: true }, "selective");
  expect(kept).toBeCloseTo((34 * h) / 8, 6);
  expect(recomputed).toBeCloseTo((5 * a * s) / 8, 6);
});

test("full recompute leaves 2 s b h, divided only by sequence parallelism", () => {
  expect(gpt({ tensor: 8 }, "full").kept).toBe(2 * h);
  expect(gpt({ tensor: 8, sequenceParallel: true }, "full").kept).toBe((2 * h) / 8);
  const { kept, recomputed } = gpt({}, "full");
  expect(kept + recomputed).toBe(34 * h + 5 * a * s);
});

test("flash attention keeps no s^2 term, whatever the window", () => {
  const software = { kernels: "megatron", attention: "flash" } as const;
  const kept = (contextLength: number, attentionWindow: number | null) =>
    total({ model: { ...gpt3, attentionWindow }, training: { contextLength }, software });
  expect(kept(2048, null)).toBe(34 * h + 4 * a);
  expect(kept(8192, null)).toBe(kept(2048, 512));
});

test("a compiled Llama layer keeps 2 (4 d + 2 q + 2 k + 3 f) + 4 a bytes a token", () => {
  const model: ModelInput = {
    layers: 32,
    width: 4096,
    heads: 32,
    kvHeads: 8,
    ffn: 14336,
    ffnKind: "swiglu",
    vocab: 128_256,
  };
  expect(total({ model })).toBe(2 * (4 * 4096 + 2 * 4096 + 2 * 1024 + 3 * 14336) + 4 * 32);
  // eager library code: keys and values expanded to all heads, silu's result, fp32 copies in both RMSNorms
  const eager = 2 * (2 * 4096 + 4 * 4096 + 4 * 14336) + 2 * 6 * 4096 + 2 * 4096 + 4 * 32 - 2 * 4096;
  expect(total({ model, software: { kernels: "library" } })).toBe(eager);
});

test("fp32 doubles what a compiled layer keeps and autocast widens only the residual stream", () => {
  const model: ModelInput = { layers: 1, width: 768, heads: 12, vocab: 50_257 };
  const lse = 4 * 12;
  const half = total({ model }) - lse;
  expect(total({ model, training: { precision: "fp32" } }) - lse).toBe(2 * half);
  expect(total({ model, training: { mixedPrecision: "autocast" } }) - lse).toBe(half + 2 * 2 * 768);
});

test("classes keep more the less they fuse: compiled <= megatron <= library <= unfused", () => {
  const kept = (["compiled", "megatron", "library", "unfused"] as const).map((kernels) =>
    total({ model: gpt3, training: { contextLength: s }, software: { kernels, attention: "materialized" } }),
  );
  expect(kept).toEqual([...kept].sort((x, y) => x - y));
});

test("scores take 5 bytes an element with dropout, 7 under autocast, 2 without dropout", () => {
  const scores = (c: Omit<Case, "model">, positions: "learned" | "rope" = "learned") => {
    const resolved = scenario({
      model: { ...gpt3, positions },
      ...c,
      software: { kernels: "library", attention: "materialized" },
    });
    const bytes =
      savedTensors(resolved, { moe: false }).find((tensor) => tensor.name === "scores")?.bytes ?? 0;
    return bytes / (a * resolved.training.contextLength);
  };
  expect([scores({}), scores({ training: { mixedPrecision: "autocast" } }), scores({}, "rope")]).toEqual([
    5, 7, 2,
  ]);
  expect(scores({ training: { precision: "fp32" } })).toBe(9);
});

test("a mixture of experts keeps its active rows, twice when experts are spread over ranks", () => {
  const model: ModelInput = {
    layers: 2,
    width: 1024,
    heads: 16,
    ffn: 1024,
    vocab: 50_257,
    moe: { experts: 64, active: 8, ffn: 1024 },
  };
  const dense = total({ model });
  const ffn = 2 * 2 * 1024;
  const routed = 8 * (2 * 1024 + ffn + 2 * 1024) + 8 * 64;
  expect(total({ model }, true)).toBe(dense - ffn + routed);
  expect(total({ model, parallel: { data: 8, expert: 8 } }, true)).toBe(dense - ffn + routed + 8 * 2 * 1024);
});

test("latent attention keeps heads of its own widths and the latent vectors", () => {
  const mla = { kvRank: 512, queryRank: null, nopeDim: 128, ropeDim: 64, valueDim: 128 };
  const model: ModelInput = { layers: 1, width: 2048, heads: 16, ffn: 8192, vocab: 100_000, mla };
  const query = 16 * 192;
  const values = 16 * 128;
  const latent = 2 * 512 + 64;
  expect(total({ model })).toBe(2 * (4 * 2048 + 2 * query + 2 * values + latent + 2 * 8192) + 4 * 16);
});

test("per-operation selective recompute keeps the input, the attention and every other matmul output", () => {
  const model: ModelInput = { layers: 1, width: 512, heads: 8, vocab: 1000 };
  const parallel = { data: 8, sharding: "zero3" } as const;
  const { kept } = layerBytes(scenario({ model, training: { recompute: "selective" }, parallel }), {
    moe: false,
  });
  expect(kept).toBe(2 * 512 + 2 * 512 + 4 * 8 + (2 * (3 * 512 + 512 + 4 * 512 + 512)) / 2);
});

test("a step written as a whole computes the activation function again, 24 d a layer (llm.c's -r 1)", () => {
  const model: ModelInput = { layers: 1, width: 512, heads: 8, vocab: 1000 };
  const kept = (recompute: "none" | "selective") =>
    layerBytes(scenario({ model, training: { recompute } }), { moe: false }).kept;
  expect(kept("none")).toBe(32 * 512 + 4 * 8);
  expect(kept("selective")).toBe(24 * 512 + 4 * 8);
});

test("the first stage of a pipeline holds as many micro-batches as it has stages, context ranks divide tokens", () => {
  const at = (parallel: Case["parallel"]) => {
    const resolved = scenario({
      model: gpt3,
      training: { contextLength: s, accumulation: 64 },
      software: { kernels: "megatron" },
      parallel: parallel ?? {},
    });
    const first = candidateStages(resolved)[0]!;
    const { eachInFlight, once } = stageActivations(keptBytes(resolved), first);
    return tokensOnDevice(resolved) * (first.inFlight * eachInFlight + once);
  };
  const layer = 34 * h + 4 * a;
  expect(at({ pipeline: 8 })).toBe(s * 8 * (12 * layer + h));
  expect(at({ pipeline: 8, interleave: 3 })).toBeCloseTo(s * (8 + 7 / 3) * (12 * layer + h), -3);
  expect(at({ pipeline: 8, context: 2 })).toBe((s / 2) * 8 * (12 * layer + h));
});
