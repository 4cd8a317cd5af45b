import type { CurvePoint } from "../../src/estimate/curve.ts";
import type { Estimate } from "../../src/estimate/types.ts";
import type { Scenario } from "../../src/spec/scenario.ts";

/** A hand-made estimate, so that what people see does not move when the model does. */
export const sample: Estimate = {
  schema: "wallclock/estimate/1",
  id: null,
  engine: "1.0.0",
  parameters: {
    total: 124_439_808,
    active: 124_439_808,
    nonEmbedding: 85_056_000,
    groups: { "token-embedding": 38_597_376, layers: 85_054_464 },
  },
  ledger: { flopPerStep: 4.4e14, copiesPerStep: 6.1e11, bytesPerStep: 1.22e12, launchesPerStep: 41_216 },
  step: {
    seconds: { p10: 0.0942, p50: 0.1174, p90: 0.1463 },
    tokensPerSecond: 4_465_826,
    mfu: 0.4512,
    parts: [
      { name: "matmul", seconds: 0.0635, bound: "compute" },
      { name: "attention", seconds: 0.0098, bound: "compute" },
      { name: "memory-traffic", seconds: 0.0291, bound: "memory" },
      { name: "kernel-launch", seconds: 0.0041, bound: "launch" },
      { name: "data-parallel", seconds: 0.0083, bound: "network" },
      { name: "optimizer", seconds: 0.0021, bound: "memory" },
      { name: "stragglers", seconds: 0.0004, bound: "network" },
      { name: "step-start", seconds: 0.0001, bound: "launch" },
    ],
  },
  run: {
    seconds: { p10: 1797.3, p50: 2239.4, p90: 2790.3 },
    steps: 19_074,
    tokens: 10_000_269_312,
    deviceHours: 4.9765,
  },
  memory: {
    bytesPerDevice: 33_512_345_600,
    capacityBytes: 80 * 2 ** 30,
    fits: true,
    parts: [
      { name: "weights", bytes: 248_879_616 },
      { name: "gradients", bytes: 248_879_616 },
      { name: "optimizer", bytes: 1_493_277_696 },
      { name: "activations", bytes: 24_912_345_600 },
      { name: "logits", bytes: 4_939_456_512 },
      { name: "framework", bytes: 1_669_506_560 },
    ],
  },
  loss: { nats: { p10: 3.091, p50: 3.1702, p90: 3.248 }, law: "besiroglu-2024", inDomain: true },
  cost: { usd: 19.86, joules: 1.1e7, kgCo2e: 1.19 },
  baselines: { flopOnlySeconds: 0.0961, copiesOnlySeconds: 0.1422 },
  assumed: [
    { path: "training.contextLength", value: 1024 },
    { path: "training.microBatchSequences", value: 8 },
    { path: "training.accumulation", value: 8 },
    { path: "parallel.data", value: 8 },
    { path: "training.precision", value: "bf16" },
    { path: "training.mixedPrecision", value: "master" },
    { path: "training.optimizer", value: "adamw" },
    { path: "training.recompute", value: "none" },
    { path: "software.kernels", value: "compiled" },
    { path: "software.attention", value: "flash" },
    { path: "lossLaw", value: "besiroglu-2024" },
    { path: "training.overheadShare", value: 0 },
  ],
  notes: [
    {
      code: "batch-free",
      severity: "info",
      message: "no critical batch is given: the loss does not depend on the batch",
      path: "training.criticalBatchTokens",
    },
    {
      code: "vocab-padded",
      severity: "warning",
      message: "vocab (50257) is padded to 50264, which tensor (8) divides",
      path: "model.vocab",
    },
  ],
};

export const sampleScenario: Scenario = {
  model: "gpt2-124m",
  hardware: "8x h100-sxm-80gb",
  training: { tokens: 1e10 },
};

/** The same run where it does not fit, nobody knows a price, and the law is stretched. */
export const sampleUnfit: Estimate = {
  ...sample,
  memory: { ...sample.memory, capacityBytes: 24 * 2 ** 30, fits: false },
  cost: { usd: null, joules: null, kgCo2e: null },
  loss: { ...sample.loss, inDomain: false },
  assumed: [],
  notes: [
    {
      code: "extrapolating",
      severity: "warning",
      message: "the law was fitted on 44M to 16B parameters: this model is outside, the interval is wider",
      path: "lossLaw",
    },
  ],
};

/** The same run on a machine of which nobody knows the capacity. */
export const sampleUnknown: Estimate = {
  ...sampleUnfit,
  memory: { ...sample.memory, capacityBytes: null, fits: null },
  notes: [],
};

export const sampleCurve: readonly CurvePoint[] = Array.from({ length: 40 }, (_, index) => {
  const tokens = 1e7 * 10 ** ((index / 39) * 3.4);
  const seconds = (tokens / sample.run.tokens) * sample.run.seconds.p50;
  const nats = 1.82 + 482 / 124_439_808 ** 0.3478 + 2085 / tokens ** 0.3658;
  return { seconds, tokens, nats, p10: 0.98 * nats, p90: 1.02 * nats };
});
