import type { Model } from "../spec/model.ts";
import { type Projection, projectionBackward, projectionForward, projectionText } from "./matmul.ts";
import { latentBackward, latentForward } from "./mla.ts";
import type { Op } from "./op.ts";
import type { Symbols } from "./symbols.ts";

const qkvText = projectionText({ name: "qkv-projection" }, "T", "d", "w");
const outputText = projectionText({ name: "output-projection" }, "T", "o", "d");

/**
 * Queries, keys and values from the normed input.
 *
 * Formula: one matmul [T x d][d x w], w = q + 2c; its bias is one of w. Latent attention: see {@link
 * latentForward}.
 * Units: FLOPs, elements. Source: first-principles count; what reads the same input is one matmul.
 * Other convention: three separate projections read the input three times: 2Td more forward, two gradient
 * sums backward.
 *
 * @example
 * const rows = [];
 * inputProjectionForward(rows, gpt2, symbolsOf(gpt2, workload));
 * rows[0].flop // => 348118843392
 */
export function inputProjectionForward(rows: Op[], model: Model, symbols: Symbols): void {
  if (model.mla !== null) latentForward(rows, model, symbols);
  else projectionForward(rows, qkv(model, symbols));
}

/** Backward of {@link inputProjectionForward}. */
export function inputProjectionBackward(rows: Op[], model: Model, symbols: Symbols): void {
  if (model.mla !== null) latentBackward(rows, model, symbols);
  else projectionBackward(rows, qkv(model, symbols));
}

/**
 * The heads' outputs back to the width: [T x o][o x d], o = h k (latent attention: h times the size of a
 * value).
 */
export function outputProjectionForward(rows: Op[], model: Model, symbols: Symbols): void {
  projectionForward(rows, output(model, symbols));
}

/** Backward of {@link outputProjectionForward}. */
export function outputProjectionBackward(rows: Op[], model: Model, symbols: Symbols): void {
  projectionBackward(rows, output(model, symbols));
}

function qkv({ bias }: Model, { n, T, d, w }: Symbols): Projection {
  return { text: qkvText, count: n, m: T, r: d, p: w, matrices: 1, bias: bias.qkv ? w : 0, kernels: 1 };
}

function output({ bias }: Model, { n, T, d, o }: Symbols): Projection {
  return {
    text: outputText,
    count: n,
    m: T,
    r: o,
    p: d,
    matrices: 1,
    bias: bias.attentionOut ? d : 0,
    kernels: 1,
  };
}
