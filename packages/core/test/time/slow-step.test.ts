import fc from "fast-check";
import { expect, test } from "vitest";
import type { Scenario } from "../../src/spec/scenario.ts";
import { passes } from "../../src/time/pass.ts";
import { resolved, step } from "./scenario.ts";
import { slowStep } from "./slow-step.ts";

const pick = <const T extends readonly unknown[]>(...values: T): fc.Arbitrary<T[number]> =>
  fc.constantFrom(...values);

const model = fc
  .record({
    layers: fc.integer({ min: 1, max: 8 }),
    width: pick(256, 768, 1000, 4096),
    heads: pick(1, 4, 12, 32),
    groups: pick(1, 2, 4),
    headDim: pick(16, 64, 80, 128),
    ffn: pick(512, 3072, 11008),
    vocab: pick(100, 32000, 150001),
    ffnKind: pick("gelu", "relu", "swiglu", "geglu"),
    tiedEmbeddings: fc.boolean(),
    bias: fc.record({ qkv: fc.boolean(), attentionOut: fc.boolean(), mlp: fc.boolean(), head: fc.boolean() }),
    norm: pick("layernorm", "rmsnorm"),
    positions: pick("learned", "rope", "alibi", "none"),
    causal: fc.boolean(),
    logitShare: pick(0, 0.15, 1),
  })
  .map(({ groups, ...rest }) => ({
    ...rest,
    kvHeads: rest.heads % groups === 0 ? rest.heads / groups : rest.heads,
  }));

const training = fc.record({
  contextLength: pick(1, 128, 513, 2048),
  microBatchSequences: pick(1, 2, 16),
  accumulation: pick(1, 2, 5),
  mixedPrecision: pick("master", "autocast", "pure"),
  optimizer: pick("adamw", "sgd", "lamb", "adafactor", "none"),
  recompute: pick("none", "selective", "full"),
});

const software = fc.record({
  kernels: pick("unfused", "library", "megatron", "compiled"),
  attention: pick("materialized", "flash"),
  optimizerKernels: pick("synchronous", "loop", "foreach", "fused"),
  year: pick(undefined, 2021, 2023, 2024, 2026),
});

const hostYear = pick(undefined, 2016, 2025);
const with16 = ["fp32", "fp16"] as const;
const ampere = ["fp32", "tf32", "fp16", "bf16"] as const;
const hopper = [...ampere, "fp8"] as const;
/** Few and many lanes, fp8, matrix units of another vendor, no matrix unit, no GPU, no power or year. */
const machine = fc.oneof(
  fc.record({ device: pick("a100-sxm-80gb", "rtx-3090"), hostYear, precision: pick(...ampere) }),
  fc.record({
    device: pick("h100-sxm-80gb", "b200-sxm-180gb", "mi300x"),
    hostYear,
    precision: pick(...hopper),
  }),
  fc.record({ device: pick("v100-sxm2-32gb", "p100-pcie-16gb", "t4"), hostYear, precision: pick(...with16) }),
  fc.record({ device: pick("tpu-v5e"), hostYear, precision: pick("bf16") }),
  fc.record({ device: pick("apple-m2-ultra"), hostYear, precision: pick("fp32", "bf16") }),
);

const scenarios: fc.Arbitrary<Scenario> = fc
  .record({ model, training, software, machine })
  .map(({ machine: { precision, ...hardware }, ...rest }) => ({
    ...rest,
    hardware,
    training: { ...rest.training, precision },
  }));

test("the step of a dense model on one device is what docs/method.md says, for every kind of software", () => {
  fc.assert(
    fc.property(scenarios, pick(...passes), (scenario, pass) => {
      const written = slowStep(resolved(scenario), pass);
      expect(Math.abs(step(scenario, pass).seconds / written - 1)).toBeLessThan(1e-9);
    }),
    { numRuns: 400, seed: 20261123 },
  );
});
