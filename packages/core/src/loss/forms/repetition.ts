import { exp, expm1, ln, ln1p } from "../../numeric/elementary.ts";
import type { Powers } from "./common.ts";

/** What parameters and tokens are worth to a law once repetition is counted. */
export interface Worth {
  readonly n: number;
  readonly d: number;
}

/** R_D* and R_N*: how many repeats of tokens, and of parameters in excess, are worth about as much as fresh ones. */
export interface Decay {
  readonly tokens: number;
  readonly parameters: number;
}

export interface Seen {
  readonly n: number;
  readonly d: number;
  readonly unique: number;
}

/** x beyond the share `unit` of it decays with constant r: unit + unit r (1 - exp(-(x / unit - 1) / r)). */
function decayed(x: number, unit: number, r: number): number {
  return x <= unit ? x : unit + unit * gainOf(x / unit - 1, r);
}

/** N of the least A / N^alpha + B / D^beta at C = 6 N D, for given D: G (G D)^(beta / alpha). */
export function bestParameters({ A, B, alpha, beta }: Powers, tokens: number): number {
  const g = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
  return g * (g * tokens) ** (beta / alpha);
}

/** D' and N' (Muennighoff et al. 2023, arXiv 2305.16264, equations 5 and 6) (M35). */
export function worthOf(powers: Powers, decay: Decay, { n, d, unique }: Seen): Worth {
  const u = Math.min(unique, d);
  const un = Math.min(n, bestParameters(powers, u));
  return { n: decayed(n, un, decay.parameters), d: decayed(d, u, decay.tokens) };
}

/** Logarithms of N, D and the distinct tokens, and D / U - 1: what a run brings to its worth. */
export interface LogSeen {
  readonly logN: number;
  readonly logD: number;
  readonly logU: number;
  readonly repeats: number;
}

/** log N' and log D', and their derivatives by (log A, log B, alpha, beta, log R_D*, log R_N*). */
export interface LogWorth {
  logN: number;
  logD: number;
  readonly byN: Float64Array;
  readonly byD: Float64Array;
}

/** A place for {@link logWorth} to write to. */
export const emptyWorth = (): LogWorth => ({
  logN: 0,
  logD: 0,
  byN: new Float64Array(6),
  byD: new Float64Array(6),
});

/**
 * {@link worthOf} in logarithms, with derivatives. With x = D / U - 1 and e = exp(-x / R), log D' = log U + log(1 + R (1 - e));
 * with z = N / U_N and e = exp(-(z - 1) / R), d log N' / d log U_N = 1 - z e / (1 + R (1 - e)), and log U_N =
 * g + (beta / alpha) (g + log U) moves with A, B and the exponents; g = log(alpha A / (beta B)) / (alpha + beta).
 *
 * @param powers - log A, log B and the exponents
 */
export function logWorth(
  { a, b, alpha, beta }: LogPowers,
  decay: Decay,
  { logN, logD, logU, repeats }: LogSeen,
  out: LogWorth,
): void {
  out.byN.fill(0);
  out.byD.fill(0);
  out.logN = logN;
  out.logD = logD;
  if (repeats > 0) {
    const gain = gainOf(repeats, decay.tokens);
    out.logD = logU + ln1p(gain);
    out.byD[4] = gainSlope(repeats, decay.tokens) / (1 + gain);
  }
  const g = (ln(alpha / beta) + a - b) / (alpha + beta);
  const ratio = beta / alpha;
  const best = g + ratio * (g + logU);
  if (logN <= best) return;
  const z = exp(logN - best);
  const gain = gainOf(z - 1, decay.parameters);
  out.logN = best + ln1p(gain);
  const byBest = 1 - faded(z, (z - 1) / decay.parameters) / (1 + gain);
  out.byN[0] = byBest / alpha;
  out.byN[1] = -byBest / alpha;
  out.byN[2] = (byBest * (1 / alpha - g - ratio * (g + logU))) / alpha;
  out.byN[3] = (byBest * (logU - 1 / beta)) / alpha;
  out.byN[5] = gainSlope(z - 1, decay.parameters) / (1 + gain);
}

/** log A, log B and the exponents. */
export interface LogPowers {
  readonly a: number;
  readonly b: number;
  readonly alpha: number;
  readonly beta: number;
}

/** R (1 - exp(-x / R)): what x repeats are worth. */
function gainOf(x: number, r: number): number {
  return r * -expm1(-x / r);
}

/** Its derivative by log R. */
function gainSlope(x: number, r: number): number {
  return gainOf(x, r) - faded(x, x / r);
}

/** x exp(-y), 0 where both are beyond all bounds. */
function faded(x: number, y: number): number {
  const e = exp(-y);
  return e === 0 ? 0 : x * e;
}

/** Tokens whose repetition of `unique` is worth d tokens; null when no number of epochs is. */
export function unrolled(d: number, unique: number, r: number): number | null {
  if (d <= unique) return d;
  const left = 1 - (d - unique) / (unique * r);
  return left <= 0 ? null : unique * (1 - r * ln(left));
}
