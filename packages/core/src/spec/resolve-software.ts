import type { DeviceFacts } from "@wallclock/hardware/schema";
import { assumptionsIn } from "./assume.ts";
import type { Assumption, Software } from "./resolved.ts";
import type { SoftwareInput } from "./software.ts";
import { usualSoftwareYear } from "./software-year.ts";

/** Fills the software: compiled kernels, flash attention, a fused optimizer. */
export function resolveSoftware(
  input: SoftwareInput,
  device: DeviceFacts,
): { software: Software; assumed: Assumption[] } {
  const { assumed, assume } = assumptionsIn<keyof SoftwareInput>("software");
  const kernels = input.kernels ?? assume("kernels", "compiled" as const);
  const software: Software = {
    kernels,
    attention: input.attention ?? assume("attention", "flash" as const),
    optimizerKernels: input.optimizerKernels ?? assume("optimizerKernels", "fused" as const),
    year: input.year ?? assume("year", usualSoftwareYear(kernels, device)),
  };
  return { software, assumed };
}
