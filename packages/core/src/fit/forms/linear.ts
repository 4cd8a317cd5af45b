import { cholesky, solve } from "../../numeric/cholesky.ts";
import type { RunTable } from "../run-table.ts";
import type { FittedForm } from "./fitted-form.ts";
import { minimize } from "./minimize.ts";
import {
  fromVector,
  logRuns,
  type SurfaceCoefficients,
  surfaceLoss,
  surfaceProblem,
  toVector,
} from "./objective.ts";
import { huberDelta } from "./surface-fit.ts";

/** Normal equations of a weighted least-squares problem in three columns. */
interface Normal {
  readonly gram: readonly (readonly number[])[];
  readonly moments: readonly number[];
  readonly constant: number;
}

/**
 * E, A and B of L = E + A / N^alpha + B / D^beta with both exponents held, no coefficient below 0.
 *
 * Linear least squares of relative errors, least Σ w ((E + A u + B v) / L - 1)², the best of the seven choices of which
 * coefficients are not 0; from there, when none is 0, to the least Huber loss of log L, as every other form is fitted.
 *
 * @returns null when the rows leave none of the choices solvable
 * @example
 * fitLinear(table, { alpha: 0.35, beta: 0.37 })?.coefficients // => { E: 1.8, A: 480, B: 2100, alpha: 0.35, beta: 0.37 }
 */
export function fitLinear(
  table: RunTable,
  { alpha, beta }: Pick<SurfaceCoefficients, "alpha" | "beta">,
): FittedForm | null {
  const { normal, scale } = normalEquations(table, alpha, beta);
  let best: { readonly x: number[]; readonly cost: number } | null = null;
  for (const free of [[0, 1, 2], [0, 1], [0, 2], [1, 2], [0], [1], [2]]) {
    const found = solveSubset(normal, free);
    if (found !== null && (best === null || found.cost < best.cost)) best = found;
  }
  if (best === null) return null;
  const [E, A, B] = best.x.map((value, j) => value / scale[j]!) as [number, number, number];
  const law = robust(table, { E, A, B, alpha, beta });
  const atBound = (["E", "A", "B"] as const).filter((name) => law[name] === 0);
  return { coefficients: { ...law }, predict: (n, d) => surfaceLoss(law, n, d), atBound };
}

/** From the least squares to the least Huber loss, exponents still held; left as it is where a coefficient is 0. */
function robust(table: RunTable, law: SurfaceCoefficients): SurfaceCoefficients {
  if (law.E === 0 || law.A === 0 || law.B === 0) return law;
  const runs = logRuns(table);
  const problem = surfaceProblem(runs, table.weight, huberDelta);
  const held = Float64Array.of(law.alpha, law.beta);
  problem.lower.set(held, 3);
  problem.upper.set(held, 3);
  const { x } = minimize(problem, toVector(law, runs), { iterations: 200, exact: true, tolerance: 1e-12 });
  return { ...fromVector(x, runs), alpha: law.alpha, beta: law.beta };
}

/** Columns 1, N^-alpha and D^-beta, each scaled to about 1. */
function normalEquations(table: RunTable, alpha: number, beta: number): { normal: Normal; scale: number[] } {
  const scale = [1, table.params[0]! ** -alpha, table.tokens[0]! ** -beta];
  const gram = [0, 1, 2].map(() => [0, 0, 0]);
  const moments = [0, 0, 0];
  let constant = 0;
  for (let k = 0; k < table.length; k += 1) {
    const loss = table.loss[k]!;
    const w = table.weight[k]!;
    const columns = [
      1 / loss,
      table.params[k]! ** -alpha / scale[1]! / loss,
      table.tokens[k]! ** -beta / scale[2]! / loss,
    ];
    constant += w;
    for (let i = 0; i < 3; i += 1) {
      moments[i]! += w * columns[i]!;
      for (let j = 0; j < 3; j += 1) gram[i]![j]! += w * columns[i]! * columns[j]!;
    }
  }
  return { normal: { gram, moments, constant }, scale };
}

function solveSubset(normal: Normal, free: readonly number[]): { x: number[]; cost: number } | null {
  const moments = free.map((j) => normal.moments[j]!);
  try {
    const factor = cholesky(free.map((i) => free.map((j) => normal.gram[i]![j]!)));
    if (factor.some((row, i) => row.at(-1)! ** 2 < 1e-12 * normal.gram[free[i]!]![free[i]!]!)) return null;
    const part = solve(factor, moments);
    if (part.some((value) => !(value > 0))) return null;
    const x = [0, 0, 0];
    for (const [k, j] of free.entries()) x[j] = part[k]!;
    return { x, cost: normal.constant - part.reduce((sum, value, k) => sum + value * moments[k]!, 0) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
