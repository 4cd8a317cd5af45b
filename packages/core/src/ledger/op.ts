/** When in a step an operation runs. */
export const phases = ["forward", "backward", "optimizer", "recompute", "collective"] as const;
/** One of {@link phases}. */
export type Phase = (typeof phases)[number];

/**
 * What an operation is, for whoever turns counts into time:
 * a matmul with weights, the two score matmuls of materialised attention, one flash-attention kernel,
 * the matmul of the vocabulary head, a pass over elements, or the optimizer's update.
 */
export type OpKind =
  | "dense-matmul"
  | "score-matmul"
  | "flash-attention"
  | "head-matmul"
  | "elementwise"
  | "optimizer";

/** One row of the ledger: the same operation, done `count` times in a micro-batch on one device. */
export interface Op {
  /** Field's name of the operation in kebab-case, e.g. `qkv-projection`. */
  readonly name: string;
  readonly phase: Phase;
  /** Inside the layers, or before and after them. */
  readonly scope: "layer" | "outside";
  readonly kind: OpKind;
  /** How many times it is done (e.g. once a layer). */
  readonly count: number;
  /** FLOPs of all `count` together; a multiply-add is 2. */
  readonly flop: number;
  /** Elements read plus elements written by all `count` together. */
  readonly copies: number;
  /** GPU kernels launched by all `count` together. */
  readonly launches: number;
  /** Shapes of one of them in the symbols of the ledger, e.g. `[T x d][d x w]`. */
  readonly shape: string;
  /**
   * Copies and FLOPs of one of them in the symbols of the ledger, e.g. `copies Td + dw + Tw; flop 2Tdw`, then
   * perhaps a note.
   */
  readonly formula: string;
}

/** Sums of a set of operations. */
export interface Totals {
  readonly flop: number;
  readonly copies: number;
  readonly bytes: number;
  readonly launches: number;
}
