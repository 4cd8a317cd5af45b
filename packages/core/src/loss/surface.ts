import type { KaplanLaw, LossSurface, SurfaceLaw } from "./law.ts";

/** What parameters and tokens are worth to a law once repetition is counted; without repetition N and D themselves. */
interface Worth {
  readonly n: number;
  readonly d: number;
}

/** x beyond the share `unit` of it decays with constant r: unit + unit r (1 - exp(-(x / unit - 1) / r)). */
function decayed(x: number, unit: number, r: number): number {
  return x <= unit ? x : unit + unit * r * -Math.expm1(-(x / unit - 1) / r);
}

/**
 * Parameters that are compute-optimal for `tokens` tokens under L = E + A / N^alpha + B / D^beta with C = 6 N D:
 * N = G (G D)^(beta / alpha), G = (alpha A / (beta B))^(1 / (alpha + beta)) (Hoffmann et al. 2022, equation 4).
 *
 * @example
 * optimalParameters(muennighoff2023, 100e9) // => 5.099e9, about 20 tokens a parameter
 */
export function optimalParameters(law: SurfaceLaw, tokens: number): number {
  const { A, B, alpha, beta } = law.coefficients;
  const g = ((alpha.value * A.value) / (beta.value * B.value)) ** (1 / (alpha.value + beta.value));
  return g * (g * tokens) ** (beta.value / alpha.value);
}

function worth(law: SurfaceLaw, n: number, d: number, unique: number): Worth {
  const repetition = law.repetition ?? null;
  if (repetition === null) return { n, d };
  const u = Math.min(unique, d);
  const un = Math.min(n, optimalParameters(law, u));
  return { n: decayed(n, un, repetition.parameters.value), d: decayed(d, u, repetition.tokens.value) };
}

/** ((Nc / N)^(alphaN / alphaD) + Dc / D)^alphaD, nats/token (Kaplan et al. 2020, equation 1.5). */
function kaplanLoss({ coefficients }: KaplanLaw, n: number, d: number): number {
  const { Nc, Dc, alphaN, alphaD } = coefficients;
  return ((Nc.value / n) ** (alphaN.value / alphaD.value) + Dc.value / d) ** alphaD.value;
}

/** The D of {@link kaplanLoss}: Dc / (L^(1 / alphaD) - (Nc / N)^(alphaN / alphaD)); null when the bracket is not positive. */
function kaplanTokens({ coefficients }: KaplanLaw, n: number, nats: number): number | null {
  const { Nc, Dc, alphaN, alphaD } = coefficients;
  const room = nats ** (1 / alphaD.value) - (Nc.value / n) ** (alphaN.value / alphaD.value);
  return room > 0 ? Dc.value / room : null;
}

/**
 * Loss of N = `n` parameters after D = `d` tokens, nats/token: L = E + A / N^alpha + B / D^beta.
 * A law with repetition sees D' and N' (Muennighoff et al. 2023, equations 5 and 6): tokens seen again are worth less, and
 * so are parameters beyond the optimum for the unique tokens, also in a single epoch. Other laws take no notice of `unique`.
 * Kaplan's surface is ((Nc / N)^(alphaN / alphaD) + Dc / D)^alphaD. Other units: `convertLoss`.
 *
 * @param unique - distinct tokens; all of `d` when left out
 * @example
 * lossAt(hoffmann2022, 70e9, 1.4e12) // => 1.69 + 406.4 / 70e9^.34 + 410.7 / 1.4e12^.28 = 1.69 + 0.0836 + 0.1630 = 1.93665
 */
export function lossAt(law: LossSurface, n: number, d: number, unique: number = d): number {
  if (law.form === "kaplan") return kaplanLoss(law, n, d);
  const { E, A, B, alpha, beta } = law.coefficients;
  const seen = worth(law, n, d, unique);
  return E.value + A.value / seen.n ** alpha.value + B.value / seen.d ** beta.value;
}

/**
 * Partial derivatives of {@link lossAt} to (log E, log A, log B, alpha, beta), at fixed worth of N and D:
 * (E, A/N^alpha, B/D^beta, -ln N A/N^alpha, -ln D B/D^beta), nats/token. None for Kaplan's form, which has no covariance.
 */
export function lossGradient(law: LossSurface, n: number, d: number, unique: number = d): readonly number[] {
  if (law.form === "kaplan") return [];
  const { E, A, B, alpha, beta } = law.coefficients;
  const seen = worth(law, n, d, unique);
  const [a, b] = [A.value / seen.n ** alpha.value, B.value / seen.d ** beta.value];
  return [E.value, a, b, -Math.log(seen.n) * a, -Math.log(seen.d) * b];
}

/**
 * The lowest loss that `n` parameters can reach under a law, with `unique` distinct tokens at most; nats/token.
 *
 * @example
 * lossFloor(hoffmann2022, 70e9) // => 1.69 + 406.4 / 70e9^.34 = 1.77365
 */
export function lossFloor(law: LossSurface, n: number, unique?: number | null): number {
  return lossAt(law, n, Number.MAX_VALUE, unique ?? Number.MAX_VALUE);
}

/** Tokens whose repetition of `unique` is worth d tokens; null when no number of epochs is. */
function repeated(d: number, unique: number, r: number): number | null {
  if (d <= unique) return d;
  const left = 1 - (d - unique) / (unique * r);
  return left <= 0 ? null : unique * (1 - r * Math.log(left));
}

/** d where the falling function f crosses zero, by bisection on log d between 1 and 1e30 tokens. */
function bisect(f: (d: number) => number): number | null {
  let [low, high] = [0, Math.log(1e30)];
  if (f(Math.exp(high)) > 0) return null;
  for (let k = 0; k < 80; k += 1) {
    const middle = (low + high) / 2;
    if (f(Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  return Math.exp(high);
}

/**
 * Tokens after which a model of `n` parameters reaches `nats`: D = (B / (L - E - A / N^alpha))^(1 / beta), the inverse of
 * {@link lossAt}; null when no number of tokens does. Exact for every law without repetition. With repetition and `unique`
 * tokens the formula gives D', which is unrolled into epochs; where D is below the limit on unique tokens, or there is none, N' depends
 * on D and the answer is bisected. The batch-size penalty is not in it: multiply by 1 + batch tokens / critical batch tokens.
 *
 * @example
 * tokensForLoss(hoffmann2022, 70e9, 1.93665) // => 1.3999e12
 * tokensForLoss(hoffmann2022, 70e9, 1.7) // => null: its floor is 1.69 + 0.084
 */
export function tokensForLoss(
  law: LossSurface,
  n: number,
  nats: number,
  unique?: number | null,
): number | null {
  if (law.form === "kaplan") return kaplanTokens(law, n, nats);
  const { E, A, B, alpha, beta } = law.coefficients;
  const repetition = law.repetition ?? null;
  if (repetition !== null && (unique ?? null) === null) return bisect((d) => lossAt(law, n, d) - nats);
  const limit = unique ?? Number.POSITIVE_INFINITY;
  const size = repetition === null ? n : worth(law, n, limit, limit).n;
  const room = nats - E.value - A.value / size ** alpha.value;
  if (!(room > 0)) return null;
  const d = (B.value / room) ** (1 / beta.value);
  if (repetition === null) return d;
  const few = d < limit && lossAt(law, n, d, limit) - nats > 1e-9 * nats;
  return few ? bisect((x) => lossAt(law, n, x, limit) - nats) : repeated(d, limit, repetition.tokens.value);
}
