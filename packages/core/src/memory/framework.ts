import type { Resolved } from "../spec/resolved.ts";
import { memoryConstants } from "./constants.ts";

/** Context and communicators, one for each kind of parallelism in use: what no allocator of a framework reports, bytes. */
export function outsideAllocator({ parallel }: Resolved): number {
  const { contextBytes, communicatorBytes } = memoryConstants;
  const kinds = [parallel.data, parallel.tensor, parallel.pipeline, parallel.context];
  return contextBytes.value + kinds.filter((ranks) => ranks > 1).length * communicatorBytes.value;
}

/** What the allocator holds beyond live tensors, as a share of what comes and goes in a step. */
function fragmentationOf({ software }: Resolved): number {
  const { eagerFragmentation, compiledFragmentation } = memoryConstants;
  return (software.kernels === "compiled" ? compiledFragmentation : eagerFragmentation).value;
}

/** What decides {@link frameworkBytes} of a run, bytes and a share. */
export interface Framework {
  readonly outside: number;
  readonly fragmentation: number;
  /** Infinite where it is unknown. */
  readonly capacity: number;
}

/** The framework of a run. */
export function frameworkOf(resolved: Resolved): Framework {
  return {
    outside: outsideAllocator(resolved),
    fragmentation: fragmentationOf(resolved),
    capacity: resolved.hardware.device.memoryCapacityBytes ?? Number.POSITIVE_INFINITY,
  };
}

/**
 * What the driver, the libraries and the allocator take beside tensors, bytes (M28): a context, NCCL's buffers for each
 * communicator, and a share of what comes and goes in a step that the caching allocator holds beyond live tensors. It gives
 * that back when the device is full (PyTorch frees its cache and tries again), so `heldBytes`, all else, decides whether a
 * run fits.
 * Other convention: PyTorch's `max_memory_allocated` knows none of it, `max_memory_reserved` only the last.
 *
 * @example
 * frameworkBytes(oneEagerDevice, { transientBytes: 10e9, heldBytes: 20e9 }) // => 1.3e9 + 0.2 x 10e9 = 3.3e9
 */
export function frameworkBytes(
  { outside, fragmentation, capacity }: Framework,
  { transientBytes, heldBytes }: { transientBytes: number; heldBytes: number },
): number {
  const room = Math.max(0, capacity - heldBytes - outside);
  return outside + Math.min(fragmentation * transientBytes, room);
}
