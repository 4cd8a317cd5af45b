/** Value, gradient and curvature of an objective at one point; the buffers are written in place. */
export interface Derivatives {
  value: number;
  readonly gradient: Float64Array;
  /** Row by row, symmetric; only the lower triangle is read. */
  readonly hessian: Float64Array;
  /** What damping adds to the diagonal, each times the damping. */
  readonly scale: Float64Array;
}

/** An objective of few variables inside a box. */
export interface Problem {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** `exact`: the true Hessian; otherwise a positive semidefinite one that lies above the objective. */
  readonly evaluate: (x: Float64Array, out: Derivatives, exact: boolean) => void;
}

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
}

export interface MinimizeOptions {
  readonly iterations: number;
  readonly exact: boolean;
  /** Stop when a step gains less than this share of the value. */
  readonly tolerance: number;
}

/**
 * A minimum of a smooth function in a box, by Newton's method with Levenberg–Marquardt damping and projection.
 *
 * Formula: (H + λ S) step = -gradient over the variables that no bound holds; λ falls after a gain, rises after none.
 * Source: Nocedal & Wright, Numerical Optimization, chapters 10 and 16.
 */
export function minimize(problem: Problem, start: Float64Array, options: MinimizeOptions): Minimum {
  const size = start.length;
  let here = buffers(size);
  let there = buffers(size);
  const work = { matrix: new Float64Array(size * size), step: new Float64Array(size) };
  let x: Float64Array = clamp(Float64Array.from(start), problem);
  let trial: Float64Array = new Float64Array(size);
  let damping = options.exact ? 1e-4 : 1e-2;
  problem.evaluate(x, here, options.exact);
  let iterations = 0;
  for (; iterations < options.iterations && damping < 1e9; iterations += 1) {
    if (!newtonStep(problem, { x, at: here, damping }, work)) {
      damping *= 10;
      continue;
    }
    for (let j = 0; j < size; j += 1) trial[j] = x[j]! + work.step[j]!;
    clamp(trial, problem);
    problem.evaluate(trial, there, options.exact);
    if (!(there.value < here.value)) {
      damping *= 5;
      continue;
    }
    const gain = here.value - there.value;
    [x, trial] = [trial, x];
    [here, there] = [there, here];
    damping = Math.max(damping / 8, 1e-10);
    if (gain <= options.tolerance * Math.abs(here.value)) break;
  }
  return { x, value: here.value, iterations };
}

/** Names of the variables that ended on a bound, to 1e-9. */
export function namesAtBound<Name extends string>(
  names: readonly Name[],
  { x }: Pick<Minimum, "x">,
  { lower, upper }: Pick<Problem, "lower" | "upper">,
): Name[] {
  return names.filter((_, j) => x[j]! <= lower[j]! + 1e-9 || x[j]! >= upper[j]! - 1e-9);
}

function buffers(size: number): Derivatives {
  return {
    value: 0,
    gradient: new Float64Array(size),
    hessian: new Float64Array(size * size),
    scale: new Float64Array(size),
  };
}

function clamp(x: Float64Array, { lower, upper }: Problem): Float64Array {
  for (let j = 0; j < x.length; j += 1) x[j] = Math.min(Math.max(x[j]!, lower[j]!), upper[j]!);
  return x;
}

interface Place {
  readonly x: Float64Array;
  readonly at: Derivatives;
  readonly damping: number;
}

/** Writes the damped step; false when the damped matrix is not positive definite. */
function newtonStep(
  { lower, upper }: Problem,
  { x, at, damping }: Place,
  { matrix, step }: { readonly matrix: Float64Array; readonly step: Float64Array },
): boolean {
  const size = x.length;
  for (let i = 0; i < size; i += 1) {
    const slope = at.gradient[i]!;
    const held = (x[i]! <= lower[i]! && slope > 0) || (x[i]! >= upper[i]! && slope < 0);
    step[i] = held ? 0 : -slope;
    for (let j = 0; j <= i; j += 1) matrix[i * size + j] = held ? 0 : at.hessian[i * size + j]!;
    if (held) for (let k = i + 1; k < size; k += 1) at.hessian[k * size + i] = 0;
    matrix[i * size + i] = held ? 1 : matrix[i * size + i]! + damping * at.scale[i]! + 1e-14;
  }
  return solveInPlace(matrix, step);
}

/** Solves M x = b by Cholesky for the lower triangle in `matrix`, b in `x`; false when M is not positive definite. */
function solveInPlace(matrix: Float64Array, x: Float64Array): boolean {
  const size = x.length;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k += 1) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
      if (i !== j) matrix[i * size + j] = sum / matrix[j * size + j]!;
      else if (sum > 0) matrix[i * size + i] = Math.sqrt(sum);
      else return false;
    }
  }
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) x[i]! -= matrix[i * size + k]! * x[k]!;
    x[i]! /= matrix[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) x[i]! -= matrix[k * size + i]! * x[k]!;
    x[i]! /= matrix[i * size + i]!;
  }
  return true;
}
