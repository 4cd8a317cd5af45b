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

/** Σ a b over the first `length` entries. */
export function dot(a: readonly number[], b: readonly number[], length = a.length): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += a[k]! * b[k]!;
  return sum;
}
