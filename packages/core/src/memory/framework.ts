import type { Resolved } from "../spec/resolved.ts";
import { memoryConstants } from "./constants.ts";

/** Kinds of model parallelism in use, each with a communicator of its own: tensor, pipeline, context. */
export function modelCommunicators({ parallel }: Resolved): number {
  return Number(parallel.tensor > 1) + Number(parallel.pipeline > 1) + Number(parallel.context > 1);
}

/** Context and communicators: what no allocator of a framework reports, bytes. */
export function outsideAllocator(resolved: Resolved): number {
  const { contextBytes, dataCommunicatorBytes, modelCommunicatorBytes } = memoryConstants;
  const data = resolved.parallel.data > 1 ? dataCommunicatorBytes.value : 0;
  return contextBytes.value + data + modelCommunicators(resolved) * modelCommunicatorBytes.value;
}

/**
 * What the driver, the libraries and the allocator take beside tensors, bytes: a context, NCCL's buffers for each
 * communicator, and a share of what comes and goes in a step that the caching allocator cannot hand out again.
 * Other convention: PyTorch's `max_memory_allocated` knows none of it, `max_memory_reserved` only the last.
 *
 * @example
 * frameworkBytes(oneDevice, 10e9) // => 1.3e9 + 0.055 x 10e9 = 1.85e9
 */
export function frameworkBytes(resolved: Resolved, transientBytes: number): number {
  return outsideAllocator(resolved) + memoryConstants.fragmentation.value * transientBytes;
}
