import { exp, ln } from "../../numeric/elementary.ts";
import type { RunTable } from "../run-table.ts";
import type { Derivatives, Problem } from "./minimize.ts";

/** L = E + A / N^alpha + B / D^beta. */
export interface SurfaceCoefficients {
  readonly E: number;
  readonly A: number;
  readonly B: number;
  readonly alpha: number;
  readonly beta: number;
}

/**
 * Loss of the surface, in the unit of E.
 *
 * @example
 * surfaceLoss({ E: 1, A: 2, B: 4, alpha: 1, beta: 1 }, 2, 4) // => 3
 */
export function surfaceLoss(law: SurfaceCoefficients, params: number, tokens: number): number {
  return law.E + law.A / params ** law.alpha + law.B / tokens ** law.beta;
}

/** Exponents are kept between these; a fit that ends on one says so. */
export const exponentBounds = { min: 0.01, max: 2 } as const;

/** Runs as the objective reads them: logs, with log N and log D about their weighted means. */
export interface LogRuns {
  readonly length: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly logLoss: Float64Array;
  readonly meanLogN: number;
  readonly meanLogD: number;
  readonly leastLogLoss: number;
  readonly mostLogLoss: number;
}

export function logRuns(table: RunTable): LogRuns {
  const logN = table.params.map(ln);
  const logD = table.tokens.map(ln);
  const logLoss = table.loss.map(ln);
  const [meanLogN, meanLogD] = [meanOf(logN), meanOf(logD)];
  return {
    length: table.length,
    x: logN.map((value) => value - meanLogN),
    y: logD.map((value) => value - meanLogD),
    logLoss,
    meanLogN,
    meanLogD,
    leastLogLoss: logLoss.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    mostLogLoss: logLoss.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  };
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** (log E, log A', log B', alpha, beta), A' and B' the terms at the mean log N and log D. */
export function toVector(law: SurfaceCoefficients, runs: LogRuns): Float64Array {
  const { E, A, B, alpha, beta } = law;
  const a = ln(A) - alpha * runs.meanLogN;
  return Float64Array.of(ln(E), a, ln(B) - beta * runs.meanLogD, alpha, beta);
}

export function fromVector(v: Float64Array, runs: LogRuns): SurfaceCoefficients {
  const [e, a, b, alpha, beta] = [v[0]!, v[1]!, v[2]!, v[3]!, v[4]!];
  const [A, B] = [exp(a + alpha * runs.meanLogN), exp(b + beta * runs.meanLogD)];
  return { E: exp(e), A, B, alpha, beta };
}

/** Huber's loss of a residual: r²/2 up to delta, delta (|r| - delta/2) beyond. */
export function huber(residual: number, delta: number): number {
  const size = Math.abs(residual);
  return size <= delta ? 0.5 * size * size : delta * (size - 0.5 * delta);
}

/** Huber's loss of a residual r, and what its minimum is looked for by. */
export interface HuberWeights {
  readonly loss: number;
  /** Its slope, as robust statistics call it. */
  readonly psi: number;
  /** Curvature of the parabola that touches the loss at r and lies above it everywhere: psi / r. */
  readonly bound: number;
  /** Its own curvature: 0 on the straight parts. */
  readonly bend: number;
}

export function huberWeights(residual: number, delta: number): HuberWeights {
  const size = Math.abs(residual);
  if (size <= delta) return { loss: 0.5 * size * size, psi: residual, bound: 1, bend: 1 };
  const psi = residual > 0 ? delta : -delta;
  return { loss: huber(residual, delta), psi, bound: delta / size, bend: 0 };
}

/**
 * Σ weight × Huber(log L - log-sum-exp of the three terms), with its gradient and Hessian.
 *
 * Formula: with shares p of the terms and z their derivatives, ∇f = Σ p z and ∇²f = Σ p z zᵀ - ∇f ∇fᵀ.
 * Source: Hoffmann et al. 2022, arXiv 2203.15556, equation 3 in its log-sum-exp form.
 */
export function surfaceProblem(runs: LogRuns, weight: Float64Array, delta: number): Problem {
  const { min, max } = exponentBounds;
  const [low, high] = [runs.leastLogLoss - 12, runs.mostLogLoss + 12];
  return {
    lower: Float64Array.of(runs.leastLogLoss - 7, low, low, min, min),
    upper: Float64Array.of(runs.leastLogLoss, high, high, max, max),
    evaluate: (v, out, exact) => evaluate({ runs, weight, delta, exact }, v, out),
  };
}

interface Setting {
  readonly runs: LogRuns;
  readonly weight: Float64Array;
  readonly delta: number;
  readonly exact: boolean;
}

function evaluate({ runs, weight, delta, exact }: Setting, v: Float64Array, out: Derivatives): void {
  const { gradient: g, hessian: h, scale } = out;
  const [e, a, b, alpha, beta] = [v[0]!, v[1]!, v[2]!, v[3]!, v[4]!];
  g.fill(0);
  h.fill(0);
  scale.fill(0);
  let value = 0;
  for (let i = 0; i < runs.length; i += 1) {
    const w = weight[i]!;
    if (w === 0) continue;
    const [x, y] = [runs.x[i]!, runs.y[i]!];
    const [ta, tb] = [a - alpha * x, b - beta * y];
    const top = Math.max(e, ta, tb);
    const [ee, ea, eb] = [exp(e - top), exp(ta - top), exp(tb - top)];
    const sum = ee + ea + eb;
    const [pe, pa, pb] = [ee / sum, ea / sum, eb / sum];
    const r = runs.logLoss[i]! - top - ln(sum);
    const size = Math.abs(r);
    const inside = size <= delta;
    value += w * (inside ? 0.5 * r * r : delta * (size - 0.5 * delta));
    const psi = w * (inside ? r : r > 0 ? delta : -delta);
    const bound = inside ? w : (w * delta) / size;
    // curvature of the residual's square; the model's own enters through `psi` when exact
    const c = exact ? (inside ? w : 0) + psi : bound;
    const own = exact ? psi : 0;
    const [pax, pby] = [-pa * x, -pb * y];
    g[0]! -= psi * pe;
    g[1]! -= psi * pa;
    g[2]! -= psi * pb;
    g[3]! -= psi * pax;
    g[4]! -= psi * pby;
    h[0]! += c * pe * pe - own * pe;
    h[5]! += c * pa * pe;
    h[6]! += c * pa * pa - own * pa;
    h[10]! += c * pb * pe;
    h[11]! += c * pb * pa;
    h[12]! += c * pb * pb - own * pb;
    h[15]! += c * pax * pe;
    h[16]! += c * pax * pa - own * pax;
    h[17]! += c * pax * pb;
    h[18]! += c * pax * pax + own * pax * x;
    h[20]! += c * pby * pe;
    h[21]! += c * pby * pa;
    h[22]! += c * pby * pb - own * pby;
    h[23]! += c * pby * pax;
    h[24]! += c * pby * pby + own * pby * y;
    scale[0]! += bound * pe * pe;
    scale[1]! += bound * pa * pa;
    scale[2]! += bound * pb * pb;
    scale[3]! += bound * pax * pax;
    scale[4]! += bound * pby * pby;
  }
  out.value = value;
}
