import { fail } from "../../errors/issue.ts";
import { logShapeWorth, shapeWorthSlope } from "../../loss/forms/shape-worth.ts";
import { correlation } from "../../numeric/correlation.ts";
import { exp, ln } from "../../numeric/elementary.ts";
import { quantile } from "../../numeric/quantile.ts";
import { distinct, type RunTable } from "../run-table.ts";
import type { FittedForm } from "./fitted-form.ts";
import { type Minimum, minimize, namesAtBound, type Problem } from "./minimize.ts";
import { type LogModel, modelProblem } from "./model-problem.ts";
import {
  exponentBounds,
  fromVector,
  type LogRuns,
  logRuns,
  type SurfaceCoefficients,
  surfaceLoss,
  toVector,
} from "./objective.ts";
import { fitSurface, huberDelta, type SurfaceFitOptions, thin } from "./surface-fit.ts";

/** L = E + A / N'^alpha + B / D^beta, N' = N (1 + reference / aspect) / (1 + r / aspect), r = width / layers. */
export interface ShapeCoefficients extends SurfaceCoefficients {
  /** Width / layers at which a model is worth half of its parameters. */
  readonly aspect: number;
  /** Width / layers at which N' = N: the median of the rows, not fitted. */
  readonly reference: number;
}

/** Loss of the form; at the reference where the shape is not known. */
export function shapeLoss(law: ShapeCoefficients, params: number, tokens: number, aspect?: number): number {
  const worth = aspect === undefined ? 0 : logShapeWorth(aspect, law);
  return surfaceLoss(law, params * exp(worth), tokens);
}

/** The middle four fifths of width / layers span this factor at least, or shape is not tried unasked. */
const leastSpan = 2;
/** Nor where it moves with size or data: nothing then tells its worth from theirs. */
const mostCorrelated = 0.9;

/** Whether the shapes of the runs can tell what a shape is worth. */
export function shapesVary(table: RunTable): boolean {
  const { aspect } = table;
  if (aspect === null || distinct(aspect) < 3) return false;
  const values = Array.from(aspect);
  const span = (quantile(values, 0.9) ?? 0) / (quantile(values, 0.1) ?? 1);
  const log = aspect.map(ln);
  const alike = [table.params, table.tokens].some(
    (column) => Math.abs(correlation(log, column.map(ln))) > mostCorrelated,
  );
  return span >= leastSpan && !alike;
}

/** Starts of the aspect, in references. */
const starts = [1, 6, 36] as const;
/** Logs of the aspect over the reference: a fit on the upper one knows no shape. */
const aspectBounds = { min: -4, max: 7 } as const;

/**
 * Coefficients of {@link ShapeCoefficients} by least Huber loss on log L, from the fitted surface and three aspects.
 *
 * Source: ours; of 13 forms with one to three numbers the one that foretold shapes left out best for one number. Depth and
 * width as powers of their own (McLeish et al. 2025, arXiv 2502.06857) take two more.
 *
 * @throws UserError without layers and width in every row, and as {@link fitSurface}
 */
export function fitShape(
  table: RunTable,
  options: SurfaceFitOptions = {},
  from: SurfaceCoefficients = fitSurface(table, options).coefficients,
): FittedForm {
  const reference = quantile(Array.from(aspectsOf(table)), 0.5) ?? 1;
  const small = thin(table);
  const fits = starts.map((factor) =>
    descend(small, { ...from, aspect: factor * reference, reference }, options),
  );
  const best = fits.reduce((least, each) => (each.minimum.value < least.minimum.value ? each : least));
  if (small === table) return fittedFrom(best.minimum, best.runs, reference);
  return refitShape(table, lawOf(best.minimum, best.runs, reference), options);
}

/** One descent from `from`: for refits of resampled rows. */
export function refitShape(
  table: RunTable,
  from: ShapeCoefficients,
  options: SurfaceFitOptions = {},
): FittedForm {
  const { minimum, runs } = descend(table, from, options);
  return fittedFrom(minimum, runs, from.reference);
}

function aspectsOf(table: RunTable): Float64Array {
  const text = "the shape form needs layers and width in every row";
  return table.aspect ?? fail("no_shape", "layers", text, "add the columns, or fit a form without shape");
}

function lawOf({ x }: Minimum, runs: LogRuns, reference: number): ShapeCoefficients {
  return { ...fromVector(x, runs), aspect: exp(x[5]!), reference };
}

