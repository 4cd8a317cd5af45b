import { isGated } from "../spec/model.ts";
import { stateRanks } from "../spec/parallel.ts";
import { elementBytes } from "../spec/precision.ts";
import type { Resolved } from "../spec/resolved.ts";
import { tokensOnDevice } from "./activations.ts";
import { memoryConstants } from "./constants.ts";
import type { StageShape } from "./stage.ts";
import { type StageParameters, vocabRows } from "./stage-parameters.ts";
import type { StateBytes } from "./states.ts";

/**
 * What data parallelism holds beside its shards, bytes (M26).
 *
 * ZeRO-3: two layers gathered (this and the next), embedding and head gathered throughout, and the whole gradients of the
 * largest of them, in the operand's format and in fp32 for the reduction. With pipelining every parameter of the stage is
 * gathered once a step and its gradients accumulate whole, in fp32 (torchtitan: no reshard after forward).
 * No sharding, ZeRO-1 and -2: PyTorch's DDP reduces from a second copy of the gradients (gradient_as_bucket_view off),
 * DeepSpeed from buckets of at most 5e8 elements, apex's DDP from one of 1e7 elements and the next; Megatron reduces in
 * place. Eager stacks with 16-bit weights and fp32 masters, or with an optimizer that synchronises for each tensor, are
 * apex's (NVIDIA DeepLearningExamples): PyTorch has no master weights of its own without FSDP.
 */
export function dataParallelBytes(
  resolved: Resolved,
  stage: Pick<StageShape, "dense" | "moe">,
  held: StageParameters,
  state: StateBytes,
): number {
  const { parallel, software, model } = resolved;
  const parameters = held.matrices + held.other + held.experts;
  if (parallel.sharding === "zero3" && stateRanks(parallel) > 1) {
    const copy = elementBytes(resolved.training.precision);
    if (parallel.pipeline > 1) return parameters * (copy + 4);
    const rows = vocabRows(model.vocab, parallel.tensor) * model.width;
    const head = model.tiedEmbeddings || model.logitShare === 0 ? 0 : rows;
    const layer = (held.matrices - head + held.experts) / (stage.dense + stage.moe);
    return 2 * layer * copy + (held.other + head) * copy + Math.max(layer, rows) * (copy + 4);
  }
  if (parallel.data * parallel.context === 1 || software.kernels === "megatron") return 0;
  const gradients = parameters * state.gradients;
  if (parallel.sharding !== "none")
    return Math.min(gradients, memoryConstants.bucketElements.value * state.gradients);
  if (!usesApex(resolved)) return gradients;
  return Math.min(gradients, 2 * memoryConstants.apexBucketElements.value * state.gradients);
}

function usesApex({ software, training }: Resolved): boolean {
  if (software.kernels === "compiled") return false;
  const masters = training.mixedPrecision === "master" && elementBytes(training.precision) < 4;
  return masters || software.optimizerKernels === "synchronous";
}

/**
 * Activations on their way, bytes (M26): two sent and two received between stages; the gathered input and its gradient of a
 * sequence-parallel region; keys and values of this and the next rank of the context ring, with gradients; rows sent to and
 * received from the experts. All-reduces of plain tensor parallelism work in place.
 */
export function activationBufferBytes(resolved: Resolved): number {
  const { parallel, training, model } = resolved;
  const { heads, kvHeads, headDim, mla, moe } = model;
  const operand = tokensOnDevice(resolved) * elementBytes(training.precision);
  const stream = operand * model.width;
  const sequence = parallel.sequenceParallel ? parallel.tensor : 1;
  const stages = parallel.pipeline > 1 ? (4 * stream) / sequence : 0;
  const gathered = sequence > 1 ? 2 * stream : 0;
  const keyValue = mla === null ? 2 * kvHeads * headDim : heads * (mla.nopeDim + mla.ropeDim + mla.valueDim);
  const ring = parallel.context > 1 ? (4 * operand * keyValue) / parallel.tensor : 0;
  const experts = moe !== null && parallel.expert > 1 ? (2 * stream * moe.active) / sequence : 0;
  return stages + gathered + ring + experts;
}

/**
 * Gradients of the widest tensors of one layer while it runs backward, bytes (M27): of the feed-forward's projections and result
 * or of two score matrices, whichever is more, and two of the residual stream.
 */
export function workspaceBytes(resolved: Resolved, layer: { readonly moe: boolean }): number {
  const { model, training, parallel, software } = resolved;
  const operand = tokensOnDevice(resolved) * elementBytes(training.precision);
  const { moe } = model;
  const routed = moe === null ? 0 : moe.active * moe.ffn + moe.sharedFfn;
  const feedForward = (isGated(model.ffnKind) ? 3 : 2) * (layer.moe ? routed : model.ffn);
  const scores = software.attention === "flash" ? 0 : 2 * model.heads * training.contextLength;
  return (operand * Math.max(feedForward, scores)) / parallel.tensor + 2 * operand * model.width;
}
