import type { DeviceFacts } from "@wallclock/hardware/schema";
import type { Precision } from "../spec/precision.ts";
import type { TimeConstants } from "./constants.ts";

/** Vector units with this many FP32 lanes an SM share the slots that issue to them. */
const lanesThatShareIssue = 100;
/** The year at which energies are stated. */
const referenceYear = 2020;
/** Energy of an operation halves every five years (Koomey's law since 2000; assumed). */
const energySavedPerYear = Math.LN2 / 5;
/** Share of its own peak that a board of unknown power is short of: between that of A100 and of H100. Assumed. */
const usualDraw = 0.3;
/** Energy of a matrix operation relative to one on 16-bit operands: half the bits, half the energy. TF32 behaves as 16 bit. */
const relativeEnergy: Readonly<Record<Precision, number>> = { fp32: 1, tf32: 1, fp16: 1, bf16: 1, fp8: 0.5 };

/**
 * The rate at which a device multiplies large matrices at a precision, FLOP/s.
 *
 * Formula: share × peak / (1 + E peak / TDP), E the energy of an operation on a device of its year: the clock falls where
 * the peak asks for more power than the board may draw. Devices whose matrix units feed themselves from their own
 * memories (TPUs and other systolic arrays) are held at their peak, as the measured runs on them are.
 * Differs from one share of peak for all: H100 reaches 0.72 of its peak, A100 0.78, a TPU all of it.
 *
 * @throws RangeError for a precision the device lacks: the resolved scenario has already refused it
 */
export function matmulRate(device: DeviceFacts, precision: Precision, constants: TimeConstants): number {
  const { value: peak, via } = device.matmulFlopPerSecond[precision];
  if (peak === null) throw new RangeError(`${device.id} has no ${precision} matmul`);
  if (via === "vector") {
    return (
      (vectorShare(device, constants) * peak) / (1 + draw(device, peak, constants.vectorJoulesPerFlop, 0))
    );
  }
  if (device.kind !== "gpu") return constants.matrixShare * peak;
  const joules = constants.matrixJoulesPerFlop * relativeEnergy[precision];
  return (constants.matrixShare * peak) / (1 + draw(device, peak, joules, usualDraw));
}

/** Power that the peak would draw, over what the board may: of operations that take `joules` on a device of 2020. */
function draw(device: DeviceFacts, peak: number, joules: number, unknown: number): number {
  if (device.tdpWatts === null) return unknown;
  const years = (device.releaseYear ?? referenceYear) - referenceYear;
  return (joules * Math.exp(-energySavedPerYear * years) * peak) / device.tdpWatts;
}

function vectorShare(device: DeviceFacts, constants: TimeConstants): number {
  const { count } = device.computeUnits;
  const peak = device.vectorFlopPerSecond.fp32;
  if (count === null || device.clockHz === null || peak === null) return constants.vectorShareManyLanes;
  const lanes = peak / (2 * count * device.clockHz);
  return lanes < lanesThatShareIssue ? constants.vectorShareFewLanes : constants.vectorShareManyLanes;
}
