import type { Op } from "./op.ts";

/** What one operation does: FLOPs, elements read plus written, kernels. */
export interface Work {
  readonly flop: number;
  readonly copies: number;
  readonly launches: number;
}

/** The words of a row: written once per operation, so that counting builds no strings. */
export type RowText = Pick<Op, "name" | "phase" | "scope" | "kind" | "shape" | "formula">;

/** Kernels written `[name, shape, formula]`, the way most rows of a family differ. */
export type ShortText = readonly [name: string, shape: string, formula: string];

/** Text of a pass over elements inside the layers; `phase` and `scope` say where it belongs (M2). */
export function elementwise(
  phase: "forward" | "backward",
  scope: Op["scope"],
  [name, shape, formula]: ShortText,
): RowText {
  return { name, phase, scope, kind: "elementwise", shape, formula };
}

/** The words of an operation's forward row and of its backward row. */
export interface RowPair {
  readonly forward: RowText;
  readonly backward: RowText;
}

/** Name and shape of an operation, and the formulas of its two rows. */
export interface PairText {
  readonly name: string;
  readonly shape: string;
  readonly forward: string;
  readonly backward: string;
}

/** {@link elementwise} forward and backward, where the two rows differ in their formula alone. */
export function elementwisePair(scope: Op["scope"], { name, shape, forward, backward }: PairText): RowPair {
  return {
    forward: elementwise("forward", scope, [name, shape, forward]),
    backward: elementwise("backward", scope, [name, shape, backward]),
  };
}

/**
 * Appends `count` times `work` as one row; nothing when count is 0.
 *
 * @example
 * const rows = [];
 * const text = elementwise("forward", "layer", ["residual-add", "[T x d]", "copies 3Td; flop Td"]);
 * pushRow(rows, text, 12, { flop: 2, copies: 3, launches: 1 });
 * rows[0].copies // => 36
 */
export function pushRow(rows: Op[], text: RowText, count: number, work: Work): void {
  if (count === 0) return;
  rows.push({
    name: text.name,
    phase: text.phase,
    scope: text.scope,
    kind: text.kind,
    count,
    flop: count * work.flop,
    copies: count * work.copies,
    launches: count * work.launches,
    shape: text.shape,
    formula: text.formula,
  });
}
