import type { Resolved } from "../spec/resolved.ts";

/** From this year on stacks exchange gradients and parameters in buckets, while they compute (Megatron Core 0.4 and later). */
const firstYearOfBuckets = 2024;

/**
 * Whether ZeRO-1 exchanges gradients and updated parameters in contiguous buckets that overlap with computing. Older
 * stacks give whole tensors to ranks.
 *
 * @example
 * exchangesInBuckets(resolve(llama on h100)) // => true: 2022 + 2
 */
export function exchangesInBuckets({ software }: Pick<Resolved, "software">): boolean {
  return software.year >= firstYearOfBuckets;
}
