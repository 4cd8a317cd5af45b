import type { Model } from "../spec/model.ts";
import type { Op } from "./op.ts";
import { elementwise, pushRow, type Work } from "./row.ts";
import type { Symbols } from "./symbols.ts";

const formula = "copies 2T(q + c) + sk; flop 3T(q + c)";
const forward = elementwise("forward", "layer", ["rope", "[T x q], [T x c]", formula]);
const backward = elementwise("backward", "layer", ["rope", "[T x q], [T x c]", formula]);
const latentFormula = "copies 2Tr(h + 1) + sr; flop 3Tr(h + 1)";
const latentForward = elementwise("forward", "layer", ["rope", "[T x h x r], [T x r]", latentFormula]);
const latentBackward = elementwise("backward", "layer", ["rope", "[T x h x r], [T x r]", latentFormula]);

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
  pushRow(rows, model.mla === null ? forward : latentForward, symbols.n, rotation(model, symbols));
}

/** Backward of {@link ropeForward}. */
export function ropeBackward(rows: Op[], model: Model, symbols: Symbols): void {
  if (model.positions !== "rope") return;
  pushRow(rows, model.mla === null ? backward : latentBackward, symbols.n, rotation(model, symbols));
}

function rotation({ mla }: Model, { T, s, q, c, h, k }: Symbols): Work {
  const rotated = mla === null ? T * (q + c) : T * mla.ropeDim * (h + 1);
  const table = s * (mla === null ? k : mla.ropeDim);
  return { flop: 3 * rotated, copies: 2 * rotated + table, launches: 1 };
}
