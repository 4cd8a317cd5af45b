import type { Resolved } from "../spec/resolved.ts";

/** From this year on stacks exchange gradients and parameters in buckets, while they compute (Megatron Core 0.4 and later). */
const firstYearOfBuckets = 2024;

/**
 * Whether ZeRO-1 exchanges gradients and updated parameters in contiguous buckets that overlap with computing. Older
 * stacks give whole tensors to ranks.
 *
 * @example
 * exchangesInBuckets({ software: { ...software, kernels: "megatron", year: 2023 } }) // => false
 */
export function exchangesInBuckets({ software }: Pick<Resolved, "software">): boolean {
  return software.year >= firstYearOfBuckets;
}
