/**
 * The p-quantile of Student's t distribution, p at least one half.
 *
 * Formula: exact for 1 and 2 degrees of freedom; beyond, Cornish-Fisher's expansion of the normal quantile to the fourth
 * order (Abramowitz & Stegun 26.7.5), 0.1 % off at 3 degrees and less beyond. Infinite degrees: the normal quantile.
 *
 * @param normal the same quantile of the normal distribution, 1.2816 for 0.9
 * @example
 * studentQuantile(0.9, 1.2815515655446004, 4) // => 1.533
 */
export function studentQuantile(p: number, normal: number, degrees: number): number {
  if (!(degrees >= 1)) throw new RangeError(`${degrees} degrees of freedom: at least 1 is needed`);
  if (degrees === Number.POSITIVE_INFINITY) return normal;
  if (degrees === 1) return Math.tan(Math.PI * (p - 0.5));
  if (degrees === 2) return (2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p)));
  const z = normal;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, i) => sum + term / degrees ** (i + 1), z);
}

/** The 90th percentile of the standard normal distribution: half of an 80 % interval. */
export const normal90 = 1.2815515655446004;
