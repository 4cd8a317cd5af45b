import type { DeviceFacts } from "@wallclock/hardware/schema";
import type { Precision } from "../spec/precision.ts";
import type { TimeConstants } from "./constants.ts";

/** Vector units with this many FP32 lanes an SM share the slots that issue to them. */
const lanesThatShareIssue = 100;
/** The year at which the energy of a vector operation is stated. */
const referenceYear = 2020;
/** That energy halves every five years (Koomey's law since 2000; assumed). */
const energySavedPerYear = Math.LN2 / 5;
/** Share of its own peak that a board of unknown power is short of: between that of A100 and of H100. Assumed. */
const usualDraw = 0.3;
/**
 * Energy of a matrix operation relative to one on 16-bit operands: as the bits of an operand. TF32, of 19 bits, behaves as
 * 16 bit. FP32 matters where matrix units take it (AMD).
 */
const relativeEnergy: Readonly<Record<Precision, number>> = { fp32: 2, tf32: 1, fp16: 1, bf16: 1, fp8: 0.5 };

/**
 * The rate at which a device multiplies large matrices at a precision, FLOP/s (M5).
 *
 * Formula: share × peak / (1 + E peak / TDP), E the energy of an operation: the clock falls where the peak asks for more
 * power than the board may draw. E of the matrix units is the same from A100 to B200, as far as measured runs tell; that of
 * vector units, whose runs span ten years, falls with the year of the device. Devices whose matrix units feed themselves from
 * their own memories (TPUs and other systolic arrays) are held at their peak, as the measured runs on them are.
 * Differs from one share of peak for all: A100 keeps 0.79 of its peak, H100 and H200 0.68, GB200 0.59, a TPU all of it.
 *
 * @throws RangeError for a precision the device lacks: the resolved scenario has already refused it
 */
export function matmulRate(device: DeviceFacts, precision: Precision, constants: TimeConstants): number {
  const { value: peak, via } = device.matmulFlopPerSecond[precision];
  if (peak === null) throw new RangeError(`${device.id} has no ${precision} matmul`);
  if (via === "vector") return vectorRate(device, peak, constants);
  if (device.kind === "tpu" || device.kind === "cpu") return constants.matrixShare * peak;
  const joules = constants.matrixJoulesPerFlop * relativeEnergy[precision];
  const drawn = device.tdpWatts === null ? usualDraw : (joules * peak) / device.tdpWatts;
  const library = device.vendor === "AMD" && precision !== "fp32" ? constants.rocmMatmulShare : 1;
  return (library * constants.matrixShare * peak) / (1 + drawn);
}

function vectorRate(device: DeviceFacts, peak: number, constants: TimeConstants): number {
  const years = (device.releaseYear ?? referenceYear) - referenceYear;
  const joules = constants.vectorJoulesPerFlop * Math.exp(-energySavedPerYear * years);
  // A processor's peak is stated, or probed, at the clock that it holds.
  const unknown = device.kind === "cpu" ? 0 : usualDraw;
  const drawn = device.tdpWatts === null ? unknown : (joules * peak) / device.tdpWatts;
  return (vectorShare(device, constants) * peak) / (1 + drawn);
}

function vectorShare(device: DeviceFacts, constants: TimeConstants): number {
  const { count } = device.computeUnits;
  const peak = device.vectorFlopPerSecond.fp32;
  if (count === null || device.clockHz === null || peak === null) return constants.vectorShareManyLanes;
  const lanes = peak / (2 * count * device.clockHz);
  return lanes < lanesThatShareIssue ? constants.vectorShareFewLanes : constants.vectorShareManyLanes;
}
