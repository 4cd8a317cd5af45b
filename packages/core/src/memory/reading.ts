import type { Resolved } from "../spec/resolved.ts";
import type { MemoryEstimate } from "./estimate-memory.ts";
import { outsideAllocator } from "./framework.ts";

/**
 * What a published peak was read from: the whole device (nvidia-smi), the bytes that the framework's allocator holds
 * (PyTorch's `max_memory_reserved`), or those of live tensors (`max_memory_allocated`).
 */
export const peakKinds = ["device", "reserved", "allocated"] as const;

/** One of {@link peakKinds}. */
export type PeakKind = (typeof peakKinds)[number];

/**
 * What such a reading would show of an estimate, bytes: reserved leaves out context and communicators, allocated also
 * what the allocator holds beyond live tensors.
 *
 * @example
 * peakReading(estimateMemory(resolved, counts), resolved, "allocated") // => bytesPerDevice less the part `framework`
 */
export function peakReading(
  { bytesPerDevice, parts }: Pick<MemoryEstimate, "bytesPerDevice" | "parts">,
  resolved: Resolved,
  kind: PeakKind,
): number {
  if (kind === "device") return bytesPerDevice;
  if (kind === "reserved") return bytesPerDevice - outsideAllocator(resolved);
  return bytesPerDevice - (parts.find(({ name }) => name === "framework")?.bytes ?? 0);
}
