import { uniform } from "../../packages/core/src/numeric/random.ts";

/** One training run: parameters, tokens, final loss in nats a token. */
export interface Run {
  readonly n: number;
  readonly d: number;
  readonly loss: number;
}

/** (log E, log A, log B, alpha, beta). */
export type Coefficients = readonly number[];

const huberDelta = 1e-3;

/** log L and its derivatives to the five coefficients, at one run. */
function model(run: Run, c: Coefficients): { value: number; gradient: number[] } {
  const [e = 0, a = 0, b = 0, alpha = 0, beta = 0] = c;
  const [logN, logD] = [Math.log(run.n), Math.log(run.d)];
  const terms = [e, a - alpha * logN, b - beta * logD];
  const top = Math.max(...terms);
  const parts = terms.map((term) => Math.exp(term - top));
  const sum = parts.reduce((s, p) => s + p, 0);
  const [pe = 0, pa = 0, pb = 0] = parts.map((p) => p / sum);
  return { value: top + Math.log(sum), gradient: [pe, pa, pb, -pa * logN, -pb * logD] };
}

/** log(observed) - log(fitted). */
export function residualsOf(runs: readonly Run[], c: Coefficients): number[] {
  return runs.map((run) => Math.log(run.loss) - model(run, c).value);
}

function objective(runs: readonly Run[], c: Coefficients): number {
  return residualsOf(runs, c).reduce((sum, r) => {
    const size = Math.abs(r);
    return sum + (size <= huberDelta ? 0.5 * size * size : huberDelta * (size - 0.5 * huberDelta));
  }, 0);
}

/** Solves a x = y for a small symmetric positive matrix by Gaussian elimination with pivoting. */
function solve(a: readonly (readonly number[])[], y: readonly number[]): number[] {
  const m = a.map((row, i) => [...row, y[i] ?? 0]);
  const size = m.length;
  for (let k = 0; k < size; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < size; i += 1) if (Math.abs(m[i]![k]!) > Math.abs(m[pivot]![k]!)) pivot = i;
    [m[k], m[pivot]] = [m[pivot]!, m[k]!];
    for (let i = k + 1; i < size; i += 1) {
      const factor = m[i]![k]! / m[k]![k]!;
      for (let j = k; j <= size; j += 1) m[i]![j]! -= factor * m[k]![j]!;
    }
  }
  const x = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k -= 1) {
    let rest = m[k]![size]!;
    for (let j = k + 1; j < size; j += 1) rest -= m[k]![j]! * x[j]!;
    x[k] = rest / m[k]![k]!;
  }
  return x;
}

/** Gauss-Newton system with Huber weights. */
function normalEquations(runs: readonly Run[], c: Coefficients): { h: number[][]; g: number[] } {
  const h = Array.from({ length: 5 }, () => new Array<number>(5).fill(0));
  const g = new Array<number>(5).fill(0);
  for (const run of runs) {
    const { value, gradient } = model(run, c);
    const r = Math.log(run.loss) - value;
    const weight = Math.min(1, huberDelta / Math.max(Math.abs(r), 1e-12));
    for (let i = 0; i < 5; i += 1) {
      g[i]! += weight * gradient[i]! * r;
      for (let j = 0; j < 5; j += 1) h[i]![j]! += weight * gradient[i]! * gradient[j]!;
    }
  }
  return { h, g };
}

/**
 * Least Huber loss by iteratively reweighted Levenberg-Marquardt; stops when a step gains less than 1e-12 of the loss.
 */
export function fitSurface(runs: readonly Run[], start: Coefficients, iterations = 2000): number[] {
  let current = [...start];
  let value = objective(runs, current);
  let damping = 1e-3;
  for (let k = 0; k < iterations; k += 1) {
    const { h, g } = normalEquations(runs, current);
    const damped = h.map((row, i) => row.map((v, j) => (i === j ? v * (1 + damping) + 1e-15 : v)));
    const step = solve(damped, g);
    const next = current.map((v, i) => v + step[i]!);
    const nextValue = objective(runs, next);
    if (!(nextValue < value)) {
      damping *= 4;
      if (damping > 1e8) break;
      continue;
    }
    const gain = (value - nextValue) / value;
    [current, value, damping] = [next, nextValue, Math.max(damping / 3, 1e-9)];
    if (gain < 1e-12) break;
  }
  return current;
}

/** Refits of resamples with replacement, each started from the fit of all runs. */
export function bootstrap(options: {
  runs: readonly Run[];
  start: Coefficients;
  resamples: number;
  seed: number;
}): number[][] {
  const { runs, start, resamples, seed } = options;
  const random = uniform(seed);
  return Array.from({ length: resamples }, () => {
    const sample = runs.map(() => runs[Math.floor(random() * runs.length)]!);
    return fitSurface(sample, start, 300);
  });
}

/** Sample covariance of the rows. */
export function covarianceOf(rows: readonly (readonly number[])[]): number[][] {
  const count = rows.length;
  const mean = [0, 1, 2, 3, 4].map((i) => rows.reduce((sum, row) => sum + row[i]!, 0) / count);
  return mean.map((mi, i) =>
    mean.map((mj, j) => rows.reduce((sum, row) => sum + (row[i]! - mi) * (row[j]! - mj), 0) / (count - 1)),
  );
}

/** The q-quantile of a list, linear between order statistics. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  const [a = Number.NaN, b = a] = [sorted[low], sorted[low + 1]];
  return a + (b - a) * (at - low);
}
