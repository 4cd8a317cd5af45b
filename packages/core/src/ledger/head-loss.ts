import type { Model } from "../spec/model.ts";
import { type Projection, projectionBackward, projectionForward, projectionText } from "./matmul.ts";
import type { Op } from "./op.ts";
import { elementwise, pushRow } from "./row.ts";
import type { Symbols } from "./symbols.ts";

// L: positions that get logits
const headText = projectionText(
  { name: "unembedding", scope: "outside", kind: "head-matmul" },
  "L",
  "d",
  "v",
);
const logSoftmaxForward = elementwise("forward", "outside", [
  "log-softmax",
  "[L x v]",
  "copies 2Lv; flop 5Lv",
]);
const logSoftmaxBackward = elementwise("backward", "outside", [
  "log-softmax",
  "[L x v]",
  "copies 3Lv; flop 4Lv",
]);
const nllForward = elementwise("forward", "outside", [
  "negative-log-likelihood",
  "[L x v] by [L] -> 1",
  "copies 2L + 1; flop L",
]);
const nllBackward = elementwise("backward", "outside", [
  "negative-log-likelihood",
  "1 -> [L x v]",
  "copies Lv + L + 1; flop 0",
]);
const crossEntropyForward = elementwise("forward", "outside", [
  "cross-entropy",
  "[L x v] by [L] -> 1",
  "copies Lv + 2L + 1; flop 4Lv",
]);
const crossEntropyBackward = elementwise("backward", "outside", [
  "cross-entropy",
  "1 -> [L x v]",
  "copies 2Lv + 2L + 1; flop 4Lv",
]);
const tiedSumText = elementwise("backward", "outside", [
  "tied-gradient-sum",
  "[v x d]",
  "copies 3vd; flop vd",
]);

/**
 * Vocabulary head and loss of L = T logitShare positions; nothing without logits.
 *
 * Formula: head [L x d][d x v]; unfused log-softmax 2Lv, 5Lv FLOPs, and likelihood 2L + 1, L FLOPs; fused
 * cross-entropy Lv + 2L + 1, 4Lv FLOPs. L stays a number, not rounded to whole positions, and selecting
 * positions costs nothing.
 * Units: FLOPs, elements. Source: first-principles count, unfused and fused.
 * Other convention: a masked LM that computes logits everywhere has share 1; BERT's transform before the head
 * is not counted.
 *
 * @example
 * const rows = [];
 * headForward(rows, gpt2, symbolsOf(gpt2, workload));
 * rows[0].flop // => 632379408384
 */
export function headForward(rows: Op[], model: Model, symbols: Symbols): void {
  if (model.logitShare === 0) return;
  const head = unembedding(model, symbols);
  const { m: L, p: v } = head;
  projectionForward(rows, head);
  if (symbols.fused) {
    pushRow(rows, crossEntropyForward, 1, { flop: 4 * L * v, copies: L * v + 2 * L + 1, launches: 1 });
    return;
  }
  pushRow(rows, logSoftmaxForward, 1, { flop: 5 * L * v, copies: 2 * L * v, launches: 1 });
  pushRow(rows, nllForward, 1, { flop: L, copies: 2 * L + 1, launches: 1 });
}

/**
 * Backward of {@link headForward}.
 *
 * Formula: unfused likelihood Lv + L + 1, log-softmax 3Lv, 4Lv FLOPs; fused cross-entropy 2Lv + 2L + 1, 4Lv
 * FLOPs; head twice its forward. Units, source: as forward.
 *
 * @example
 * const rows = [];
 * headBackward(rows, gpt2, symbolsOf(gpt2, workload));
 * rows[2].flop // => 1264758816768
 */
export function headBackward(rows: Op[], model: Model, symbols: Symbols): void {
  if (model.logitShare === 0) return;
  const head = unembedding(model, symbols);
  const { m: L, p: v } = head;
  if (symbols.fused) {
    pushRow(rows, crossEntropyBackward, 1, { flop: 4 * L * v, copies: 2 * L * v + 2 * L + 1, launches: 1 });
  } else {
    pushRow(rows, nllBackward, 1, { flop: 0, copies: L * v + L + 1, launches: 1 });
    pushRow(rows, logSoftmaxBackward, 1, { flop: 4 * L * v, copies: 3 * L * v, launches: 1 });
  }
  projectionBackward(rows, head);
}

/** Adds the head's gradient to the embedding's when they are one matrix: 3vd copies, vd FLOPs. */
export function tiedGradientSum(rows: Op[], model: Model, { v, d }: Symbols): void {
  const tied = model.tiedEmbeddings && model.logitShare > 0 ? 1 : 0;
  pushRow(rows, tiedSumText, tied, { flop: v * d, copies: 3 * v * d, launches: 1 });
}

function unembedding({ logitShare, bias }: Model, { T, d, v }: Symbols): Projection {
  const size = { m: T * logitShare, r: d, p: v, matrices: 1 };
  return { text: headText, count: 1, ...size, bias: bias.head ? v : 0, kernels: 1 };
}
