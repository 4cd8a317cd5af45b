import fc from "fast-check";
import { expect, test } from "vitest";
import { estimateMemory } from "../../src/memory/index.ts";
import { countParameters } from "../../src/parameters/count.ts";
import type { ModelInput } from "../../src/spec/model.ts";
import { type Case, scenario } from "./scenario.ts";

const power = (most: number) => fc.integer({ min: 0, max: most }).map((k) => 2 ** k);
const moe = fc.record({
  experts: fc.constantFrom(8, 16),
  active: fc.constantFrom(1, 2, 8),
  ffn: fc.constantFrom(256, 1024),
  sharedFfn: fc.constantFrom(0, 512),
  shared: fc.constant(1),
  denseLayers: fc.constantFrom(0, 1),
  every: fc.constantFrom(1, 2),
});
const mla = fc.record({
  kvRank: fc.constant(128),
  queryRank: fc.constantFrom(null, 64),
  nopeDim: fc.constant(64),
  ropeDim: fc.constant(32),
  valueDim: fc.constant(64),
});
const anyModel: fc.Arbitrary<ModelInput> = fc.record({
  layers: fc.integer({ min: 1, max: 40 }),
  width: fc.constantFrom(512, 2048),
  heads: fc.constant(16),
  kvHeads: fc.constantFrom(4, 16),
  headDim: fc.constantFrom(32, 128),
  ffn: fc.constantFrom(512, 8192),
  ffnKind: fc.constantFrom("gelu", "relu", "relu2", "swiglu"),
  vocab: fc.constantFrom(1000, 50_257),
  tiedEmbeddings: fc.boolean(),
  norm: fc.constantFrom("layernorm", "rmsnorm"),
  norms: fc.record({ perLayer: fc.constantFrom(0, 1, 2, 4) }),
  qkNorm: fc.boolean(),
  parallelBlock: fc.boolean(),
  positions: fc.constantFrom("learned", "rope"),
  maxPositions: fc.constant(1024),
  logitShare: fc.constantFrom(0, 0.15, 1),
  moe: fc.option(moe),
  mla: fc.option(mla),
});
/** Latent attention has its own head width and as many key heads as query heads. */
const model = anyModel.map((m) => (m.mla ? { ...m, kvHeads: 16, headDim: 96 } : m));
const cases: fc.Arbitrary<Case> = fc.record({
  model,
  training: fc.record({
    microBatchSequences: power(4),
    accumulation: power(5),
    contextLength: fc.constantFrom(128, 1024),
    precision: fc.constantFrom("fp32", "bf16", "fp8"),
    mixedPrecision: fc.constantFrom("master", "autocast", "pure"),
    optimizer: fc.constantFrom("adamw", "sgd", "muon", "adafactor", "none"),
    recompute: fc.constantFrom("none", "selective", "full"),
  }),
  software: fc.record({
    kernels: fc.constantFrom("unfused", "library", "megatron", "compiled"),
    attention: fc.constantFrom("flash", "materialized"),
    optimizerKernels: fc.constantFrom("fused", "foreach"),
  }),
  parallel: fc.record({
    data: fc.constantFrom(1, 2, 8),
    tensor: fc.constantFrom(1, 2, 4),
    pipeline: fc.constantFrom(1, 2, 4),
    context: fc.constantFrom(1, 2),
    expert: fc.constantFrom(1, 2),
    interleave: fc.constantFrom(1, 2),
    sequenceParallel: fc.boolean(),
    sharding: fc.constantFrom("none", "zero1", "zero2", "zero3"),
  }),
});
const bytes = (c: Case) => {
  const resolved = scenario(c);
  return estimateMemory(resolved, countParameters(resolved.model)).bytesPerDevice;
};
/** Ten significant digits: what a reply shows. */
const slack = 1 + 1e-9;

test("parts are finite, not negative and sum to the total", () => {
  fc.assert(
    fc.property(cases, (c) => {
      const resolved = scenario(c);
      const { bytesPerDevice, parts } = estimateMemory(resolved, countParameters(resolved.model));
      for (const part of parts) expect(Number.isFinite(part.bytes) && part.bytes >= 0).toBe(true);
      const sum = parts.reduce((total, part) => total + part.bytes, 0);
      expect(Math.abs(sum / bytesPerDevice - 1)).toBeLessThan(2e-9);
    }),
  );
});

test("under ZeRO doubling the data ranks from two up never adds memory", () => {
  fc.assert(
    fc.property(cases, power(6), fc.constantFrom("zero1", "zero2", "zero3"), (c, data, sharding) => {
      const at = (ranks: number) => bytes({ ...c, parallel: { ...c.parallel, sharding, data: ranks } });
      expect(at(4 * data)).toBeLessThanOrEqual(at(2 * data) * slack);
    }),
  );
});

test("more recompute never takes more memory", () => {
  fc.assert(
    fc.property(cases, (c) => {
      const at = (recompute: "none" | "selective" | "full") =>
        bytes({ ...c, training: { ...c.training, recompute } });
      expect(at("selective")).toBeLessThanOrEqual(at("none") * slack);
      expect(at("full")).toBeLessThanOrEqual(at("selective") * slack);
    }),
  );
});

test("a larger micro-batch or a longer context never takes less memory", () => {
  fc.assert(
    fc.property(cases, (c) => {
      const { microBatchSequences = 1, contextLength = 1024 } = c.training ?? {};
      const grown = (training: Case["training"]) => bytes({ ...c, training: { ...c.training, ...training } });
      expect(grown({ microBatchSequences: 2 * microBatchSequences }) * slack).toBeGreaterThanOrEqual(
        bytes(c),
      );
      expect(grown({ contextLength: 2 * contextLength }) * slack).toBeGreaterThanOrEqual(bytes(c));
    }),
  );
});

test("each ZeRO level holds no more state than the one before, in Megatron's stack", () => {
  fc.assert(
    fc.property(cases, (c) => {
      const at = (sharding: "none" | "zero1" | "zero2") =>
        bytes({
          ...c,
          software: { ...c.software, kernels: "megatron" },
          parallel: { ...c.parallel, sharding },
        });
      expect(at("zero1")).toBeLessThanOrEqual(at("none") * slack);
      expect(at("zero2")).toBeLessThanOrEqual(at("zero1") * slack);
    }),
  );
});
