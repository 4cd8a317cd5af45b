import { expect, test } from "vitest";
import { estimateMemory } from "../../src/memory/index.ts";
import { countParameters } from "../../src/parameters/count.ts";
import type { ModelInput } from "../../src/spec/model.ts";
import { type Case, scenario } from "./scenario.ts";

const gpt2: ModelInput = {
  layers: 12,
  width: 768,
  heads: 12,
  vocab: 50_257,
  tiedEmbeddings: true,
  bias: true,
  norm: "layernorm",
  positions: "learned",
  maxPositions: 1024,
};
const estimate = (c: Case) => {
  const resolved = scenario(c);
  return estimateMemory(resolved, countParameters(resolved.model));
};
const part = (c: Case, name: string) => estimate(c).parts.find((p) => p.name === name)?.bytes ?? Number.NaN;

test("GPT-2 on eight sequences in a compiled stack needs 6.7 GB, and every part can be done by hand", () => {
  const { bytesPerDevice, parts, fits, notes } = estimate({
    model: gpt2,
    training: { microBatchSequences: 8 },
  });
  const n = 124_439_808;
  const tokens = 8 * 1024;
  const activations = tokens * (12 * (2 * 16 * 768 + 4 * 12) + 2 * 2 * 768);
  const logits = tokens * 50_257 * 2;
  const framework = 1.3e9 + 0.04 * (activations + logits);
  expect(parts).toEqual([
    { name: "weights", bytes: 2 * n },
    { name: "gradients", bytes: 2 * n },
    { name: "optimizer", bytes: 12 * n },
    { name: "activations", bytes: activations },
    { name: "logits", bytes: logits },
    { name: "communication", bytes: 0 },
    { name: "workspace", bytes: 0 },
    { name: "framework", bytes: framework },
  ]);
  expect(bytesPerDevice / 1e9).toBeCloseTo(6.691, 3);
  expect(fits).toBe(true);
  expect(notes).toEqual([]);
});

test("an unknown capacity leaves fits open, a small one says no, a near one warns", () => {
  const run = { model: gpt2, training: { microBatchSequences: 8 } };
  expect(estimate({ ...run, capacityBytes: null })).toMatchObject({
    capacityBytes: null,
    fits: null,
    notes: [{ code: "capacity-unknown" }],
  });
  expect(estimate({ ...run, capacityBytes: 4e9 })).toMatchObject({ fits: false, notes: [] });
  expect(estimate({ ...run, capacityBytes: 7e9 }).notes).toMatchObject([
    { code: "memory-tight", severity: "warning" },
  ]);
});

test("one layer's backward counts where it needs more than the loss", () => {
  const run = {
    model: { ...gpt2, vocab: 1000 },
    training: { microBatchSequences: 8, recompute: "full" },
  } as const;
  const tokens = 8 * 1024;
  const layer = 2 * 16 * 768 + 4 * 12 - 2 * 768;
  const gradients = 2 * (2 * 3072 + 2 * 768);
  expect(part(run, "workspace")).toBe(tokens * (layer + gradients) - tokens * 1000 * 2);
});

/** Bytes a logit, divided by what one device holds of the vocabulary. */
const perLogit = (
  kernels: "compiled" | "library",
  year: number,
  parallel: Case["parallel"] = {},
  attention: "flash" | "materialized" = "flash",
) =>
  part({ model: gpt2, software: { kernels, year, attention }, parallel: parallel ?? {} }, "logits") /
  (1024 * Math.ceil(50_257 / (parallel?.tensor ?? 1)));

test("a compiler that sees the whole step makes the logits' gradient in place; under ZeRO-3 the loss is apart", () => {
  expect(perLogit("compiled", 2024, { data: 8, sharding: "zero1" })).toBe(2);
  const blocks = { data: 8, sharding: "zero3" } as const;
  expect(perLogit("compiled", 2024, blocks)).toBe(12);
  expect(perLogit("compiled", 2025, blocks)).toBe(4);
});

