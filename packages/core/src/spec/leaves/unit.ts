import type { QuantityUnit } from "../quantity.ts";

/**
 * The unit a number's name says: `usdPerDeviceHour` is usd, `tokens` a count, `overheadShare` a plain number.
 * In a hardware profile, whose names carry no units, rates are bytes a second and capacities bytes.
 *
 * @example
 * unitOf("hardware.intraNodeBytesPerSecond", false) // => "bytesPerSecond"
 */
export function unitOf(path: string, isInteger: boolean): QuantityUnit {
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (/BytesPerSecond$|\bbandwidth|_bandwidth/.test(path)) return "bytesPerSecond";
  if (/^seconds$|Seconds$/.test(name)) return "seconds";
  if (/^usd/.test(name)) return "usd";
  if (/capacity|cache/.test(path)) return "bytes";
  if (isInteger || /tokens$/i.test(name) || path.startsWith("hardware.device.")) return "count";
  return "number";
}
