import type { Workload } from "../../src/ledger/workload.ts";
import type { Model } from "../../src/spec/model.ts";
import type { Counts } from "./tape.ts";

/** One kernel over all parameters: `p = lerp(p, g)` and the like, as the arrays it reads and writes. */
type Kernel = readonly [reads: string, writes: string, flop: number];

const adamDirection: readonly Kernel[] = [
  ["m g", "m", 3],
  ["v", "v", 1],
  ["v g", "v", 3],
  ["v", "t", 1],
  ["t", "t", 1],
  ["t", "t", 1],
];

const unfused: Record<string, readonly Kernel[]> = {
  adamw: [["p", "p", 1], ...adamDirection, ["p m t", "p", 3]],
  adam: [...adamDirection, ["p m t", "p", 3]],
  sgd: [
    ["m", "m", 1],
    ["m g", "m", 1],
    ["p m", "p", 2],
  ],
  lamb: [...adamDirection, ["m t", "u", 1], ["u p", "u", 2], ["p", "", 2], ["u", "", 2], ["p u", "p", 2]],
  adafactor: [
    ["g", "t", 2],
    ["t", "", 1],
    ["t", "", 1],
    ["g", "u", 2],
    ["u", "", 2],
    ["u", "u", 1],
    ["p", "", 2],
    ["p u", "p", 1],
  ],
  muon: [
    ["m g", "m", 3],
    ["g m", "u", 3],
    ["u", "", 2],
    ["u", "u", 1],
    ["p", "p", 1],
    ["p u", "p", 2],
  ],
};

const fused: Record<string, readonly Kernel[]> = {
  adamw: [["p g m v", "p m v", 14]],
  adam: [["p g m v", "p m v", 13]],
  sgd: [["p g m", "p m", 4]],
  lamb: [
    ["p g m v", "m v u", 13],
    ["p u", "", 4],
    ["p u", "p", 2],
  ],
  adafactor: [
    ["p g", "", 6],
    ["g", "", 4],
    ["p g", "p", 4],
  ],
  muon: [
    ["g m", "m u", 8],
    ["u", "u", 1],
    ["p u", "p", 3],
  ],
};

/** The optimizer's kernels; for muon every matrix of every layer is orthogonalised on its own. */
export function optimizerKernels(model: Model, workload: Workload, parameters: number): Counts {
  const counts = { flop: 0, copies: 0, launches: 0 };
  if (workload.optimizer === "none") return counts;
  const lists = workload.variant === "fused" ? fused : unfused;
  const update = (name: string, size: number): void => {
    if (size <= 0) return;
    for (const [reads, writes, flop] of lists[name] ?? []) {
      const arrays = [...reads.split(" "), ...writes.split(" ")].filter((array) => array !== "");
      counts.copies += arrays.length * size;
      counts.flop += flop * size;
      counts.launches++;
    }
  };
  if (workload.optimizer !== "muon") {
    update(workload.optimizer, parameters);
    return counts;
  }
  let elements = 0;
  for (const matrix of matrices(model)) {
    orthogonalise(counts, matrix);
    elements += matrix[0] * matrix[1];
  }
  update("muon", elements);
  update("adamw", parameters - elements);
  return counts;
}

function orthogonalise(counts: Counts, [m, p]: readonly [number, number]): void {
  const y = Math.min(m, p);
  const z = Math.max(m, p);
  const matmul = ([a, b, c]: readonly [number, number, number], addend: number, scaled: number): void => {
    counts.flop += 2 * a * b * c + (scaled + Math.sign(addend)) * addend;
    counts.copies += a * b + b * c + a * c + addend;
    counts.launches++;
  };
  for (let iteration = 0; iteration < 5; iteration++) {
    matmul([y, z, y], 0, 0);
    matmul([y, y, y], y * y, 2);
    matmul([y, y, z], y * z, 1);
  }
}

/** Every matrix of every layer, one by one. */
function matrices(model: Model): (readonly [number, number])[] {
  const { width, heads, kvHeads, headDim, mla, moe, ffnKind } = model;
  const found: (readonly [number, number])[] = [];
  const gates = ffnKind.endsWith("glu") ? [0, 1] : [0];
  const feedForward = (inner: number): void => {
    for (const _ of gates) found.push([width, inner]);
    found.push([inner, width]);
  };
  for (let layer = 1; layer <= model.layers; layer++) {
    if (mla === null) {
      for (const count of [heads, kvHeads, kvHeads]) found.push([width, count * headDim]);
      found.push([heads * headDim, width]);
    } else {
      const queries = heads * (mla.nopeDim + mla.ropeDim);
      if (mla.queryRank === null) found.push([width, queries]);
      else found.push([width, mla.queryRank], [mla.queryRank, queries]);
      found.push([width, mla.kvRank + mla.ropeDim]);
      found.push([mla.kvRank, heads * (mla.nopeDim + mla.valueDim)], [heads * mla.valueDim, width]);
    }
    const after = moe === null ? 0 : layer - moe.denseLayers;
    if (moe === null || after <= 0 || after % moe.every !== 0) {
      feedForward(model.ffn);
      continue;
    }
    found.push([width, moe.experts]);
    for (let expert = 0; expert < moe.experts; expert++) feedForward(moe.ffn);
    if (moe.sharedFfn > 0) feedForward(moe.sharedFfn);
  }
  return found;
}