test("eager stacks with the flash-attn package have its fused loss, later and other ones PyTorch's", () => {
  expect(perLogit("library", 2023)).toBe(4);
  expect(perLogit("library", 2024)).toBe(12);
  expect(perLogit("library", 2023, {}, "materialized")).toBe(12);
  expect(perLogit("library", 2024, { tensor: 8 })).toBe(16);
});

test("the allocator's cache never makes a run too large for its device", () => {
  const run = {
    model: gpt2,
    training: { microBatchSequences: 8 },
    software: { kernels: "megatron" },
  } as const;
  const free = estimate({ ...run, capacityBytes: null });
  const framework = free.parts.find(({ name }) => name === "framework")?.bytes ?? 0;
  const demand = free.bytesPerDevice - (framework - 1.3e9);
  expect(estimate({ ...run, capacityBytes: demand + 1e6 })).toMatchObject({ fits: true });
  expect(estimate({ ...run, capacityBytes: demand + 1e6 }).bytesPerDevice).toBeCloseTo(demand + 1e6, -1);
  expect(estimate({ ...run, capacityBytes: demand - 1e6 })).toMatchObject({ fits: false });
});

test("a pipeline names the stage that holds the most: the first by activations, the last by logits", () => {
  const message = (training: Case["training"]) =>
    estimate({ model: gpt2, training: training ?? {}, parallel: { pipeline: 4 } }).notes.find(
      (note) => note.code === "memory-of-stage",
    )?.message;
  expect(message({ accumulation: 16, microBatchSequences: 4 })).toContain("stage 1 of 4");
  expect(message({ accumulation: 1, microBatchSequences: 8 })).toContain("stage 4 of 4");
});

test("without a vocabulary head there are no logits, with 15 % of positions 15 % of them", () => {
  const logits = (logitShare: number) => part({ model: { ...gpt2, causal: false, logitShare } }, "logits");
  expect(logits(0)).toBe(0);
  expect(logits(0.15)).toBeCloseTo(0.15 * logits(1), 3);
});

test("accumulation adds nothing without a pipeline, and no optimizer means no state", () => {
  const bytes = (training: Case["training"]) =>
    estimate({ model: gpt2, training: training ?? {} }).bytesPerDevice;
  expect(bytes({ accumulation: 32 })).toBe(bytes({ accumulation: 1 }));
  expect(part({ model: gpt2, training: { optimizer: "none" } }, "optimizer")).toBe(0);
});

test("DDP holds a second copy of the gradients in PyTorch's stacks and none in Megatron's", () => {
  const communication = (kernels: "compiled" | "megatron") =>
    part({ model: gpt2, software: { kernels }, parallel: { data: 8 } }, "communication");
  expect(communication("compiled")).toBe(2 * 124_439_808);
  expect(communication("megatron")).toBe(0);
});

test("apex's DDP reduces two buckets of 1e7 elements at a time: 16-bit weights with masters, synchronous optimizers", () => {
  const communication = (training: Case["training"], optimizerKernels: "fused" | "synchronous") =>
    part(
      {
        model: gpt2,
        training: training ?? {},
        software: { kernels: "library", optimizerKernels },
        parallel: { data: 8 },
      },
      "communication",
    );
  expect(communication({}, "fused")).toBe(2 * 2 * 1e7);
  const single = { precision: "fp32", mixedPrecision: "pure" } as const;
  expect(communication(single, "synchronous")).toBe(4 * 2 * 1e7);
  expect(communication(single, "fused")).toBe(4 * 124_439_808);
});

test("an optimizer over lists needs its copy only where activations leave no room for it", () => {
  const wide: ModelInput = { ...gpt2, layers: 24, width: 2048, heads: 16 };
  const small = { model: wide, training: { contextLength: 32 } };
  const fused = estimate(small).bytesPerDevice;
  const foreach = estimate({ ...small, software: { optimizerKernels: "foreach" } }).bytesPerDevice;
  expect(foreach).toBeGreaterThan(fused + 2 * countParameters(scenario(small).model).total);
  const large = { model: wide, training: { microBatchSequences: 16 } };
  expect(estimate({ ...large, software: { optimizerKernels: "foreach" } })).toEqual(estimate(large));
});
