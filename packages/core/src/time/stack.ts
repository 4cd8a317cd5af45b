import type { Resolved } from "../spec/resolved.ts";

/** From this year on stacks exchange gradients and parameters in buckets, while they compute (Megatron Core 0.4 and later). */
const firstYearOfBuckets = 2024;

/**
 * Whether the software exchanges gradients and updated parameters in contiguous buckets that overlap with computing.
 * Older stacks gave whole tensors to ranks, and Megatron's loop sent its gradients after the last backward.
 *
 * @example
 * exchangesInBuckets(resolve(llama on h100)) // => true: 2022 + 2
 */
export function exchangesInBuckets({ software }: Pick<Resolved, "software">): boolean {
  return software.year >= firstYearOfBuckets;
}
