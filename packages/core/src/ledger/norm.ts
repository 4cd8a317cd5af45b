import type { NormKind } from "./norm-kind.ts";
import type { Op } from "./op.ts";
import { elementwisePair, pushRow, type RowPair, type Work } from "./row.ts";
import type { Symbols } from "./symbols.ts";

/** A norm over `vectors` vectors, `elements` in all, whose parameters are `channels` wide. */
export interface NormSize {
  readonly elements: number;
  readonly vectors: number;
  readonly channels: number;
}

/**
 * One norm kernel.
 *
 * Formula: flop nf Td; copies 2Td + Pn + sg T. Units: FLOPs, elements. Source: first-principles count.
 * Other convention: frameworks that recompute statistics in backward do not write the sg T.
 *
 * @example
 * normForward(normKind("layernorm", true, true), { elements: 768, vectors: 1, channels: 768 }).copies // => 3074
 */
export function normForward(kind: NormKind, { elements, vectors, channels }: NormSize): Work {
  const copies = 2 * elements + kind.parameters * channels + kind.stats * vectors;
  return { flop: kind.flop * elements, copies, launches: 1 };
}

/**
 * Backward of {@link normForward} in one kernel: reads dy, x, statistics and scale, writes dx and the
 * parameters' gradient.
 *
 * Formula: flop 2nf Td; copies 3Td + sg T + d + Pn (no d without a scale). Units: FLOPs, elements.
 * Other convention: PyTorch reads dy and x again in a second kernel for the parameters.
 *
 * @example
 * normBackward(normKind("layernorm", true, true), { elements: 768, vectors: 1, channels: 768 }).copies // => 4610
 */
export function normBackward(kind: NormKind, { elements, vectors, channels }: NormSize): Work {
  const parameters = (kind.scale + kind.parameters) * channels;
  const copies = 3 * elements + kind.stats * vectors + parameters;
  return { flop: 2 * kind.flop * elements, copies, launches: 1 };
}

function widthNorm(name: string, scope: Op["scope"]): RowPair {
  return elementwisePair(scope, {
    name,
    shape: "[T x d]",
    forward: "copies 2Td + Pn + sg T; flop nf Td",
    backward: "copies 3Td + sg T + scale + Pn; flop 2nf Td",
  });
}

export const layerNormText = widthNorm("norm", "layer");
export const embeddingNormText = widthNorm("embedding-norm", "outside");
export const finalNormText = widthNorm("final-norm", "outside");

/** Forward row of `count` norms over the width. */
export function widthNormForward(rows: Op[], text: RowPair, count: number, symbols: Symbols): void {
  pushRow(rows, text.forward, count, normForward(symbols.norm, overWidth(symbols)));
}

/** Backward row of `count` norms over the width. */
export function widthNormBackward(rows: Op[], text: RowPair, count: number, symbols: Symbols): void {
  pushRow(rows, text.backward, count, normBackward(symbols.norm, overWidth(symbols)));
}

function overWidth({ T, d }: Symbols): NormSize {
  return { elements: T * d, vectors: T, channels: d };
}
