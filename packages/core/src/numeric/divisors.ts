/**
 * The divisors of `total` closest to `wanted`, at most one below and one above, in that order.
 *
 * @example
 * nearestDivisors(768, 10) // => [8, 12]
 */
export function nearestDivisors(total: number, wanted: number): number[] {
  let below = 0;
  let above = Number.POSITIVE_INFINITY;
  for (const divisor of divisors(total)) {
    if (divisor <= wanted) below = Math.max(below, divisor);
    if (divisor >= wanted) above = Math.min(above, divisor);
  }
  const found = [below, above].filter((divisor) => divisor > 0 && Number.isFinite(divisor));
  return [...new Set(found)];
}

/** Trial division up to a bound: a total with a huge prime factor only loses suggestions, never time. */
function* divisors(total: number): Generator<number> {
  const bound = Math.min(Math.floor(Math.sqrt(total)), 100_000);
  for (let candidate = 1; candidate <= bound; candidate++) {
    if (total % candidate !== 0) continue;
    yield candidate;
    yield total / candidate;
  }
}
