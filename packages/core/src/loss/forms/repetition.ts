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
  return x <= unit ? x : unit + unit * r * -Math.expm1(-(x / unit - 1) / r);
}

/** N of the least A / N^alpha + B / D^beta at C = 6 N D, for given D: G (G D)^(beta / alpha). */
export function bestParameters({ A, B, alpha, beta }: Powers, tokens: number): number {
  const g = ((alpha * A) / (beta * B)) ** (1 / (alpha + beta));
  return g * (g * tokens) ** (beta / alpha);
}

/** D' and N' (Muennighoff et al. 2023, arXiv 2305.16264, equations 5 and 6). */
export function worthOf(powers: Powers, decay: Decay, { n, d, unique }: Seen): Worth {
  const u = Math.min(unique, d);
  const un = Math.min(n, bestParameters(powers, u));
  return { n: decayed(n, un, decay.parameters), d: decayed(d, u, decay.tokens) };
}

/** d log N' and d log D' by (log A, log B, alpha, beta, log R_D*, log R_N*). */
export interface WorthSlopes {
  readonly n: Float64Array;
  readonly d: Float64Array;
}

/** A place for {@link worthSlopes} to write to. */
export const emptySlopes = (): WorthSlopes => ({ n: new Float64Array(6), d: new Float64Array(6) });

/**
 * Derivatives of {@link worthOf}: with x = D / U - 1 and e = exp(-x / R), dD'/dR = U (1 - e - x e / R); with z = N / U_N and
 * e = exp(-(z - 1) / R), dN'/dU_N = 1 + R (1 - e) - z e, and U_N moves with A, B and the exponents.
 */
export function worthSlopes(powers: Powers, decay: Decay, seen: Seen, out: WorthSlopes): Worth {
  const { n, d } = seen;
  const u = Math.min(seen.unique, d);
  const best = bestParameters(powers, u);
  const worth = worthOf(powers, decay, seen);
  out.n.fill(0);
  out.d.fill(0);
  if (d > u) out.d[4] = (u * slopeByDecay(d / u - 1, decay.tokens)) / worth.d;
  if (n <= best) return worth;
  const { A, B, alpha, beta } = powers;
  const r = decay.parameters;
  const z = n / best;
  const e = Math.exp(-(z - 1) / r);
  const byBest = ((1 + r * (1 - e) - z * e) * best) / worth.n;
  const logG = Math.log((alpha * A) / (beta * B)) / (alpha + beta);
  const reach = logG + Math.log(u);
  out.n[0] = byBest / alpha;
  out.n[1] = -byBest / alpha;
  out.n[2] = (byBest * (1 / alpha - logG - (beta / alpha) * reach)) / alpha;
  out.n[3] = (byBest * (reach - 1 / beta - logG)) / alpha;
  out.n[5] = (best * slopeByDecay(z - 1, r)) / worth.n;
  return worth;
}

/** R times the derivative of R (1 - exp(-x / R)) by R. */
function slopeByDecay(x: number, r: number): number {
  const e = Math.exp(-x / r);
  return r * (-Math.expm1(-x / r) - (x / r) * e);
}

/** Tokens whose repetition of `unique` is worth d tokens; null when no number of epochs is. */
export function unrolled(d: number, unique: number, r: number): number | null {
  if (d <= unique) return d;
  const left = 1 - (d - unique) / (unique * r);
  return left <= 0 ? null : unique * (1 - r * Math.log(left));
}
