import { cholesky, solve } from "../numeric/cholesky.ts";
import type { FittedForm } from "./form.ts";
import { type SurfaceCoefficients, surfaceLoss } from "./objective.ts";
import type { RunTable } from "./rows.ts";

/** Normal equations of a weighted least-squares problem in three columns. */
interface Normal {
  readonly gram: readonly (readonly number[])[];
  readonly moments: readonly number[];
  readonly constant: number;
}

/**
 * E, A and B of L = E + A / N^alpha + B / D^beta with both exponents held: linear least squares of relative errors,
 * no coefficient below 0.
 *
 * Formula: least Σ w ((E + A u + B v) / L - 1)², the best of the seven choices of which coefficients are not 0.
 *
 * @returns null when the rows leave none of the choices solvable
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
  const law = { E, A, B, alpha, beta };
  const atBound = (["E", "A", "B"] as const).filter((name) => law[name] === 0);
  return { coefficients: law, predict: (n, d) => surfaceLoss(law, n, d), atBound };
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
