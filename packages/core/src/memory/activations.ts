import type { Resolved } from "../spec/resolved.ts";
import type { Stage } from "./stage.ts";
import { type SavedTensor, savedTensors, stackOf } from "./tensors.ts";

/** Bytes a token that one layer keeps on one device. */
export interface LayerBytes {
  /** From forward to backward. */
  readonly kept: number;
  /** More while this layer runs backward: what recompute brings back. */
  readonly recomputed: number;
}

/**
 * Bytes a token one layer keeps on one device under a recompute policy: none everything, selective the kept shares of
 * {@link savedTensors} plus half of the two projections' outputs where it works per operation, full the layer's input.
 * Sequence parallelism divides what lies between tensor-parallel regions, the stored input included.
 * Source: Korthikanti et al. 2022, sections 4 and 5; their full recompute is 2 s b h L without dividing the input.
 *
 * @example
 * layerBytes(gpt3With8TensorRanks, false).kept // => (10 + 24/8) h + 5 a s / 8 = 282624 bytes a token, no recompute
 */
export function layerBytes(resolved: Resolved, moe: boolean): LayerBytes {
  const { training, parallel } = resolved;
  const tensors = savedTensors(resolved, { moe });
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

/**
 * What a stage keeps for all micro-batches in flight, and what the layer running backward brings back, bytes.
 * Outside the layers: the mask of the embedding's dropout on the first stage; on the last the inputs of final norm and head.
 */
export function stageActivations(resolved: Resolved, stage: Stage): { kept: number; recomputed: number } {
  const { model, parallel } = resolved;
  const tokens = tokensOnDevice(resolved);
  const dense = stage.dense > 0 ? layerBytes(resolved, false) : nothing;
  const moe = stage.moe > 0 ? layerBytes(resolved, true) : nothing;
  const { element, residual, dropout } = stackOf(resolved);
  const sequence = parallel.sequenceParallel ? parallel.tensor : 1;
  const head = (Number(model.norms.final) * residual + Number(model.logitShare > 0) * element) * model.width;
  const first = stage.first ? (stage.inFlight * dropout * model.width) / sequence : 0;
  const last = stage.last ? head / sequence : 0;
  return {
    kept: tokens * (stage.inFlight * (stage.dense * dense.kept + stage.moe * moe.kept) + first + last),
    recomputed: tokens * Math.max(dense.recomputed, moe.recomputed),
  };
}

const nothing: LayerBytes = { kept: 0, recomputed: 0 };
