/** Its two words are the bits of a double; which is the high one is the platform's. */
const double = new Float64Array([1]);
const words = new Int32Array(double.buffer);
const high = words[1] === 0 ? 0 : 1;

/** 2^k at k + 1024, -1024 ≤ k ≤ 1023. */
const powers = Float64Array.from({ length: 2048 }, (_, i) => 2 ** (i - 1024));

/** log 2 in two parts: the high one has so few digits that a whole number of them is exact. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/**
 * The natural logarithm, with the same bits on every engine. `Math.log` may differ in the last one, which a search for a
 * minimum enlarges to digits that are printed.
 *
 * Formula: x = 2^k (1 + f), log x = k log 2 + 2 artanh s, s = f / (2 + f), by its series to s²¹.
 *
 * @example
 * ln(10) // => 2.302585092994046
 */
export function ln(x: number): number {
  if (!(x >= 2 ** -1022 && x < Number.POSITIVE_INFINITY)) return lnOfOther(x);
  double[0] = x;
  let k = (words[high]! >>> 20) - 1022;
  let m = x * powers[1024 - k]!;
  if (m < Math.SQRT1_2) {
    m *= 2;
    k -= 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = z * (2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19)))));
  const even = w * (2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21)))));
  const series = odd + even;
  // 2 s = f - s f, and f is exact
  return k * ln2High - (s * (f - series) - k * ln2Low - f);
}

/** 0, subnormal numbers, negative ones, infinity and NaN. */
function lnOfOther(x: number): number {
  if (x > 0 && x < 1) return ln(x * 2 ** 54) - 54 * ln2High - 54 * ln2Low;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  return x > 0 ? Number.POSITIVE_INFINITY : Number.NaN;
}

/**
 * log(1 + x), exact for a small x too, with the same bits on every engine.
 *
 * @example
 * ln1p(1e-12) // => 9.999999999995e-13
 */
export function ln1p(x: number): number {
  const u = 1 + x;
  return u > 0 && u < Number.POSITIVE_INFINITY ? ln(u) - (u - 1 - x) / u : ln(u);
}

/**
 * e to the x, with the same bits on every engine.
 *
 * Formula: x = k log 2 + r, e^x = 2^k e^r, e^r by its series to r¹³.
 *
 * @example
 * exp(2) // => 7.38905609893065
 */
export function exp(x: number): number {
  if (!(x > -745.2)) return x <= -745.2 ? 0 : Number.NaN;
  if (x > 709.79) return Number.POSITIVE_INFINITY;
  const k = Math.round(x * Math.LOG2E);
  const r = x - k * ln2High - k * ln2Low;
  const q = r * r;
  const even =
    1 / 2 + q * (1 / 24 + q * (1 / 720 + q * (1 / 40320 + q * (1 / 3628800 + q * (1 / 479001600)))));
  const odd =
    1 / 6 + q * (1 / 120 + q * (1 / 5040 + q * (1 / 362880 + q * (1 / 39916800 + q * (1 / 6227020800)))));
  const e = 1 + (r + q * (even + r * odd));
  if (k < -1022) return e * powers[k + 1224]! * 2 ** -200;
  return k > 1023 ? 2 * e * powers[2047]! : e * powers[k + 1024]!;
}

/**
 * e to the x less 1, exact for a small x too, with the same bits on every engine.
 *
 * Formula: (u - 1) x / log u, u = e^x as it was rounded: the errors of both cancel (Kahan).
 *
 * @example
 * expm1(1e-12) // => 1.0000000000005e-12
 */
export function expm1(x: number): number {
  const u = exp(x);
  if (u === 1) return x;
  const less = u - 1;
  return less === -1 || u === Number.POSITIVE_INFINITY ? less : (less * x) / ln(u);
}
