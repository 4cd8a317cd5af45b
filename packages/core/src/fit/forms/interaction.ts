import { type InteractionNumbers, interactionLoss, joined } from "../../loss/forms/interaction.ts";
import { exp, ln } from "../../numeric/elementary.ts";
import type { RunTable } from "../run-table.ts";
import type { FittedForm } from "./fitted-form.ts";
import { type Minimum, minimize, namesAtBound, type Problem } from "./minimize.ts";
import { modelProblem } from "./model-problem.ts";
import { exponentBounds, type LogRuns, logRuns, type SurfaceCoefficients } from "./objective.ts";
import { fitSurface, huberDelta, type SurfaceFitOptions, thin } from "./surface-fit.ts";

const gammaBounds = { min: 0.05, max: 3 } as const;
const gammaStarts = [1, 0.6, 0.35, 0.2, 1.5] as const;
const names = ["E", "A", "B", "alpha", "beta", "gamma"] as const;

/**
 * Coefficients of L = E + ((A / N^alpha)^(1/gamma) + (B / D^beta)^(1/gamma))^gamma by least Huber loss on log L: from the
 * fitted surface, which has gamma 1, and five values of gamma.
 *
 * Source: the terms of Kaplan et al. 2020, arXiv 2001.08361, equation 1.5, with a floor E; the same surface as
 * L = E + (A' / N^alpha' + B' / D^beta')^gamma with alpha = gamma alpha', beta = gamma beta', A = A'^gamma, B = B'^gamma.
 *
 * @throws UserError as {@link fitSurface}
 */
export function fitInteraction(
  table: RunTable,
  options: SurfaceFitOptions = {},
  from: SurfaceCoefficients = fitSurface(table, options).coefficients,
): FittedForm {
  const small = thin(table);
  const fits = gammaStarts.map((gamma) => descend(small, { ...from, gamma }, options));
  const best = fits.reduce((least, each) => (each.minimum.value < least.minimum.value ? each : least));
  if (small === table) return fittedFrom(best.minimum, best.runs);
  return refitInteraction(table, lawOf(best.minimum, best.runs), options);
}

/** One descent from `from`: for refits of resampled rows. */
export function refitInteraction(
  table: RunTable,
  from: InteractionNumbers,
  options: SurfaceFitOptions = {},
): FittedForm {
  const { minimum, runs } = descend(table, from, options);
  return fittedFrom(minimum, runs);
}

function lawOf({ x: v }: Minimum, runs: LogRuns): InteractionNumbers {
  return {
    E: exp(v[0]!),
    A: exp(v[1]! + v[3]! * runs.meanLogN),
    B: exp(v[2]! + v[4]! * runs.meanLogD),
    alpha: v[3]!,
    beta: v[4]!,
    gamma: v[5]!,
  };
}

function fittedFrom(minimum: Minimum, runs: LogRuns): FittedForm {
  const law = lawOf(minimum, runs);
  const problem = interactionProblem(runs, new Float64Array(0), huberDelta);
  return {
    coefficients: { ...law },
    predict: (n, d) => interactionLoss(law, n, d),
    atBound: namesAtBound(names, minimum, problem),
  };
}

function descend(
  table: RunTable,
  from: InteractionNumbers,
  options: SurfaceFitOptions,
): { readonly minimum: Minimum; readonly runs: LogRuns } {
  const runs = logRuns(table);
  const problem = interactionProblem(runs, table.weight, options.delta ?? huberDelta);
  const { E, A, B, alpha, beta, gamma } = from;
  const [a, b] = [ln(A) - alpha * runs.meanLogN, ln(B) - beta * runs.meanLogD];
  const start = Float64Array.of(ln(E), a, b, alpha, beta, gamma);
  const near = minimize(problem, start, { iterations: 40, exact: false, tolerance: 1e-4 });
  return { minimum: minimize(problem, near.x, { iterations: 200, exact: true, tolerance: 1e-11 }), runs };
}

/**
 * Σ weight × Huber(log L - model), gradient and Hessian.
 *
 * Formula: with m = gamma log Σ exp(t / gamma), q its shares and p the share of exp m in L: ∂m/∂t = q,
 * ∂m/∂gamma = -Σ q log q, ∂²m/∂t² = (diag q - q qᵀ) / gamma, ∂²m/∂t∂gamma = -q (t - t̄) / gamma²,
 * ∂²m/∂gamma² = var t / gamma³, and ∂²log L = p (1 - p) (∇m - ∇e)(∇m - ∇e)ᵀ + p ∇²m.
 */
export function interactionProblem(runs: LogRuns, weight: Float64Array, delta: number): Problem {
  const { min, max } = exponentBounds;
  const [low, high] = [runs.leastLogLoss - 12, runs.mostLogLoss + 12];
  const [own, signs] = [new Float64Array(6), new Float64Array(6)];
  return modelProblem(
    {
      size: 6,
      at: (v, i, slope, curve) => modelAt(v, runs.x[i]!, runs.y[i]!, { slope, curve, own, signs }),
    },
    { logLoss: runs.logLoss, weight, delta },
    {
      lower: Float64Array.of(runs.leastLogLoss - 7, low, low, min, min, gammaBounds.min),
      upper: Float64Array.of(runs.leastLogLoss, high, high, max, max, gammaBounds.max),
    },
  );
}

interface Work {
  /** Derivatives of log L. */
  readonly slope: Float64Array;
  /** Second derivatives of log L, lower triangle. */
  readonly curve: Float64Array;
  /** Derivatives of m less those of e. */
  readonly own: Float64Array;
  /** Derivatives of the gap between the two terms. */
  readonly signs: Float64Array;
}

/** log L at centred log N = x and log D = y; writes its derivatives to (e, a, b, alpha, beta, gamma). */
function modelAt(v: Float64Array, x: number, y: number, { slope, curve, own, signs }: Work): number {
  const [e, gamma] = [v[0]!, v[5]!];
  const [ta, tb] = [v[1]! - v[3]! * x, v[2]! - v[4]! * y];
  const gap = (ta - tb) / gamma;
  const qa = 1 / (1 + exp(-gap));
  const qb = 1 - qa;
  const m = joined(ta, tb, gamma);
  const entropy = (m - qa * ta - qb * tb) / gamma;
  const top = Math.max(e, m);
  const [ee, em] = [exp(e - top), exp(m - top)];
  const p = em / (ee + em);
  const pe = 1 - p;
  own[0] = -1;
  own[1] = qa;
  own[2] = qb;
  own[3] = -qa * x;
  own[4] = -qb * y;
  own[5] = entropy;
  const [mix, cross] = [(p * qa * qb) / gamma, (p * qa * qb * (ta - tb)) / gamma ** 2];
  // the second derivatives of m go through ta - tb only
  signs[1] = 1;
  signs[2] = -1;
  signs[3] = -x;
  signs[4] = y;
  for (let j = 0; j < 6; j += 1) {
    slope[j] = j === 0 ? pe : p * own[j]!;
    for (let k = 0; k <= j; k += 1) {
      let second = p * pe * own[j]! * own[k]! + mix * signs[j]! * signs[k]!;
      if (j === 5) second -= k === 5 ? (-cross * (ta - tb)) / gamma : cross * signs[k]!;
      curve[j * 6 + k] = second;
    }
  }
  return top + ln(ee + em);
}
