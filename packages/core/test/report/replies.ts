import type { LedgerReply } from "../../src/ledger/reply.ts";
import type { Validation } from "../../src/validate/types.ts";

/** Hand-made replies, small but with every kind of row. */

const none = { flop: 0, copies: 0, bytes: 0, launches: 0 };
const row = (flop: number, copies: number, launches: number) => ({
  flop,
  copies,
  bytes: 2 * copies,
  launches,
});

export const ledger: Pick<LedgerReply<unknown>, "variant" | "ops" | "byPhase" | "totals"> = {
  variant: "fused",
  ops: [
    {
      name: "embedding",
      phase: "forward",
      scope: "outside",
      count: 1,
      ...row(0, 12_600_000, 1),
      shape: "[T] -> [T x d]",
      formula: "copies T + 2Td",
    },
    {
      name: "qkv-projection",
      phase: "forward",
      scope: "layer",
      count: 12,
      ...row(347_892_350_976, 252_000_000, 12),
      shape: "[T x d][d x w]",
      formula: "copies Td + dw + Tw; flop 2Tdw",
    },
    {
      name: "unembedding",
      phase: "forward",
      scope: "outside",
      count: 1,
      ...row(632_000_000_000, 457_000_000, 1),
      shape: "[T x d][d x v]",
      formula: "copies Td + dv + Tv; flop 2Tdv",
    },
    {
      name: "qkv-projection",
      phase: "backward",
      scope: "layer",
      count: 12,
      ...row(695_784_701_952, 504_000_000, 24),
      shape: "[T x w][w x d]",
      formula: "copies 2(Td + dw + Tw); flop 4Tdw",
    },
    {
      name: "adamw-update",
      phase: "optimizer",
      scope: "outside",
      count: 1,
      ...row(1_742_157_312, 871_078_656, 1),
      shape: "[P]",
      formula: "copies 7P; flop 14P",
    },
  ],
  byPhase: {
    forward: row(979_892_350_976, 721_600_000, 14),
    backward: row(695_784_701_952, 504_000_000, 24),
    optimizer: row(1_742_157_312, 871_078_656, 1),
    recompute: none,
    collective: none,
  },
  totals: row(1_677_419_210_240, 2_096_678_656, 39),
};

const run = (group: string, pass: "train-step" | "forward", measured: number, predicted: number) => ({
  id: null,
  group,
  pass,
  measuredSeconds: measured,
  predictedSeconds: { p10: predicted * 0.8, p50: predicted, p90: predicted * 1.25 },
  relativeError: predicted / measured - 1,
  baselines: { flopOnlySeconds: measured * 1.4, copiesOnlySeconds: measured * 0.7 },
  memoryRelativeError: null,
});
const errors = (mape: number, bias: number) => ({
  runs: 1,
  mape,
  medianApe: mape * 0.8,
  bias,
  p90Ape: mape * 2,
  worst: mape * 3,
});

const peak = (group: string, memoryRelativeError: number) => ({
  ...run(group, "train-step" as const, 1, 1),
  measuredSeconds: null,
  relativeError: null,
  memoryRelativeError,
});

/** Runs of which only the peak of memory was measured. */
export const peaksOnly: Validation = {
  schema: "wallclock/validation/1",
  engine: "1.0.0",
  runs: [
    peak("torchtitan|H100-SXM5-96GB-HBM2e|bf16", 0.1),
    peak("torchtitan|H100-SXM5-96GB-HBM2e|bf16", -0.04),
    peak("a very long name of a source of measured runs|H100|bf16", -0.02),
  ],
  groups: [],
  macro: { mape: null, medianApe: null, coverage80: null },
  macroForward: { mape: null, medianApe: null, coverage80: null },
  macroBaselines: { flopOnly: null, copiesOnly: null },
  unpredicted: [],
};

export const validation: Validation = {
  schema: "wallclock/validation/1",
  engine: "1.0.0",
  runs: [
    run("vTrain|A100", "train-step", 1, 1.08),
    run("a very long name of a source of measured runs|H100", "train-step", 2, 1.7),
    run("NeuSight|V100", "forward", 0.1, 0.112),
  ],
  groups: [
    { group: "vTrain|A100", pass: "train-step", ...errors(0.08, 0.08) },
    {
      group: "a very long name of a source of measured runs|H100",
      pass: "train-step",
      ...errors(0.15, -0.15),
    },
    { group: "NeuSight|V100", pass: "forward", ...errors(0.12, 0.12) },
  ],
  macro: { mape: 0.115, medianApe: 0.092, coverage80: 0.79 },
  macroForward: { mape: 0.12, medianApe: 0.12, coverage80: 1 },
  macroBaselines: { flopOnly: 0.4, copiesOnly: 0.3 },
  unpredicted: [
    {
      id: "m00017",
      issues: [
        {
          code: "unknown_device",
          path: "hardware",
          message: 'hardware ("h1000") is not in the catalogue',
          hint: "nearest: h100-sxm-80gb",
          severity: "error",
        },
      ],
    },
  ],
};
