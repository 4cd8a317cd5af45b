import { normal90 } from "./normal.ts";

/** 90 % as a share. */
const share = 0.9;

/**
 * The 90th percentile of Student's t distribution: from the median to an end of an 80 % interval.
 *
 * Formula: exact for 1 and 2 degrees of freedom; beyond, Cornish-Fisher's expansion of the normal quantile to the fourth
 * order (Abramowitz & Stegun 26.7.5), 0.1 % off at 3 degrees and less beyond. Infinite degrees: the normal quantile.
 *
 * @example
 * student90(4) // => 1.533
 */
export function student90(degrees: number): number {
  if (!(degrees >= 1)) throw new RangeError(`${degrees} degrees of freedom: at least 1 is needed`);
  if (degrees === Number.POSITIVE_INFINITY) return normal90;
  if (degrees === 1) return Math.tan(Math.PI * (share - 0.5));
  if (degrees === 2) return (2 * share - 1) * Math.sqrt(2 / (4 * share * (1 - share)));
  const z = normal90;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, i) => sum + term / degrees ** (i + 1), z);
}
