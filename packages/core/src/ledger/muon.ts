import { ffnLayers } from "../spec/ffn-layers.ts";
import { isGated, type Model } from "../spec/model.ts";
import type { Op } from "./op.ts";
import { pushRow, type RowText } from "./row.ts";

const names = [
  "query",
  "key-and-value",
  "attention-output",
  "latent-query-down",
  "latent-query-up",
  "latent-kv-down",
  "latent-kv-up",
  "up",
  "down",
  "router",
  "expert-up",
  "expert-down",
  "shared-expert-up",
  "shared-expert-down",
] as const;
type MatrixName = (typeof names)[number];

/** `count` equal weight matrices. */
export interface Matrices {
  readonly name: MatrixName;
  readonly rows: number;
  readonly columns: number;
  readonly count: number;
}

const iterations = 5;

const texts = new Map<MatrixName, RowText>(
  names.map((name) => [
    name,
    {
      name: `newton-schulz-${name}`,
      phase: "optimizer",
      scope: "outside",
      kind: "dense-matmul",
      shape: "5 of [y x z][z x y], [y x y][y x y], [y x y][y x z]",
      formula: "copies 5(5yz + 6y^2); flop 5(4y^2 z + 2y^3 + 3y^2 + 2yz)",
    },
  ]),
);

/**
 * Orthogonalises the update of each matrix by five Newton-Schulz iterations, one row for equal matrices.
 *
 * Formula per iteration on X [y x z], y <= z: A = X X^T, B = b A + c A A, X' = a X + B X: flop 4 y^2 z + 2
 * y^3 and 3 y^2 + 2 yz to scale and add; copies 5yz + 6y^2 (operands each in their role, and the added
 * matrix); three kernels.
 * Units: FLOPs, elements. Source: Jordan et al. 2024, kellerjordan.github.io/posts/muon (6 y z^2 at most an
 * iteration).
 * Other convention: symmetric kernels halve two of the three matmuls; sharded stacks split the matrices over
 * ranks.
 *
 * @example
 * const rows = [];
 * newtonSchulz(rows, [{ name: "up", rows: 2, columns: 3, count: 1 }]);
 * rows[0].flop // => 440
 */
export function newtonSchulz(rows: Op[], matrices: readonly Matrices[]): void {
  for (const { name, rows: m, columns: p, count } of matrices) {
    const text = texts.get(name);
    if (text === undefined) continue;
    const y = Math.min(m, p);
    const z = Math.max(m, p);
    const flop = iterations * (4 * y * y * z + 2 * y * y * y + 3 * y * y + 2 * y * z);
    const copies = iterations * (5 * y * z + 6 * y * y);
    pushRow(rows, text, count, { flop, copies, launches: 3 * iterations });
  }
}

/**
 * The weight matrices of the layers, each as the model defines it: queries, keys, values and experts apart,
 * router included.
 *
 * Formula: their elements are the `layerMatrices(model).total` of the parameter count. Units: matrices.
 * Source: Jordan et al. 2024: hidden matrices by Muon; embeddings, head, norms and biases by AdamW.
 * Other convention: orthogonalising the fused query-key-value matrix as one is cheaper and, by that source,
 * worse.
 *
 * @example
 * muonMatrices(gpt2)[0] // => { name: "query", rows: 768, columns: 768, count: 12 }
 */
export function muonMatrices(model: Model): Matrices[] {
  const { width, ffn, moe } = model;
  const count = ffnLayers(model);
  const matrices = attentionMatrices(model);
  if (count.dense > 0) matrices.push(...ffnMatrices(model, ["up", "down"], ffn, count.dense));
  if (moe === null || count.moe === 0) return matrices;
  matrices.push({ name: "router", rows: width, columns: moe.experts, count: count.moe });
  matrices.push(...ffnMatrices(model, ["expert-up", "expert-down"], moe.ffn, count.moe * moe.experts));
  if (moe.sharedFfn > 0) {
    matrices.push(
      ...ffnMatrices(model, ["shared-expert-up", "shared-expert-down"], moe.sharedFfn, count.moe),
    );
  }
  return matrices;
}

function ffnMatrices(
  { width, ffnKind }: Model,
  [up, down]: readonly [MatrixName, MatrixName],
  inner: number,
  count: number,
): Matrices[] {
  return [
    { name: up, rows: width, columns: inner, count: isGated(ffnKind) ? 2 * count : count },
    { name: down, rows: inner, columns: width, count },
  ];
}

function attentionMatrices({ layers: count, width, heads, kvHeads, headDim, mla }: Model): Matrices[] {
  const matrix = (name: MatrixName, rows: number, columns: number): Matrices => {
    return { name, rows, columns, count: name === "key-and-value" ? 2 * count : count };
  };
  if (mla === null) {
    const q = heads * headDim;
    return [
      matrix("query", width, q),
      matrix("key-and-value", width, kvHeads * headDim),
      matrix("attention-output", q, width),
    ];
  }
  const { kvRank, queryRank, nopeDim, ropeDim, valueDim } = mla;
  const q = heads * (nopeDim + ropeDim);
  const queries =
    queryRank === null
      ? [matrix("query", width, q)]
      : [matrix("latent-query-down", width, queryRank), matrix("latent-query-up", queryRank, q)];
  return [
    ...queries,
    matrix("latent-kv-down", width, kvRank + ropeDim),
    matrix("latent-kv-up", kvRank, heads * (nopeDim + valueDim)),
    matrix("attention-output", heads * valueDim, width),
  ];
}
