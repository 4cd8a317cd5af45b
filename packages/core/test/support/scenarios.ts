import { profiles } from "@wallclock/hardware";
import fc from "fast-check";
import type { Scenario } from "../../src/index.ts";

const pick = <const T extends readonly unknown[]>(...values: T): fc.Arbitrary<T[number]> =>
  fc.constantFrom(...values);
const precisions = ["fp32", "tf32", "fp16", "bf16", "fp8"] as const;

/** Devices that can train alone: those with a known matmul rate. */
const devices = profiles.filter((profile) =>
  precisions.some((p) => profile.effective_matmul_flops[p].value !== null),
);

const moe = fc.record({
  experts: pick(4, 8, 64),
  active: pick(1, 2, 4),
  shared: pick(0, 1),
  ffn: pick(128, 768, 1408),
});

const mla = fc.record({
  kvRank: pick(64, 512),
  queryRank: pick(null, 384),
  nopeDim: pick(64, 128),
  ropeDim: pick(32, 64),
  valueDim: pick(64, 128),
});

const model = fc
  .record({
    layers: fc.integer({ min: 1, max: 100 }),
    heads: pick(1, 2, 4, 8, 12, 16, 32, 96),
    kvDivisor: pick(1, 2, 4),
    headDim: pick(32, 64, 80, 128),
    vocab: fc.integer({ min: 1, max: 260_000 }),
    ffnKind: pick("gelu", "relu", "relu2", "swiglu", "geglu"),
    tiedEmbeddings: fc.boolean(),
    bias: fc.boolean(),
    norm: pick("layernorm", "rmsnorm"),
    qkNorm: fc.boolean(),
    causal: fc.boolean(),
    logitShare: pick(0, 0.15, 1),
    positions: pick("learned", "rope", "alibi", "none"),
    attentionWindow: pick(null, 128, { window: 512, every: 2 }, { window: 512, fullEvery: 6 }),
    moe: fc.option(moe, { freq: 4 }),
    mla: fc.option(mla, { freq: 6 }),
  } as const)
  .map(({ kvDivisor, headDim, ...rest }) => ({
    ...rest,
    headDim: rest.mla === null ? headDim : rest.mla.nopeDim + rest.mla.ropeDim,
    kvHeads: rest.heads % kvDivisor === 0 && rest.mla === null ? rest.heads / kvDivisor : rest.heads,
    width: rest.heads * headDim,
  }));

const training = fc.record({
  contextLength: pick(1, 128, 1024, 2048, 8192, 131072),
  tokens: pick(1, 1e6, 1e10, 1e13),
  microBatchSequences: pick(1, 2, 3, 8, 64),
  accumulation: pick(1, 2, 16),
  optimizer: pick("adamw", "adam", "sgd", "lamb", "adafactor", "muon", "none"),
  recompute: pick("none", "selective", "full"),
  overheadShare: pick(0, 0.1, 0.9),
} as const);

const software = fc.record({
  kernels: pick("unfused", "library", "megatron", "compiled"),
  attention: pick("materialized", "flash"),
  optimizerKernels: pick("synchronous", "loop", "foreach", "fused"),
} as const);

const parallel = fc.record({
  data: pick(1, 2, 8, 64, 1024),
  tensor: pick(1, 2, 4, 8),
  pipeline: pick(1, 2, 8),
  context: pick(1, 2),
  expert: pick(1, 2, 4),
  interleave: pick(1, 2),
  sharding: pick("none", "zero1", "zero2", "zero3"),
  sequenceParallel: fc.boolean(),
} as const);

/** Scenarios that are valid by construction, over every device of the catalogue. */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    model,
    training,
    software,
    parallel,
    device: pick(...devices),
    precisionIndex: fc.nat({ max: 4 }),
  })
  .map(({ device, precisionIndex, ...parts }) => {
    const has = precisions.filter((p) => device.effective_matmul_flops[p].value !== null);
    const p = { ...parts.parallel };
    while (parts.model.heads % p.tensor !== 0) p.tensor = (p.tensor / 2) as typeof p.tensor;
    while (p.pipeline > parts.model.layers) p.pipeline = (p.pipeline / 2) as typeof p.pipeline;
    if (parts.training.contextLength % p.context !== 0) p.context = 1;
    if (p.pipeline * p.interleave > parts.model.layers) p.interleave = 1;
    const { moe: mixture } = parts.model;
    const experts = mixture === null ? 1 : mixture.experts;
    if (experts % p.expert !== 0 || (p.data * p.context) % p.expert !== 0) p.expert = 1;
    return {
      ...parts,
      parallel: p,
      training: { ...parts.training, precision: has[precisionIndex % has.length]! },
      hardware: {
        device: device.id,
        count: p.data * p.tensor * p.pipeline * p.context,
        perNode: 8,
        intraNodeBytesPerSecond: 50e9,
        interNodeBytesPerSecond: 12.5e9,
      },
    };
  });
