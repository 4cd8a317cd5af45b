import type { LossSpread } from "./interval.ts";
import type { LossSurface } from "./law.ts";

/** Relative standard deviation of a law that carries neither covariance nor residual. Assumed. */
const unknownRelativeSd = 0.05;

/** What the interval is made of: coefficients by the delta method, scatter of runs, or an assumption where neither is known. */
export function spreadOf(
  law: LossSurface,
  nats: number,
  gradient: readonly number[],
): Omit<LossSpread, "outside"> {
  const known = !isSpreadAssumed(law);
  return {
    coefficientSd: Math.sqrt(coefficientVariance(law, gradient)) / nats,
    residualSd: known ? (law.residualSd ?? 0) : unknownRelativeSd,
  };
}

/** Whether a law says nothing of its errors: its interval is an assumption. */
export function isSpreadAssumed(law: LossSurface): boolean {
  return covarianceOf(law) === null && (law.residualSd ?? null) === null;
}

/** Variance of the loss from the coefficients' covariance (delta method), in nats squared. */
function coefficientVariance(law: LossSurface, gradient: readonly number[]): number {
  let variance = 0;
  for (const [i, row] of (covarianceOf(law) ?? []).entries()) {
    for (const [j, value] of row.entries()) variance += value * (gradient[i] ?? 0) * (gradient[j] ?? 0);
  }
  return Math.max(0, variance);
}

function covarianceOf(law: LossSurface): readonly (readonly number[])[] | null {
  return law.form === "kaplan" ? null : (law.covariance ?? null);
}
