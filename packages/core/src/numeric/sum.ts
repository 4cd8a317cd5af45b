/**
 * Sum of numbers; 0 for none.
 *
 * @example
 * total([1, 2, 3]) // => 6
 */
export function total(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
