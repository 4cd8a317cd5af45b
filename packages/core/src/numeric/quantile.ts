import { total } from "./sum.ts";

/**
 * The p-quantile of values, linear between order statistics (R's type 7); null when there are none.
 *
 * @example
 * quantile([1, 2, 3, 4], 0.5) // => 2.5
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (position - below);
}

/** Arithmetic mean; null when there are no values. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return total(values) / values.length;
}
