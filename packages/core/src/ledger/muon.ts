import { ffnLayers } from "../spec/layers.ts";
import { isGated, type Model } from "../spec/model.ts";
import type { Op } from "./op.ts";
import { pushRow, type RowText } from "./row.ts";

/** `count` equal weight matrices. */
export interface Matrices {
  readonly rows: number;
  readonly columns: number;
  readonly count: number;
}

const iterations = 5;

const text: RowText = {
  name: "newton-schulz",
  phase: "optimizer",
  scope: "outside",
  kind: "dense-matmul",
  shape: "[y x z][z x y], [y x y][y x y], [y x y][y x z], 5 times a matrix",
  formula: "copies 5(5yz + 6y^2); flop 5(4y^2 z + 2y^3 + 3y^2 + 3yz)",
};

/**
 * Orthogonalises the update of each matrix by five Newton-Schulz iterations, one row for equal matrices.
 *
 * Formula per iteration on X [y x z], y <= z: A = X X^T, B = b A + c A A, X' = a X + B X: flop 4 y^2 z + 2 y^3 and 3 y^2 + 3 yz to
 * scale and add; copies 5yz + 6y^2 (operands each in their role, and the added matrix); three kernels.
 * Units: FLOPs, elements. Source: Jordan et al. 2024, kellerjordan.github.io/posts/muon (6 y z^2 at most an iteration).
 * Other convention: symmetric kernels halve two of the three matmuls; sharded stacks split the matrices over ranks.
 *
 * @example
 * newtonSchulz(rows, [{ rows: 2, columns: 3, count: 1 }]) // rows[0].flop => 470
 */
export function newtonSchulz(rows: Op[], matrices: readonly Matrices[]): void {
  for (const { rows: m, columns: p, count } of matrices) {
    const y = Math.min(m, p);
    const z = Math.max(m, p);
    const flop = iterations * (4 * y * y * z + 2 * y * y * y + 3 * y * y + 3 * y * z);
    const copies = iterations * (5 * y * z + 6 * y * y);
    pushRow(rows, text, count, { flop, copies, launches: 3 * iterations });
  }
}

/**
 * The weight matrices of the layers, each as the model defines it: queries, keys, values and experts apart, router included.
 *
 * Formula: their elements are the `layerMatrices(model).total` of the parameter count. Units: matrices.
 * Source: Jordan et al. 2024: hidden matrices by Muon; embeddings, head, norms and biases by AdamW.
 * Other convention: orthogonalising the fused query-key-value matrix as one is cheaper and, by that source, worse.
 *
 * @example
 * muonMatrices(gpt2)[0] // => { rows: 768, columns: 768, count: 12 }
 */
export function muonMatrices(model: Model): Matrices[] {
  const { layers, width, ffn, ffnKind, moe } = model;
  const count = ffnLayers(model);
  const up = isGated(ffnKind) ? 2 : 1;
  const ffns = (inner: number, times: number): Matrices[] => [
    { rows: width, columns: inner, count: times * up },
    { rows: inner, columns: width, count: times },
  ];
  const matrices = attentionMatrices(model);
  if (count.dense > 0) matrices.push(...ffns(ffn, count.dense));
  if (moe !== null && count.moe > 0) {
    matrices.push({ rows: width, columns: moe.experts, count: count.moe });
    matrices.push(...ffns(moe.ffn, count.moe * moe.experts));
    if (moe.sharedFfn > 0) matrices.push(...ffns(moe.sharedFfn, count.moe));
  }
  return layers === 0 ? [] : matrices;
}

function attentionMatrices({ layers: count, width, heads, kvHeads, headDim, mla }: Model): Matrices[] {
  if (mla === null) {
    const queries = { rows: width, columns: heads * headDim, count };
    const keysAndValues = { rows: width, columns: kvHeads * headDim, count: 2 * count };
    return [queries, keysAndValues, { rows: heads * headDim, columns: width, count }];
  }
  const { kvRank, queryRank, nopeDim, ropeDim, valueDim } = mla;
  const q = heads * (nopeDim + ropeDim);
  const matrices: Matrices[] = [
    { rows: width, columns: kvRank + ropeDim, count },
    { rows: kvRank, columns: heads * (nopeDim + valueDim), count },
    { rows: heads * valueDim, columns: width, count },
  ];
  if (queryRank === null) return [{ rows: width, columns: q, count }, ...matrices];
  return [{ rows: width, columns: queryRank, count }, { rows: queryRank, columns: q, count }, ...matrices];
}
