import type { Precision } from "../spec/precision.ts";

export const optimizers = ["adamw", "adam", "sgd", "lamb", "adafactor", "muon", "none"] as const;
export type Optimizer = (typeof optimizers)[number];

export const recomputes = ["none", "selective", "full"] as const;
export type Recompute = (typeof recomputes)[number];

/** What one micro-batch on one device asks for, beside the model itself. */
export interface Workload {
  /** Sequences in the micro-batch (b). */
  readonly batch: number;
  /** Tokens a sequence (s). */
  readonly contextLength: number;
  readonly precision: Precision;
  readonly optimizer: Optimizer;
  readonly recompute: Recompute;
  /**
   * unfused: scores materialised, one kernel an operation; fused: flash attention, residual + norm in one
   * kernel, one-pass loss, fused optimizer.
   */
  readonly variant: "unfused" | "fused";
}
