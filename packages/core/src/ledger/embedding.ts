import type { Model } from "../spec/model.ts";
import { embeddingNormText, widthNormBackward, widthNormForward } from "./norm.ts";
import type { Op } from "./op.ts";
import { elementwise, pushRow } from "./row.ts";
import type { Symbols } from "./symbols.ts";

const gatherText = elementwise("forward", "outside", [
  "embedding",
  "[v x d] by [T] -> [T x d]",
  "copies T + 2Td; flop 0",
]);
const addText = elementwise("forward", "outside", [
  "position-add",
  "[T x d] + [s x d]",
  "copies 2Td + sd; flop Td",
]);
// N: norms in the same kernel
const fusedText = elementwise("forward", "outside", [
  "embedding",
  "[v x d] by [T] -> [T x d]",
  "copies T + 2Td + zeta sd + N(Td + Pn + sg T); flop zeta Td + N nf Td",
]);
const positionGradientText = elementwise("backward", "outside", [
  "position-add",
  "[T x d] -> [s x d]",
  "copies Td + sd; flop Td",
]);
const scatterText = elementwise("backward", "outside", [
  "embedding",
  "[T x d] by [T] -> [v x d]",
  "copies vd + T + 3Td; flop Td",
]);

/**
 * Token embedding, learned positions and what follows before the first layer.
 *
 * Formula, unfused: gather T + 2Td, positions 2Td + sd and Td FLOPs, embedding norm as any norm. Fused: one
 * kernel, T + 2Td + zeta sd, with the embedding norm and the first norm of the layers in it (Td + Pn + sg T
 * each; what backward needs stays written). Units: FLOPs, elements. Source: first-principles count, unfused
 * and fused.
 * Other convention: token-type embeddings (BERT) are not counted; only rows that are looked up are read, not
 * the table.
 *
 * @example
 * const rows = [];
 * embeddingForward(rows, gpt2, symbolsOf(gpt2, { ...workload, variant: "fused" }));
 * rows[0].copies // => 19686912
 */
export function embeddingForward(rows: Op[], model: Model, symbols: Symbols): void {
  const { fused, T, s, d, norm } = symbols;
  const learned = model.positions === "learned" ? 1 : 0;
  if (fused) {
    const norms = (model.norms.embedding ? 1 : 0) + (takesFirstNorm(model) ? 1 : 0);
    pushRow(rows, fusedText, 1, {
      flop: (learned + norms * norm.flop) * T * d,
      copies: T + (2 + norms) * T * d + learned * s * d + norms * (norm.parameters * d + norm.stats * T),
      launches: 1,
    });
    return;
  }
  pushRow(rows, gatherText, 1, { flop: 0, copies: T + 2 * T * d, launches: 1 });
  pushRow(rows, addText, learned, { flop: T * d, copies: 2 * T * d + s * d, launches: 1 });
  widthNormForward(rows, embeddingNormText, model.norms.embedding ? 1 : 0, symbols);
}

/**
 * Whether the fused embedding kernel does the first norm of the layers: in pre-norm models, known by their
 * final norm. The junctions then do the later norms and, last of all, the final norm, so that forward has no
 * kernel for it.
 *
 * @example
 * takesFirstNorm({ norms: { perLayer: 2, final: true } }) // => true
 */
export function takesFirstNorm({ norms }: { norms: Pick<Model["norms"], "perLayer" | "final"> }): boolean {
  return norms.final && norms.perLayer > 0;
}

/**
 * Backward of {@link embeddingForward}, the same in both variants.
 *
 * Formula: embedding norm as any norm; positions Td + sd and Td FLOPs; token embedding: vd zeros, then a
 * scatter-add of T + 3Td, Td FLOPs: two kernels. Units: FLOPs, elements. Source: first-principles count.
 * Other convention: sparse embedding gradients write no vd.
 *
 * @example
 * const rows = [];
 * embeddingBackward(rows, gpt2, symbolsOf(gpt2, workload));
 * rows[1].copies // => 57479936
 */
export function embeddingBackward(rows: Op[], model: Model, symbols: Symbols): void {
  const { T, s, d, v } = symbols;
  widthNormBackward(rows, embeddingNormText, model.norms.embedding ? 1 : 0, symbols);
  const learned = model.positions === "learned" ? 1 : 0;
  pushRow(rows, positionGradientText, learned, { flop: T * d, copies: T * d + s * d, launches: 1 });
  pushRow(rows, scatterText, 1, { flop: T * d, copies: v * d + T + 3 * T * d, launches: 2 });
}
