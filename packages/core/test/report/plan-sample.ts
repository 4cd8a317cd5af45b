import type { Estimate } from "../../src/estimate/types.ts";
import type { PlanImpossible, PlanItem, PlanReply } from "../../src/plan/index.ts";
import { sample } from "./sample.ts";

/** A plan made by hand, so that what people see does not move when the model does. */

interface Made {
  readonly layers: number;
  readonly width: number;
  readonly parameters: number;
  readonly nats: number;
  readonly gib: number;
  readonly micro?: number;
  readonly batch?: number;
  readonly sharding?: "none" | "zero1";
  readonly usd?: number | null;
}

function made(run: Made): PlanItem {
  const {
    layers,
    width,
    parameters,
    nats,
    gib,
    micro = 8,
    batch = 512,
    sharding = "zero1",
    usd = 96.4,
  } = run;
  const heads = width / 64;
  const estimate: Estimate = {
    ...sample,
    parameters: { ...sample.parameters, total: parameters, active: parameters },
    run: {
      ...sample.run,
      seconds: { p10: 9000, p50: 10_800, p90: 13_000 },
      steps: 10_000,
      tokens: 5.24288e9,
    },
    memory: { ...sample.memory, bytesPerDevice: gib * 2 ** 30 },
    loss: { ...sample.loss, nats: { p10: nats - 0.02, p50: nats, p90: nats + 0.02 } },
    cost: { ...sample.cost, usd },
  };
  return {
    scenario: {
      model: {
        layers,
        width,
        heads,
        kvHeads: heads,
        headDim: 64,
        ffn: 4 * width,
        ffnKind: "gelu",
        vocab: 50257,
      },
      training: {
        contextLength: 1024,
        globalBatchSequences: batch,
        microBatchSequences: micro,
        accumulation: batch / (8 * micro),
        recompute: "none",
      },
      parallel: { data: 8, tensor: 1, pipeline: 1, context: 1, expert: 1, sharding },
      hardware: "8x h100-sxm-80gb",
      budget: { seconds: 10_800 },
    },
    estimate,
  };
}

const best = made({ layers: 12, width: 1024, parameters: 254e6, nats: 2.9464, gib: 20.8 });

const neighbour = (value: unknown, change: number, more = 1, fits: boolean | null = true) => ({
  value,
  lossNats: 2.9464 + change,
  seconds: 10_790,
  usd: 96.3,
  parameters: 254e6 * more,
  tokens: 5.24288e9 / more,
  bytesPerDevice: 20.8 * 2 ** 30 * more,
  fits,
  breaks: null,
});

export const samplePlan: PlanReply = {
  schema: "wallclock/plan/1",
  engine: "1.0.0",
  best: [
    best,
    made({ layers: 12, width: 1024, parameters: 254e6, nats: 2.94641, gib: 24.1, sharding: "none" }),
    made({ layers: 14, width: 1024, parameters: 279e6, nats: 2.9468, gib: 23.3 }),
    made({ layers: 12, width: 1024, parameters: 254e6, nats: 2.9492, gib: 12.2, micro: 4 }),
  ],
  frontier: [
    best,
    made({ layers: 10, width: 1024, parameters: 229e6, nats: 2.9571, gib: 8.1, micro: 2 }),
    made({ layers: 8, width: 768, parameters: 134e6, nats: 2.9978, gib: 4.4, micro: 1, usd: 88 }),
  ],
  explored: 976_896,
  rejected: { indivisible: 55_296, "does-not-fit": 827_664 },
  truncated: false,
  notes: [
    {
      code: "border",
      severity: "warning",
      message: "the optimum has the largest headDim of the space (64): a better run may lie beyond",
      path: "space.headDim",
    },
  ],
  explain:
    "The lowest loss is 12 layers × width 1024, 254M parameters: 2.946 nats after 5.24B tokens, 3 hours.",
  assumed: [
    { path: "space.vocab", value: 50257 },
    { path: "space.layers", value: { min: 2, max: 64, step: 2 } },
    { path: "space.headDim", value: [64, 128] },
    { path: "lossLaw", value: "besiroglu-2024" },
  ],
  frontierCount: 3,
  sensitivity: [
    { path: "space.layers", value: 12, below: neighbour(10, 0.0026, 0.9), above: neighbour(14, 0.0004, 1.1) },
    {
      path: "space.width",
      value: 1024,
      below: neighbour(768, 0.015, 0.62),
      above: neighbour(1280, -0.01, 1.5, false),
    },
    {
      path: "space.parallel",
      value: { data: 8, sharding: "zero1" },
      below: neighbour({ data: 8, sharding: "none" }, 0),
      above: null,
    },
  ],
  flat: {
    within: 0.005,
    shapes: 5,
    ofShapes: 10,
    width: { min: 768, max: 1280 },
    layers: { min: 10, max: 24 },
    globalBatchSequences: { min: 256, max: 512 },
  },
  wideDeep: {
    objective: "loss",
    width: [768, 1024, 1280],
    layers: [6, 8, 10, 12, 24],
    values: [
      [3.12, 3.05, 2.99, 2.978, 2.961],
      [3.03, 2.965, 2.949, 2.9464, 3.02],
      [2.96, 2.955, 2.97, null, null],
    ],
  },
  machines: [
    { hardware: "8x a100-sxm-80gb", value: 3.012 },
    { hardware: { device: "h100-sxm-80gb", count: 8, usdPerDeviceHour: 2 }, value: 2.9464 },
    { hardware: "1x t4-16gb", value: null },
  ],
  indistinguishable: {
    shapes: 4,
    compared: 12,
    lossNats: 0.018,
    message: "4 other pairs of width and layers end at a loss that cannot be told from the best",
  },
};

export const sampleImpossible: PlanImpossible = {
  schema: "wallclock/plan-impossible/1",
  issues: [
    {
      code: "no_plan",
      path: "constraints.fits",
      message: "nothing fits: the least memory of the space is 91.0 GiB, a device has 80.0 GiB",
      hint: "smaller models, micro-batches, recompute, sharding or more devices",
      severity: "error",
    },
  ],
  explored: 954,
  rejected: { indivisible: 54, "does-not-fit": 954 },
  closest: made({ layers: 64, width: 4096, parameters: 13.1e9, nats: 3.4, gib: 91 }),
};
