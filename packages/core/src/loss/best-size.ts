import { fail, type Note } from "../errors/issue.ts";
import { leastOnLog, type SearchRange } from "../numeric/minimum.ts";
import type { LossSurface } from "./law.ts";
import { powersOf } from "./surface.ts";
import { lossAtSeconds } from "./time.ts";

/** Which model to train in a given time, of a family with one size of each shape. */
export interface SizeQuestion {
  readonly law: LossSurface;
  /** Speed of the family's member with N parameters, N as the law counts it; not a positive number: it does not run. */
  readonly tokensPerSecond: (parameters: number) => number;
  /** Sizes to choose from. */
  readonly range: SearchRange;
  readonly uniqueTokens?: number | null;
  /** Factor on the tokens needed, of a batch beyond the critical one; 1 when absent. */
  readonly penalty?: number;
}

/** The size that ends lowest in a time. */
export interface BestSize {
  readonly parameters: number;
  readonly tokens: number;
  readonly nats: number;
  /** The best size lies at an end of the range: the optimum may lie beyond. */
  readonly atEdge: boolean;
}

/**
 * The size with the lowest loss after `seconds`: N minimises law(N, t × tokens per second of N). Searched on a grid of log N,
 * then by golden section about its best point: the loss need not have a single minimum, and speeds may have steps.
 * Source: our own: `lossAtSeconds` minimised over N.
 *
 * @throws UserError `no_size_runs` when no size of the range has a speed
 * @example
 * const question = { law: besiroglu2024, tokensPerSecond: (n) => 2e14 / (6 * n), range: { min: 1e7, max: 1e11 } };
 * bestSize(question, 86400).parameters // => 3.4742e8
 */
export function bestSize(question: SizeQuestion, seconds: number): BestSize {
  const { law, tokensPerSecond, range, uniqueTokens = null, penalty = 1 } = question;
  const loss = (parameters: number): number => {
    const speed = tokensPerSecond(parameters);
    if (!(speed > 0 && Number.isFinite(speed))) return Number.POSITIVE_INFINITY;
    return lossAtSeconds({ law, parameters, tokensPerSecond: speed, uniqueTokens, penalty }, seconds);
  };
  const { x: parameters, y: nats, atEdge } = leastOnLog(loss, range);
  if (!Number.isFinite(nats)) fail("no_size_runs", "range", "no size of the range has a positive speed");
  return { parameters, tokens: seconds * tokensPerSecond(parameters), nats, atEdge };
}

/** How the best size grows with time: N*(t) ∝ t^exponent. */
export interface SizeGrowth {
  readonly exponent: number;
  /** Standard error of the slope: how far N*(t) is from one power of t. */
  readonly standardError: number;
  readonly sizes: readonly (BestSize & { readonly seconds: number })[];
  readonly notes: readonly Note[];
}

/**
 * Slope of log N*(t) against log t by least squares, at `points` times evenly spaced in their logarithm. Times whose best
 * size lies at an end of the range are left out, with a note.
 * Source: least squares on `bestSize`.
 *
 * @throws UserError `too_few_sizes` when fewer than two times have their best size inside the range
 * @example
 * const question = { law: besiroglu2024, tokensPerSecond: (n) => 2e14 / (6 * n), range: { min: 1e7, max: 1e12 } };
 * sizeGrowth(question, { min: 3600, max: 2.6e6 }).exponent // => 0.51264
 */
export function sizeGrowth(question: SizeQuestion, time: SearchRange, points = 13): SizeGrowth {
  const seconds = Array.from(
    { length: points },
    (_, i) => time.min * (time.max / time.min) ** (i / (points - 1)),
  );
  const sizes = seconds.map((t) => ({ seconds: t, ...bestSize(question, t) }));
  const inside = sizes.filter(({ atEdge }) => !atEdge);
  if (inside.length < 2)
    fail("too_few_sizes", "range", "the best size lies at an end of the range at nearly every time");
  const message = `${sizes.length - inside.length} of ${sizes.length} times have their best size at an end of the range and are left out of the exponent`;
  const notes: Note[] =
    inside.length < sizes.length
      ? [{ code: "best-size-at-edge", severity: "warning", message, path: "range" }]
      : [];
  const line = slope(inside.map((each) => [Math.log(each.seconds), Math.log(each.parameters)]));
  return { exponent: line.slope, standardError: line.standardError, sizes, notes };
}

/** Least-squares slope and its standard error; zero error for two points. */
function slope(points: readonly (readonly [number, number])[]): { slope: number; standardError: number } {
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [mx, my] = [mean(0), mean(1)];
  let [sxx, sxy, syy] = [0, 0, 0];
  for (const [x, y] of points) {
    sxx += (x - mx) ** 2;
    sxy += (x - mx) * (y - my);
    syy += (y - my) ** 2;
  }
  const left = Math.max(0, syy - sxy ** 2 / sxx);
  const degrees = points.length - 2;
  return { slope: sxy / sxx, standardError: degrees > 0 ? Math.sqrt(left / degrees / sxx) : 0 };
}

/**
 * The exponent of N*(t) in closed form for tokens per second ∝ N^-g: beta / (alpha + g beta + d ln g / d ln N), from the
 * derivative of A / N^alpha + B / D^beta, D = t × tokens per second, set to zero: alpha A / N^alpha = g beta B / D^beta, whose
 * logarithm is differentiated once more. At g = 1, compute-bound, it is that of N*(C). Small models keep a device less busy:
 * g below 1 raises the exponent, g that grows with N lowers it.
 * Source: our own derivation, above; at g = 1 Hoffmann et al. 2022, equation 4.
 *
 * @returns null for a law that no split is best under
 * @param speedExponent - g = -d ln(tokens per second) / d ln N at N*
 * @param speedCurvature - d ln g / d ln N at N*; 0: one power of N
 * @example
 * sizeExponent(besiroglu2024, 1) // => 0.51264
 */
export function sizeExponent(law: LossSurface, speedExponent: number, speedCurvature = 0): number | null {
  const powers = powersOf(law);
  if (powers === null) return null;
  return powers.beta / (powers.alpha + speedExponent * powers.beta + speedCurvature);
}
