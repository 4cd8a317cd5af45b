import type { Model } from "../spec/model.ts";
import { layerNormText, widthNormBackward, widthNormForward } from "./norm.ts";
import type { Op } from "./op.ts";
import { elementwise, elementwisePair, pushRow, type RowPair, type RowText, type Work } from "./row.ts";
import type { Symbols } from "./symbols.ts";

const addFormula = "copies 3Td; flop Td";
const addText = junctionText("residual-add", addFormula, addFormula);

function junctionText(name: string, forward: string, backward: string): RowPair {
  return elementwisePair("layer", { name, shape: "[T x d]", forward, backward });
}

const normedText = junctionText(
  "residual-norm",
  "copies 4Td + Pn + sg T; flop (nf + 1)Td",
  "copies 4Td + sg T + scale + Pn; flop (2nf + 1)Td",
);
const sandwichText = junctionText(
  "norm-residual-norm",
  "copies 4Td + 2Pn + 2sg T; flop (2nf + 1)Td",
  "copies 6Td + 2(sg T + scale + Pn); flop (4nf + 1)Td",
);
// pre and post: norms after and before the sum; one: 1 if there is any norm after it
const parallelText = junctionText(
  "parallel-residual-norm",
  "copies (4 + pre)Td + (pre + post)(Pn + sg T); flop (2 + (pre + post)nf)Td",
  "copies (4 + one + 2post)Td + (pre + post)(sg T + scale + Pn); flop (2 + 2(pre + post)nf)Td",
);

/**
 * Where branches meet the residual stream in the fused variant: `pre` norms of the sum, `post` norms of
 * branches.
 */
interface Junction {
  readonly text: RowPair;
  readonly count: number;
  readonly branches: 1 | 2;
  readonly pre: number;
  readonly post: number;
}

/**
 * The junctions of all layers. Norms beyond two are norms of a branch's output (Gemma 2); with one, the
 * second junction has none; a parallel block has one junction of two branches.
 */
function junctions({ norms, parallelBlock }: Model, { n }: Symbols): Junction[] {
  const pre = Math.min(norms.perLayer, 2);
  const post = norms.perLayer - pre;
  if (parallelBlock) return [{ text: parallelText, count: n, branches: 2, pre, post }];
  return [
    { text: sandwichText, count: n * post, branches: 1, pre: 1, post: 1 },
    { text: normedText, count: n * (pre - post), branches: 1, pre: 1, post: 0 },
    { text: addText, count: n * (2 - pre), branches: 1, pre: 0, post: 0 },
  ];
}

/**
 * One fused kernel at a junction: adds the branches to the stream, norms the sum for what follows.
 *
 * Formula: copies (2 + branches) Td + pre (Td + Pn + sg T) + post (Pn + sg T); flop branches Td + (pre +
 * post) nf Td. One branch and one norm: 4Td + Pn + sg T. Units: FLOPs, elements. Source: first-principles
 * count.
 * Other convention: norms before or after the addition cost the same here, so pre-norm and post-norm models
 * count alike.
 */
function junctionForward({ branches, pre, post }: Junction, { T, d, norm }: Symbols): Work {
  const extra = norm.parameters * d + norm.stats * T;
  const flop = branches * T * d + (pre + post) * norm.flop * T * d;
  return { flop, copies: (2 + branches + pre) * T * d + (pre + post) * extra, launches: 1 };
}

/**
 * Backward at a junction: sums the branches' gradients through the norms into the stream's.
 *
 * Formula: copies (2 + branches) Td + (pre > 0) Td (the norms' common input) + 2 post Td (a branch's output
 * and its gradient) + (pre + post)(sg T + scale + Pn); flop branches Td + 2 (pre + post) nf Td. One branch,
 * one norm: 4Td + sg T + d + Pn.
 */
function junctionBackward({ branches, pre, post }: Junction, { T, d, norm }: Symbols): Work {
  const extra = (norm.scale + norm.parameters) * d + norm.stats * T;
  const tensors = 2 + branches + (pre > 0 ? 1 : 0) + 2 * post;
  const flop = branches * T * d + 2 * (pre + post) * norm.flop * T * d;
  return { flop, copies: tensors * T * d + (pre + post) * extra, launches: 1 };
}

