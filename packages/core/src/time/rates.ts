import type { DeviceFacts } from "@wallclock/hardware/schema";
import type { Precision } from "../spec/precision.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { TimeConstants } from "./constants.ts";
import { type FlashRate, flashRate } from "./flash-rate.ts";
import { matmulRate } from "./matmul-rate.ts";

/** What a device and its host really do a second, for one precision and one stack. */
export interface Rates {
  /** Dense matmuls of the layers, FLOP/s. */
  readonly denseFlopPerSecond: number;
  /** Matmuls that stay at 16 bit when the layers run in fp8: the head, attention. FLOP/s. */
  readonly headFlopPerSecond: number;
  /** QKᵀ and PV written out, FLOP/s. */
  readonly scoreFlopPerSecond: number;
  readonly flash: FlashRate;
  readonly memoryBytesPerSecond: number;
  /** GPU seconds a kernel costs beside its work. */
  readonly kernelSeconds: number;
  /** Seconds of this host for each second of a host of 2020. */
  readonly hostFactor: number;
}

const referenceClockHz = 1.5e9;
const referenceHostYear = 2020;
/** The head dimension at which `scoreMatmulShare` is stated. */
const referenceHeadDim = 64;

/**
 * Rates of the device of a scenario. Where a fact is unknown (SMs, clock, year, power) a usual value stands in or
 * its term drops out; {@link missingFacts} names it.
 *
 * @throws RangeError for a precision or a bandwidth the device lacks: the resolved scenario has already refused it.
 */
export function ratesOf(
  { hardware, training, software, model }: Pick<Resolved, "hardware" | "training" | "software" | "model">,
  constants: TimeConstants,
): Rates {
  const { device, hostYear } = hardware;
  const { precision } = training;
  const memory = device.memoryBytesPerSecond;
  if (memory === null) throw new RangeError(`${device.id} has no memory bandwidth`);
  const dense = matmulRate(device, precision, constants);
  const wide = precision === "fp8" ? matmulRate(device, widerThanFp8(device), constants) : dense;
  // Vector units are fed by the small matmuls of single heads as well as by large ones.
  const vector = device.matmulFlopPerSecond[precision].via === "vector";
  return {
    denseFlopPerSecond: dense,
    headFlopPerSecond: wide,
    scoreFlopPerSecond: vector ? wide : wide * scoreShare(model.headDim, constants),
    flash: flashRate(device, wide, { ...software, vector }, constants),
    memoryBytesPerSecond: memory * constants.memoryShare,
    kernelSeconds: constants.kernelSeconds * (referenceClockHz / (device.clockHz ?? referenceClockHz)),
    hostFactor: Math.exp(
      -constants.hostSpeedupPerYear * ((hostYear ?? referenceHostYear) - referenceHostYear),
    ),
  };
}

/** The facts the time model would use and the device does not give. */
export function missingFacts(device: DeviceFacts): string[] {
  const missing: string[] = [];
  const { count, kind } = device.computeUnits;
  if (count === null || (kind !== "SM" && kind !== "CU")) missing.push("SM count");
  if (device.clockHz === null) missing.push("clock");
  if (device.releaseYear === null) missing.push("release year");
  if (device.tdpWatts === null) missing.push("power");
  return missing;
}

/** Matrix units wait for operands in a matmul as shallow as a head: their share grows with its dimension, up to a dense matmul's. */
function scoreShare(headDim: number, constants: TimeConstants): number {
  return Math.min(1, (constants.scoreMatmulShare * headDim) / referenceHeadDim);
}

/** What attention and the head run in when the layers run in fp8: 16 bit where the device has it. */
function widerThanFp8(device: DeviceFacts): Precision {
  const order = ["bf16", "fp16", "tf32", "fp32", "fp8"] as const;
  return order.find((precision) => device.matmulFlopPerSecond[precision].value !== null) ?? "fp8";
}
