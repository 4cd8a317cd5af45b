import fc from "fast-check";
import { optimizers, recomputes, type Workload } from "../../src/ledger/workload.ts";
import { ffnKinds, type Model, type ModelInput } from "../../src/spec/model.ts";
import { precisions } from "../../src/spec/precision.ts";
import { modelOf } from "./fixtures.ts";

export interface LedgerCase {
  readonly model: Model;
  readonly workload: Workload;
}

const size = (min: number, max: number) => fc.integer({ min, max });

const moe = fc.option(
  fc
    .record({
      experts: size(1, 16),
      active: size(1, 4),
      ffn: size(1, 9),
      sharedFfn: fc.option(size(1, 9)),
      denseLayers: size(0, 4),
      every: size(1, 3),
    })
    .map(({ experts, active, sharedFfn, ...rest }) => ({
      ...rest,
      experts,
      active: Math.min(active, experts),
      shared: sharedFfn === null ? 0 : 1,
      sharedFfn: sharedFfn ?? 0,
    })),
  { freq: 2 },
);

const mla = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      kvRank: size(1, 8),
      queryRank: fc.option(size(1, 8), { freq: 2 }),
      nopeDim: size(1, 6),
      ropeDim: size(1, 4),
      valueDim: size(1, 7),
    }),
  },
);

const window = fc.oneof(
  fc.constant(null),
  size(1, 20),
  fc.record({ window: size(1, 20), every: size(1, 3) }),
  fc.record({ window: size(1, 20), fullEvery: size(1, 3) }),
);

const norms = fc.record({
  perLayer: size(0, 4),
  affine: fc.boolean(),
  bias: fc.boolean(),
  embedding: fc.boolean(),
  final: fc.boolean(),
});

const modelInput = fc
  .record({
    layers: size(1, 5),
    width: size(1, 24),
    kvHeads: size(1, 3),
    group: size(1, 3),
    headDim: size(1, 8),
    ffn: size(1, 40),
    ffnKind: fc.constantFrom(...ffnKinds),
    vocab: size(1, 50),
    tiedEmbeddings: fc.boolean(),
    bias: fc.record({
      qkv: fc.boolean(),
      attentionOut: fc.boolean(),
      mlp: fc.boolean(),
      head: fc.boolean(),
    }),
    norm: fc.constantFrom("layernorm" as const, "rmsnorm" as const),
    norms,
    qkNorm: fc.constantFrom(false as const, true as const, "full" as const),
    parallelBlock: fc.boolean(),
    positions: fc.constantFrom("learned" as const, "rope" as const, "alibi" as const, "none" as const),
    causal: fc.boolean(),
    // eighths, so that sums of shares are exact
    logitShare: fc.constantFrom(0, 0.125, 0.25, 0.5, 1, 1),
    attentionWindow: window,
    moe,
    mla,
  })
  .map(({ kvHeads, group, headDim, ...rest }): ModelInput => {
    const sizes = rest.mla ? { heads: kvHeads * group } : { heads: kvHeads * group, kvHeads, headDim };
    const { affine, bias, final, perLayer } = rest.norms;
    // norms of a branch's output without a final norm: only sequential stacks (post-norm) are defined
    const known = !final && rest.parallelBlock ? Math.min(2, perLayer) : perLayer;
    const used = { ...rest.norms, perLayer: known, bias: affine && bias };
    const denseLayers = Math.min(rest.moe?.denseLayers ?? 0, rest.layers);
    const experts = rest.moe === null ? null : { ...rest.moe, denseLayers };
    return { ...rest, ...sizes, norms: used, moe: experts, maxPositions: 64 };
  });

const workload: fc.Arbitrary<Workload> = fc.record({
  batch: size(1, 3),
  contextLength: fc.oneof(size(1, 3), size(1, 24)),
  precision: fc.constantFrom(...precisions),
  optimizer: fc.constantFrom(...optimizers),
  recompute: fc.constantFrom(...recomputes),
  variant: fc.constantFrom("unfused" as const, "fused" as const),
});

/** Any model that can be built, small enough to be walked tensor by tensor. */
export const ledgerCases: fc.Arbitrary<LedgerCase> = fc
  .record({ input: modelInput, workload })
  .map(({ input, workload }) => ({ model: modelOf(input), workload }));
