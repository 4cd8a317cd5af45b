import type { Derivatives, Problem } from "./minimize.ts";
import { huberWeights } from "./objective.ts";

/** A model of log L in a few numbers. */
export interface LogModel {
  readonly size: number;
  /**
   * log L of a row; writes its derivatives to `slope` and, into the lower triangle of `curve`, its second ones. A model
   * without second derivatives leaves `curve` at 0: Gauss–Newton's approximation.
   */
  readonly at: (v: Float64Array, row: number, slope: Float64Array, curve: Float64Array) => number;
}

export interface ModelRows {
  readonly logLoss: Float64Array;
  readonly weight: Float64Array;
  readonly delta: number;
}

/** Σ weight × Huber(log L - model), its gradient and Hessian. */
export function modelProblem(
  model: LogModel,
  { logLoss, weight, delta }: ModelRows,
  bounds: Pick<Problem, "lower" | "upper">,
): Problem {
  const { size } = model;
  const [slope, curve] = [new Float64Array(size), new Float64Array(size * size)];
  return {
    ...bounds,
    evaluate: (v, out, exact) => {
      clear(out);
      for (let i = 0; i < weight.length; i += 1) {
        if (weight[i] === 0) continue;
        const residual = logLoss[i]! - model.at(v, i, slope, curve);
        add(out, { slope, curve }, { residual, weight: weight[i]!, delta, exact });
      }
    },
  };
}

function clear(out: Derivatives): void {
  out.gradient.fill(0);
  out.hessian.fill(0);
  out.scale.fill(0);
  out.value = 0;
}

interface Point {
  readonly residual: number;
  readonly weight: number;
  readonly delta: number;
  readonly exact: boolean;
}

/** Derivatives of the model at a row. */
interface Jet {
  readonly slope: Float64Array;
  readonly curve: Float64Array;
}

function add(out: Derivatives, { slope, curve }: Jet, { residual, weight, delta, exact }: Point): void {
  const size = slope.length;
  const { loss, psi, bound, bend } = huberWeights(residual, delta);
  out.value += weight * loss;
  const c = weight * (exact ? bend : bound);
  for (let j = 0; j < size; j += 1) {
    const own = slope[j]!;
    out.gradient[j]! -= weight * psi * own;
    out.scale[j]! += weight * bound * own * own;
    for (let k = 0; k <= j; k += 1) {
      const model = exact ? weight * psi * curve[j * size + k]! : 0;
      out.hessian[j * size + k]! += c * own * slope[k]! - model;
    }
  }
}
