import { parseQuantity } from "./quantity.ts";
import type { Budget } from "./scenario.ts";

/**
 * Reads a budget as people write it: `24h` is time, `500usd`, `$500` and `USD 500` money, `64 device-hours` (or GPU-hours)
 * devices times hours. A bare number is none of them, and null.
 *
 * @example
 * budgetFrom("24h") // => { seconds: 86400 }
 * budgetFrom("24") // => null
 */
export function budgetFrom(text: string): Budget | null {
  const word = text.trim();
  const hours = /^(.*?)\s*(?:device|gpu|tpu)[\s·-]?(?:hours?|h)$/i.exec(word);
  if (hours !== null) {
    const deviceHours = parseQuantity(hours[1]!, "count");
    return deviceHours === null ? null : { deviceHours };
  }
  if (/^[\d_,.]*(?:e[+-]?\d+)?$/i.test(word)) return null;
  const seconds = parseQuantity(word, "seconds");
  if (seconds !== null) return { seconds };
  const usd = /usd|\$/i.test(word) ? parseQuantity(word, "usd") : null;
  return usd === null ? null : { usd };
}
