import type { Model } from "../spec/model.ts";
import { elementBytes } from "../spec/precision.ts";
import { attentionCoreBackward, attentionCoreForward } from "./attention.ts";
import {
  inputProjectionBackward,
  inputProjectionForward,
  outputProjectionBackward,
  outputProjectionForward,
} from "./attention-projections.ts";
import { embeddingBackward, embeddingForward, takesFirstNorm } from "./embedding.ts";
import { headBackward, headForward, tiedGradientSum } from "./head-loss.ts";
import { denseBackward, denseForward } from "./mlp.ts";
import { moeBackward, moeForward } from "./moe.ts";
import { finalNormText, widthNormBackward, widthNormForward } from "./norm.ts";
import type { Op } from "./op.ts";
import { optimizerRows } from "./optimizer.ts";
import { qkNormBackward, qkNormForward } from "./qk-norm.ts";
import { recomputed } from "./recompute.ts";
import { layerNormsBackward, layerNormsForward, residualBackward, residualForward } from "./residual.ts";
import { ropeBackward, ropeForward } from "./rope.ts";
import { type Symbols, symbolsOf } from "./symbols.ts";
import { type LedgerTotals, sumRows } from "./totals.ts";
import type { Workload } from "./workload.ts";

/** Every operation of one micro-batch and one optimizer step on one device, and their sums. */
export interface Ledger extends LedgerTotals {
  readonly variant: Workload["variant"];
  /** Bytes of an element in the passes; the optimizer's have 4. */
  readonly elementBytes: 2 | 4;
  readonly ops: readonly Op[];
}

/**
 * Counts FLOPs, memory copies and kernels of a training step, operation by operation.
 *
 * Formula: copies = elements read + elements written by each kernel, each operand once; flop: multiply-add 2;
 * the forms of each operation are in its row's `formula`. Phases: forward, backward, recompute (layers or
 * attention core once more), optimizer (`parameters` P), collective (none on one device). Units: FLOPs,
 * elements, bytes, kernels.
 * Source: first principles, after the idea of counting copies (arXiv 2406.18922); our own reconstruction, not
 * that paper's table.
 * Other convention: 6 N per token counts matmuls with weights only; real kernels re-read what does not fit on
 * the chip.
 *
 * @example
 * buildLedger(gpt2, workload, 124439808).totals.copies // => 38179104770
 */
export function buildLedger(model: Model, workload: Workload, parameters: number): Ledger {
  const symbols = symbolsOf(model, workload);
  const layers = layersForward(model, symbols);
  const ops: Op[] = [];
  embeddingForward(ops, model, symbols);
  for (const row of layers) ops.push(row);
  if (hasFinalNormKernel(model, symbols)) widthNormForward(ops, finalNormText, 1, symbols);
  headForward(ops, model, symbols);
  backward(ops, model, symbols);
  for (const row of recompute(workload, layers, symbols)) ops.push(row);
  optimizerRows(ops, model, workload, parameters);
  const bytes = elementBytes(workload.precision);
  const { byPhase, totals } = sumRows(ops, bytes);
  return { variant: workload.variant, elementBytes: bytes, ops, byPhase, totals };
}

/** The order of a layer. */
function layersForward(model: Model, symbols: Symbols): Op[] {
  const rows: Op[] = [];
  layerNormsForward(rows, model, symbols);
  inputProjectionForward(rows, model, symbols);
  qkNormForward(rows, model.qkNorm, symbols);
  ropeForward(rows, model, symbols);
  attentionCoreForward(rows, symbols);
  outputProjectionForward(rows, model, symbols);
  denseForward(rows, model, symbols);
  moeForward(rows, model, symbols);
  residualForward(rows, model, symbols);
  return rows;
}

/** The whole backward pass, the forward's order reversed. */
function backward(rows: Op[], model: Model, symbols: Symbols): void {
  headBackward(rows, model, symbols);
  if (model.norms.final) widthNormBackward(rows, finalNormText, 1, symbols);
  residualBackward(rows, model, symbols);
  moeBackward(rows, model, symbols);
  denseBackward(rows, model, symbols);
  outputProjectionBackward(rows, model, symbols);
  attentionCoreBackward(rows, symbols);
  ropeBackward(rows, model, symbols);
  qkNormBackward(rows, model.qkNorm, symbols);
  inputProjectionBackward(rows, model, symbols);
  layerNormsBackward(rows, model, symbols);
  embeddingBackward(rows, model, symbols);
  tiedGradientSum(rows, model, symbols);
}

/**
 * Fused, the last junction norms its sum with the final norm, in place of the first norm that the embedding
 * took.
 */
function hasFinalNormKernel(model: Model, { fused }: Symbols): boolean {
  return model.norms.final && !(fused && takesFirstNorm(model));
}

function recompute({ recompute: mode }: Workload, layers: readonly Op[], symbols: Symbols): Op[] {
  if (mode === "none") return [];
  if (mode === "full") return recomputed(layers);
  const core: Op[] = [];
  attentionCoreForward(core, symbols);
  return recomputed(core);
}
