import type { DeviceFacts } from "@wallclock/hardware/schema";
import type { Software } from "../spec/resolved.ts";
import type { TimeConstants } from "./constants.ts";

/** What flash attention costs: its matmuls at a rate of their own, and work on every score element beside them. */
export interface FlashRate {
  readonly flopPerSecond: number;
  /** Seconds a score element costs beside its matmuls, forward and backward together. */
  readonly secondsPerScore: number;
}

/** The first year of software whose flash attention is of the second generation (Dao 2023, arXiv 2307.08691). */
const secondGenerationYear = 2024;
/** FLOP a clock of a matrix unit that kernels written for older devices still feed: that of an SM of A100. */
const flopPerClockOfOlder = 2048;
/** Beyond this a unit is only used by kernels written for it: twice the 4096 of Hopper is Blackwell's. */
const flopPerClockOfNewer = 6000;

/**
 * The rate of flash attention on a device (M5a).
 *
 * Formula: before 2024 (FlashAttention 1, Triton) share × dense rate × fit; from 2024 on the matmuls run at a higher share,
 * and each score element takes clocks of an SM for its exponential and scaling. fit = √min(1, 2048 / FLOP a clock of an SM):
 * a wider matrix unit needs kernels written for it, which the vendor's own stack has, and any stack on a unit as wide as Blackwell's.
 * Vector units starve at no width.
 * Where the second generation's priors are from: kernel timings, forward and backward without a mask, at head dimensions 64 and
 * 128. Read: FlashAttention-2 on RTX A5000 79 TFLOP/s (gpu-mode/ring-attention, issue 10); FlashAttention-3 on H100 forward 497 and 648
 * (Shah et al. 2024). From memory of the paper's figures, unverified: FlashAttention-2 on A100 176 and 203, on H100 about 300 and
 * 340 (Dao 2023). Then fitted with the others by `pnpm fit:time`, which moved them by less than a tenth.
 * Differs from a share of peak alone: heads of 64 are slower than heads of 128, as exponentials do not shrink with the head.
 */
export function flashRate(
  device: DeviceFacts,
  denseFlopPerSecond: number,
  { kernels, year, vector }: Pick<Software, "kernels" | "year"> & { readonly vector: boolean },
  constants: TimeConstants,
): FlashRate {
  const width = flopPerClock(device);
  const older = width === null ? 1 : Math.sqrt(Math.min(1, flopPerClockOfOlder / width));
  if (year < secondGenerationYear && !vector) {
    return { flopPerSecond: denseFlopPerSecond * constants.flashShare * older, secondsPerScore: 0 };
  }
  const native = vector || kernels === "megatron" || (width ?? 0) > flopPerClockOfNewer;
  const clocks = multiprocessors(device) * (device.clockHz ?? 0);
  return {
    flopPerSecond: denseFlopPerSecond * constants.laterFlashShare * (native ? 1 : older),
    secondsPerScore: clocks > 0 ? constants.flashScoreClocks / clocks : 0,
  };
}

/** FLOP a clock of the matrix unit of an SM at 16 bit; null where a fact is unknown. */
function flopPerClock(device: DeviceFacts): number | null {
  const peak = device.tensorFlopPerSecond.bf16 ?? device.tensorFlopPerSecond.fp16;
  const clocks = device.computeUnits.kind === "SM" ? multiprocessors(device) * (device.clockHz ?? 0) : 0;
  return peak === null || clocks === 0 ? null : peak / clocks;
}

/** Units that issue their own instructions: SMs or CUs; 0 where a device counts otherwise. */
function multiprocessors({ computeUnits }: DeviceFacts): number {
  const { count, kind } = computeUnits;
  return kind === "SM" || kind === "CU" ? (count ?? 0) : 0;
}
