import { ffnLayers } from "../spec/ffn-layers.ts";
import type { Resolved } from "../spec/resolved.ts";
import { type SavedTensor, savedTensors } from "./saved-tensors.ts";
import { stackOf } from "./stack.ts";
import type { StageShape } from "./stage.ts";

/** Bytes a token that one layer keeps on one device. */
export interface LayerBytes {
  /** From forward to backward. */
  readonly kept: number;
  /** More while this layer runs backward: what recompute brings back. */
  readonly recomputed: number;
}

/**
 * Bytes a token one layer keeps on one device under a recompute policy (M24): none everything, selective the kept shares of
 * {@link savedTensors} plus half of the two projections' outputs where it works per operation, full the layer's input.
 * Sequence parallelism divides what lies between tensor-parallel regions, the stored input included.
 * Source: Korthikanti et al. 2022, sections 4 and 5; their full recompute is 2 s b h L without dividing the input.
 *
 * @example
 * layerBytes(gpt3With8TensorRanks, { moe: false }).kept // => (10 + 24/8) h + 5 a s / 8 = 282624 bytes a token, no recompute
 */
export function layerBytes(resolved: Resolved, layer: { readonly moe: boolean }): LayerBytes {
  const { training, parallel } = resolved;
  const tensors = savedTensors(resolved, layer);
  const sequence = parallel.sequenceParallel ? parallel.tensor : 1;
  const onDevice = (tensor: SavedTensor): number =>
    tensor.bytes / (tensor.split === "tensor" ? parallel.tensor : sequence);
  let all = 0;
  let selective = 0;
  for (const tensor of tensors) {
    const bytes = onDevice(tensor);
    all += bytes;
    selective += bytes * tensor.kept;
  }
  if (training.recompute === "none") return { kept: all, recomputed: 0 };
  const input = tensors[0] === undefined ? 0 : onDevice(tensors[0]);
  if (stackOf(resolved).perOperation) selective += input;
  const kept = training.recompute === "full" ? input : Math.min(all, selective);
  return { kept, recomputed: all - kept };
}

/** Tokens of a micro-batch on one context-parallel rank. */
export function tokensOnDevice({ training, parallel }: Resolved): number {
  return (training.microBatchSequences * training.contextLength) / parallel.context;
}

/** What layers of each kind and the ends of the pipeline keep on one device, bytes a token. */
export interface KeptBytes {
  readonly dense: LayerBytes;
  readonly moe: LayerBytes;
  /** Of the first stage, for each micro-batch in flight: the mask of the embedding's dropout. */
  readonly first: number;
  /** Of the last stage: the inputs of final norm and head. */
  readonly last: number;
}

const nothing: LayerBytes = { kept: 0, recomputed: 0 };

/** {@link KeptBytes} of a run; nothing for a kind of layer that it lacks. */
export function keptBytes(resolved: Resolved): KeptBytes {
  const { model, parallel } = resolved;
  const kinds = ffnLayers(model);
  const { element, residual, dropout } = stackOf(resolved);
  const sequence = parallel.sequenceParallel ? parallel.tensor : 1;
  const head = (Number(model.norms.final) * residual + Number(model.logitShare > 0) * element) * model.width;
  return {
    dense: kinds.dense > 0 ? layerBytes(resolved, { moe: false }) : nothing,
    moe: kinds.moe > 0 ? layerBytes(resolved, { moe: true }) : nothing,
    first: (dropout * model.width) / sequence,
    last: head / sequence,
  };
}

/** What a stage keeps for each micro-batch in flight and once, and what the layer running backward brings back; bytes a token. */
export function stageActivations(
  { dense, moe, first, last }: KeptBytes,
  stage: StageShape,
): { eachInFlight: number; once: number; recomputed: number } {
  const layers = stage.dense * dense.kept + stage.moe * moe.kept;
  return {
    eachInFlight: stage.first ? layers + first : layers,
    once: stage.last ? last : 0,
    recomputed: Math.max(stage.dense > 0 ? dense.recomputed : 0, stage.moe > 0 ? moe.recomputed : 0),
  };
}
