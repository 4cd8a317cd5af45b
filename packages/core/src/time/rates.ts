import type { DeviceFacts } from "@wallclock/hardware/schema";
import type { Precision } from "../spec/precision.ts";
import type { Software } from "../spec/resolved.ts";
import type { TimeConstants } from "./constants.ts";

/** What a device really does a second, for one precision. */
export interface Rates {
  /** Dense matmuls of the layers, FLOP/s. */
  readonly denseFlopPerSecond: number;
  /** Matmuls that stay at 16 bit when the layers run in fp8: the head, attention. FLOP/s. */
  readonly headFlopPerSecond: number;
  /** QKᵀ and PV written out, FLOP/s. */
  readonly scoreFlopPerSecond: number;
  readonly flashFlopPerSecond: number;
  /** Seconds a score element costs flash attention beside its matmuls, forward and backward together. */
  readonly flashScoreSeconds: number;
  readonly memoryBytesPerSecond: number;
  /** GPU seconds a kernel costs beside its work. */
  readonly kernelSeconds: number;
  /** Seconds of this host for each second of a host of 2020. */
  readonly hostFactor: number;
}

const lanesThatShareIssue = 100;
const flopPerClockOfFlash = 2048;
const referenceClockHz = 1.5e9;
/** The year at which what changes with the years is stated. */
const referenceYear = 2020;
/** Energy of an operation halves every five years (Koomey's law since 2000; assumed). */
const energySavedPerYear = Math.LN2 / 5;
/** FLOP a byte at which `tileRereadPerBalance` is stated. */
const referenceBalance = 200;

/**
 * Rates of a device at a precision. Matrix units: peak / (1 + c · (peak / bandwidth) / 200), operand tiles being read
 * again; vector units: a share that depends on the FP32 lanes of an SM. A fact the device has no word for (SMs, clock,
 * year) drops its term; {@link missingFacts} names it.
 *
 * @throws RangeError for a precision the device lacks: the resolved scenario has already refused it.
 */
export function ratesOf(
  device: DeviceFacts,
  precision: Precision,
  constants: TimeConstants,
  software: Pick<Software, "kernels" | "year">,
): Rates {
  const memory = device.memoryBytesPerSecond;
  if (memory === null) throw new RangeError(`${device.id} has no memory bandwidth`);
  const dense = matmulRate(device, precision, constants);
  const wide = precision === "fp8" ? matmulRate(device, widerThanFp8(device), constants) : dense;
  return {
    denseFlopPerSecond: dense,
    headFlopPerSecond: wide,
    scoreFlopPerSecond: wide * constants.scoreMatmulShare,
    ...flashRates(device, wide, software, constants),
    memoryBytesPerSecond: memory * constants.memoryShare,
    kernelSeconds: constants.kernelSeconds * (referenceClockHz / (device.clockHz ?? referenceClockHz)),
    hostFactor: Math.exp(
      -constants.hostSpeedupPerYear * ((device.releaseYear ?? referenceYear) - referenceYear),
    ),
  };
}

/** The facts the time model would use and the device does not give. */
export function missingFacts(device: DeviceFacts): string[] {
  const missing: string[] = [];
  if (device.computeUnits.count === null || device.computeUnits.kind !== "SM") missing.push("SM count");
  if (device.clockHz === null) missing.push("clock");
  if (device.releaseYear === null) missing.push("release year");
  return missing;
}

const OPB = { fp32: 4, tf32: 2, fp16: 2, bf16: 2, fp8: 1 };
function matmulRate(device: DeviceFacts, precision: Precision, constants: TimeConstants): number {
  const { value: peak, via } = device.matmulFlopPerSecond[precision];
  if (peak === null) throw new RangeError(`${device.id} has no ${precision} matmul`);
  if (via === "vector") return vectorRate(device, peak, constants);
  if (device.kind !== "gpu") return constants.matrixShare * peak;
  const balance = ((OPB[precision] / 2) * peak) / (device.memoryBytesPerSecond ?? peak);
  const drawn =
    device.tdpWatts === null
      ? 0.25
      : ((OPB[precision] / 2) * joulesOf(device, constants.matrixJoulesPerFlop) * peak) / device.tdpWatts;
  return (
    (constants.matrixShare * peak) /
    (1 + (constants.tileRereadPerBalance * balance) / referenceBalance + drawn)
  );
}

/** Energy of an operation on a device of its year, from what it takes on one of 2020, J. */
function joulesOf(device: DeviceFacts, joules: number): number {
  return joules * Math.exp(-energySavedPerYear * ((device.releaseYear ?? referenceYear) - referenceYear));
}

/** Vector units draw power in proportion to what they do: the clock falls where the peak asks for more than the board may draw. */
function vectorRate(device: DeviceFacts, peak: number, constants: TimeConstants): number {
  const joules = joulesOf(device, constants.vectorJoulesPerFlop);
  const drawn = device.tdpWatts === null ? 0 : (joules * peak) / device.tdpWatts;
  return (peak * vectorShare(device, constants)) / (1 + drawn);
}

function vectorShare(device: DeviceFacts, constants: TimeConstants): number {
  const { count } = device.computeUnits;
  const peak = device.vectorFlopPerSecond.fp32;
  if (count === null || device.clockHz === null || peak === null) return constants.vectorShareManyLanes;
  const lanes = peak / (2 * count * device.clockHz);
  return lanes < lanesThatShareIssue ? constants.vectorShareFewLanes : constants.vectorShareManyLanes;
}

/** The first year of software whose flash attention is of the second generation (Dao 2023). */
const laterFlashYear = 2024;

function flashRates(
  device: DeviceFacts,
  dense: number,
  software: Pick<Software, "kernels" | "year">,
  constants: TimeConstants,
): Pick<Rates, "flashFlopPerSecond" | "flashScoreSeconds"> {
  if (software.year < laterFlashYear) {
    return { flashFlopPerSecond: dense * constants.flashShare * flashFit(device), flashScoreSeconds: 0 };
  }
  const { count, kind } = device.computeUnits;
  const clocks = kind === "SM" || kind === "CU" ? (count ?? 0) * (device.clockHz ?? 0) : 0;
  // The vendor's stack, and any on a device too new for others, has kernels written for the device.
  const native = software.kernels === "megatron" || (device.releaseYear ?? 0) >= laterFlashYear;
  return {
    flashFlopPerSecond: dense * constants.laterFlashShare * (native ? 1 : flashFit(device)),
    flashScoreSeconds: clocks > 0 ? constants.flashScoreClocks / clocks : 0,
  };
}

/** Flash kernels feed a wide matrix unit less well: sqrt(2048 / its FLOP a clock), at most 1. */
function flashFit(device: DeviceFacts): number {
  const peak = device.tensorFlopPerSecond.bf16 ?? device.tensorFlopPerSecond.fp16;
  const { count, kind } = device.computeUnits;
  if (peak === null || count === null || device.clockHz === null || kind !== "SM") return 1;
  return Math.sqrt(Math.min(1, flopPerClockOfFlash / (peak / (count * device.clockHz))));
}

/** What attention and the head run in when the layers run in fp8: 16 bit where the device has it. */
function widerThanFp8(device: DeviceFacts): Precision {
  const order = ["bf16", "fp16", "tf32", "fp32", "fp8"] as const;
  return order.find((precision) => device.matmulFlopPerSecond[precision].value !== null) ?? "fp8";
}
