import type { DeviceFacts } from "@wallclock/hardware/schema";
import type { KernelClass } from "./software.ts";

/**
 * The earliest year of a kind of software, and how many years it trails the device it runs on, where a scenario does not
 * say: what the measured runs of that kind have. torch.compile with a flash attention of PyTorch's own came with 2.2 in
 * 2024; vendors' fused stacks take two years to learn a new chip. Assumed.
 */
const usual: Readonly<Record<KernelClass, { readonly earliest: number; readonly trails: number }>> = {
  unfused: { earliest: 2023, trails: 1 },
  library: { earliest: 2023, trails: 1 },
  megatron: { earliest: 2021, trails: 2 },
  compiled: { earliest: 2024, trails: 1 },
};

/**
 * The year a stack is from when nobody says: the same for every run of that kind on that device.
 *
 * Formula: max(earliest year of the kind, release year of the device + years it trails).
 *
 * @example
 * usualSoftwareYear("megatron", h100) // => 2024
 */
export function usualSoftwareYear(kernels: KernelClass, device: Pick<DeviceFacts, "releaseYear">): number {
  const { earliest, trails } = usual[kernels];
  return Math.max(earliest, (device.releaseYear ?? 0) + trails);
}
