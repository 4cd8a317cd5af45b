import { fail } from "../../errors/issue.ts";
import { exp } from "../../numeric/elementary.ts";
import { distinct, pick, type RunTable } from "../run-table.ts";
import { type Minimum, minimize, namesAtBound } from "./minimize.ts";
import {
  fromVector,
  type LogRuns,
  logRuns,
  type SurfaceCoefficients,
  surfaceProblem,
  toVector,
} from "./objective.ts";

/** How a surface is fitted. */
export interface SurfaceFitOptions {
  /** Huber's threshold on the log of the loss; Hoffmann 2022 take 1e-3. */
  readonly delta?: number;
  /** Starts taken from the published grid of 4,500. */
  readonly starts?: number;
  /** `fixed`: Huber's loss itself; `free`: Huber's density with its scale fitted too, as Besiroglu 2024 report. */
  readonly scale?: "fixed" | "free";
  /** Called with starts done and starts in all. */
  readonly progress?: (done: number, of: number) => void;
}

/** A fitted surface. */
export interface SurfaceFit {
  readonly coefficients: SurfaceCoefficients;
  /** Σ of Huber's loss over the rows, at the threshold `delta`. */
  readonly objective: number;
  readonly delta: number;
  /** Names of the coefficients that ended on a bound. */
  readonly atBound: readonly (keyof SurfaceCoefficients)[];
}

export const huberDelta = 1e-3;
const usualStarts = 500;
const mostRowsInSearch = 2000;

const grid = {
  alpha: [0, 0.5, 1, 1.5, 2],
  beta: [0, 0.5, 1, 1.5, 2],
  e: [-1, -0.5, 0, 0.5, 1],
  a: [0, 5, 10, 15, 20, 25],
  b: [0, 5, 10, 15, 20, 25],
} as const;

/**
 * Starts of the published grid, spread over it: (log E, log A, log B, alpha, beta).
 *
 * Source: Hoffmann et al. 2022, arXiv 2203.15556, appendix D.3; Besiroglu et al. 2024, arXiv 2404.10102, use the same.
 */
export function gridStarts(count: number): SurfaceCoefficients[] {
  const { alpha, beta, e, a, b } = grid;
  const size = alpha.length * beta.length * e.length * a.length * b.length;
  return Array.from({ length: Math.min(count, size) }, (_, k) => {
    // 2749 shares no factor with 4,500: every place of the grid once, neighbours far apart
    let place = (k * 2749) % size;
    const take = (values: readonly number[]): number => {
      const value = values[place % values.length]!;
      place = Math.floor(place / values.length);
      return value;
    };
    const [x, y] = [take(alpha), take(beta)];
    return { E: exp(take(e)), A: exp(take(a)), B: exp(take(b)), alpha: x, beta: y };
  });
}

/**
 * Coefficients of L = E + A / N^alpha + B / D^beta by least Huber loss on the log of the loss (M36).
 *
 * Every start descends by reweighted Gauss–Newton, the best go on by Newton's method; no randomness.
 * Above 2,000 rows the starts see an even selection of them, the last descent all.
 * Source: Hoffmann et al. 2022, arXiv 2203.15556, approach 3; Besiroglu et al. 2024, arXiv 2404.10102.
 *
 * @throws UserError for fewer than five rows, or one distinct N or D
 * @example
 * fitSurface(runs).coefficients.alpha // => 0.35284
 */
export function fitSurface(table: RunTable, options: SurfaceFitOptions = {}): SurfaceFit {
  checkSurface(table);
  const delta = options.delta ?? huberDelta;
  const small = thin(table);
  const found = search(small, delta, options);
  const candidates = table.length > mostRowsInSearch ? found.slice(0, 1) : found;
  const runs = logRuns(table);
  const refined = candidates.map((law) => descend(runs, table.weight, { from: law, delta }));
  const best = refined.reduce((least, each) => (each.value < least.value ? each : least));
  const law = fromVector(best.x, runs);
  return options.scale === "free" ? freeScale(table, law) : fitOf(best, runs, delta);
}

