import type { Model } from "../spec/model.ts";
import type { Op } from "./op.ts";
import { elementwisePair, pushRow, type Work } from "./row.ts";
import type { Symbols } from "./symbols.ts";

const rotated = "copies 2T(q + c) + sk; flop 3T(q + c)";
const ropeText = elementwisePair("layer", {
  name: "rope",
  shape: "[T x q], [T x c]",
  forward: rotated,
  backward: rotated,
});
const latentRotated = "copies 2Tr(h + 1) + sr; flop 3Tr(h + 1)";
const latentText = elementwisePair("layer", {
  name: "rope",
  shape: "[T x h x r], [T x r]",
  forward: latentRotated,
  backward: latentRotated,
});

/**
 * Rotary positions of queries and keys, one kernel a layer; backward is the inverse rotation and costs the
 * same.
 *
 * Formula: flop 3T(q + c); copies 2T(q + c) + sk (cosines and sines, k/2 of each a position). With latent
 * attention only the r rotated channels of every query head and of the one shared key move: 2Tr(h + 1) + sr.
 * Units: FLOPs, elements.
 * Source: Su et al. 2021 (RoFormer), eq. 34. Other convention: eager code with rotate-half copies does up to
 * three times this.
 *
 * @example
 * const rows = [];
 * ropeForward(rows, tinyLlama, symbolsOf(tinyLlama, workload));
 * rows[0].copies // => 831913984
 */
export function ropeForward(rows: Op[], model: Model, symbols: Symbols): void {
  if (model.positions !== "rope") return;
  pushRow(rows, (model.mla === null ? ropeText : latentText).forward, symbols.n, rotation(model, symbols));
}

/** Backward of {@link ropeForward}. */
export function ropeBackward(rows: Op[], model: Model, symbols: Symbols): void {
  if (model.positions !== "rope") return;
  pushRow(rows, (model.mla === null ? ropeText : latentText).backward, symbols.n, rotation(model, symbols));
}

function rotation({ mla }: Model, { T, s, q, c, h, k }: Symbols): Work {
  const elements = mla === null ? T * (q + c) : T * mla.ropeDim * (h + 1);
  const table = s * (mla === null ? k : mla.ropeDim);
  return { flop: 3 * elements, copies: 2 * elements + table, launches: 1 };
}