const names = ["E", "A", "B", "alpha", "beta", "aspect"] as const;

function fittedFrom(minimum: Minimum, runs: LogRuns, reference: number): FittedForm {
  const law = lawOf(minimum, runs, reference);
  return {
    coefficients: { ...law },
    predict: (n, d, _unique, aspect) => shapeLoss(law, n, d, aspect),
    atBound: namesAtBound(names, minimum, boundsOf(runs, reference)),
  };
}

function descend(
  table: RunTable,
  from: ShapeCoefficients,
  options: SurfaceFitOptions,
): { readonly minimum: Minimum; readonly runs: LogRuns } {
  const runs = logRuns(table);
  const problem = shapeProblem(table, runs, {
    reference: from.reference,
    delta: options.delta ?? huberDelta,
  });
  const start = Float64Array.of(...toVector(from, runs), ln(from.aspect));
  const near = minimize(problem, start, { iterations: 40, exact: false, tolerance: 1e-4 });
  return { minimum: minimize(problem, near.x, { iterations: 200, exact: true, tolerance: 1e-11 }), runs };
}

function boundsOf(runs: LogRuns, reference: number): Pick<Problem, "lower" | "upper"> {
  const { min, max } = exponentBounds;
  const [low, high] = [runs.leastLogLoss - 12, runs.mostLogLoss + 12];
  const middle = ln(reference);
  return {
    lower: Float64Array.of(runs.leastLogLoss - 7, low, low, min, min, middle + aspectBounds.min),
    upper: Float64Array.of(runs.leastLogLoss, high, high, max, max, middle + aspectBounds.max),
  };
}

/** Σ weight × Huber(log L - model), gradient and Hessian, in (log E, log A', log B', alpha, beta, log aspect). */
export function shapeProblem(
  table: RunTable,
  runs: LogRuns,
  { reference, delta }: { readonly reference: number; readonly delta: number },
): Problem {
  const model = shapeModel(runs, aspectsOf(table), reference);
  return modelProblem(
    model,
    { logLoss: runs.logLoss, weight: table.weight, delta },
    boundsOf(runs, reference),
  );
}

/**
 * With shares p of the terms and z their derivatives, ∇f = Σ p z and ∇²f = Σ p (z zᵀ + ∇z) - ∇f ∇fᵀ; of the worth f of a
 * parameter, ∂f/∂s = q - q0 and ∂²f/∂s² = q0 (1 - q0) - q (1 - q), q = r / (r + aspect), s = log aspect.
 */
function shapeModel(runs: LogRuns, aspects: Float64Array, reference: number): LogModel {
  const [za, zb] = [new Float64Array(6), new Float64Array(6)];
  za[1] = 1;
  zb[2] = 1;
  return {
    size: 6,
    at: (v, i, slope, curve) => {
      const [e, alpha, beta] = [v[0]!, v[3]!, v[4]!];
      const term = { aspect: exp(v[5]!), reference };
      const x = runs.x[i]! + logShapeWorth(aspects[i]!, term);
      const fs = shapeWorthSlope(aspects[i]!, term);
      const [ta, tb] = [v[1]! - alpha * x, v[2]! - beta * runs.y[i]!];
      const top = Math.max(e, ta, tb);
      const [ee, ea, eb] = [exp(e - top), exp(ta - top), exp(tb - top)];
      const sum = ee + ea + eb;
      const [pe, pa, pb] = [ee / sum, ea / sum, eb / sum];
      za[3] = -x;
      za[5] = -alpha * fs;
      zb[4] = -runs.y[i]!;
      for (let j = 0; j < 6; j += 1) slope[j] = (j === 0 ? pe : 0) + pa * za[j]! + pb * zb[j]!;
      for (let j = 0; j < 6; j += 1)
        for (let k = 0; k <= j; k += 1)
          curve[j * 6 + k] =
            (j === 0 ? pe : 0) + pa * za[j]! * za[k]! + pb * zb[j]! * zb[k]! - slope[j]! * slope[k]!;
      const [q, q0] = [aspects[i]! / (aspects[i]! + term.aspect), reference / (reference + term.aspect)];
      curve[5 * 6 + 3]! -= pa * fs;
      curve[5 * 6 + 5]! -= pa * alpha * (q0 * (1 - q0) - q * (1 - q));
      return top + ln(sum);
    },
  };
}