function fitOf(best: Minimum, runs: LogRuns, delta: number): SurfaceFit {
  const names = ["E", "A", "B", "alpha", "beta"] as const;
  const atBound = namesAtBound(names, best, surfaceProblem(runs, new Float64Array(0), delta));
  return { coefficients: fromVector(best.x, runs), objective: best.value, delta, atBound };
}

/** Descends from every start a little, then from the best few further; the distinct ones, best first. */
function search(table: RunTable, delta: number, options: SurfaceFitOptions): SurfaceCoefficients[] {
  const runs = logRuns(table);
  const problem = surfaceProblem(runs, table.weight, delta);
  const starts = gridStarts(options.starts ?? usualStarts);
  const first: Minimum[] = [];
  for (const [done, start] of starts.entries()) {
    const from = toVector(start, runs);
    first.push(minimize(problem, from, { iterations: 15, exact: false, tolerance: 1e-4 }));
    options.progress?.(done + 1, starts.length);
  }
  first.sort((p, q) => p.value - q.value);
  const kept: Minimum[] = [];
  for (const each of first.slice(0, 40)) {
    const further = minimize(problem, each.x, { iterations: 40, exact: true, tolerance: 1e-7 });
    if (!kept.some((one) => Math.abs(one.value - further.value) <= 1e-5 * one.value)) kept.push(further);
  }
  kept.sort((p, q) => p.value - q.value);
  return kept.slice(0, 4).map((each) => fromVector(each.x, runs));
}

/** Descends to the bottom: reweighted Gauss–Newton, then Newton's method, which is fast at the end. */
export function descend(
  runs: LogRuns,
  weight: Float64Array,
  { from, delta }: { readonly from: SurfaceCoefficients; readonly delta: number },
): Minimum {
  const problem = surfaceProblem(runs, weight, delta);
  const near = minimize(problem, toVector(from, runs), { iterations: 8, exact: false, tolerance: 1e-3 });
  return minimize(problem, near.x, { iterations: 200, exact: true, tolerance: 1e-12 });
}

/**
 * Huber's density with a fitted scale: least n log s + Σ Huber(r / s, delta).
 *
 * At delta 1e-3 nearly every residual is far beyond delta × s, so that s = delta × mean |r| and the coefficients are
 * those of least absolute error: reached by a threshold that falls tenfold at a time.
 * Source: Besiroglu et al. 2024, arXiv 2404.10102, and its code.
 */
function freeScale(table: RunTable, from: SurfaceCoefficients): SurfaceFit {
  const runs = logRuns(table);
  let law = from;
  let fit: SurfaceFit | null = null;
  for (const delta of [3e-4, 1e-4, 3e-5, 1e-5, 3e-6, 1e-6, 3e-7, 1e-7]) {
    fit = fitOf(descend(runs, table.weight, { from: law, delta }), runs, delta);
    law = fit.coefficients;
  }
  return fit!;
}

/** @throws UserError when the rows cannot determine five coefficients */
function checkSurface(table: RunTable): void {
  if (table.length < 5) {
    fail("too_few_rows", "", `${table.length} rows are fewer than the 5 coefficients of the form`);
  }
  for (const column of ["params", "tokens"] as const) {
    if (distinct(table[column]) < 2) {
      const text = `column ${column} has one distinct value, ${table[column][0]}: its exponent cannot be fitted`;
      fail("no_variation", column, text, "hold the exponents, or add runs of another size");
    }
  }
}

/** An even selection of 2,000 rows, for searching; the table itself when it has no more. */
export function thin(table: RunTable): RunTable {
  if (table.length <= mostRowsInSearch) return table;
  const indices = Array.from({ length: mostRowsInSearch }, (_, k) =>
    Math.floor((k * table.length) / mostRowsInSearch),
  );
  return pick(table, indices);
}