/** Norms of the layers as kernels of their own: unfused only, since fused they are part of the junctions. */
export function layerNormsForward(rows: Op[], { norms }: Model, symbols: Symbols): void {
  if (!symbols.fused) widthNormForward(rows, layerNormText, symbols.n * norms.perLayer, symbols);
}

/** Backward of {@link layerNormsForward}. */
export function layerNormsBackward(rows: Op[], { norms }: Model, symbols: Symbols): void {
  if (!symbols.fused) widthNormBackward(rows, layerNormText, symbols.n * norms.perLayer, symbols);
}

/**
 * Residual additions of the layers, forward; fused with the norms around them.
 *
 * Formula, unfused: two additions a layer, Td FLOPs and 3Td copies each; a parallel block adds its branches
 * one after the other (`x + attention + mlp`), two additions as well. Fused: one kernel a junction. Units:
 * FLOPs, elements.
 * Source: first-principles count, unfused and fused. Other convention: a parallel block in one eager kernel
 * would save 2Td of 6Td.
 *
 * @example
 * const rows = [];
 * residualForward(rows, gpt2, symbolsOf(gpt2, workload));
 * rows[0].copies // => 452984832
 */
export function residualForward(rows: Op[], model: Model, symbols: Symbols): void {
  if (symbols.fused) {
    for (const junction of junctions(model, symbols)) {
      pushRow(rows, junction.text.forward, junction.count, junctionForward(junction, symbols));
    }
    return;
  }
  const { n, T, d } = symbols;
  pushRow(rows, addText.forward, 2 * n, { flop: T * d, copies: 3 * T * d, launches: 1 });
}

/**
 * Backward of {@link residualForward}: an addition passes its gradient on for nothing, but what two
 * operations read gets the sum of their gradients, Td FLOPs and 3Td copies, twice a layer, in a parallel
 * block too (the stream, and the shared norm's output or the second norm's gradient). Fused: one kernel a
 * junction.
 *
 * @example
 * const rows = [];
 * residualBackward(rows, gpt2, symbolsOf(gpt2, { ...workload, variant: "fused" }));
 * rows[0].copies // => 604428288
 */
export function residualBackward(rows: Op[], model: Model, symbols: Symbols): void {
  if (symbols.fused) {
    for (const junction of junctions(model, symbols)) {
      pushRow(rows, junction.text.backward, junction.count, junctionBackward(junction, symbols));
    }
    return;
  }
  const { n, T, d } = symbols;
  pushRow(rows, addText.backward, 2 * n, { flop: T * d, copies: 3 * T * d, launches: 1 });
}

interface SumText {
  readonly eager: RowText;
  readonly inKernel: RowText;
}

function sumText(name: string): SumText {
  const inKernel = "copies Td; flop Td; read by the norm's backward";
  return {
    eager: elementwise("backward", "layer", [name, "[T x d] + [T x d]", "copies 3Td; flop Td"]),
    inKernel: elementwise("backward", "layer", [name, "[T x d]", inKernel]),
  };
}

export const denseInputSumText = sumText("input-gradient-sum");
export const moeInputSumText = sumText("moe-input-gradient-sum");

/**
 * Sums the gradients of a feed-forward's input where more than one operation reads it (gate beside up;
 * router, dispatch and shared experts): `count` additions in all.
 *
 * Formula: Td FLOPs each; 3Td copies and one kernel unfused, Td read by the norm's backward kernel (no
 * launch) fused.
 * Units: FLOPs, elements. Source: first-principles count.
 * Other convention: one matmul for gate and up leaves nothing to add.
 *
 * @example
 * const rows = [];
 * inputGradientSums(rows, denseInputSumText, 22, symbolsOf(tinyLlama, workload));
 * rows[0].copies // => 1107296256
 */
export function inputGradientSums(rows: Op[], text: SumText, count: number, symbols: Symbols): void {
  const { fused, T, d } = symbols;
  const work = { flop: T * d, copies: (fused ? 1 : 3) * T * d, launches: fused ? 0 : 1 };
  pushRow(rows, fused ? text.inKernel : text.eager, count, work);
}
