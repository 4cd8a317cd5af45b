import { expect } from "vitest";
import type { Derivatives, Problem } from "../../src/fit/forms/minimize.ts";
import type { FitRow, SurfaceCoefficients } from "../../src/fit/index.ts";
import { surfaceLoss } from "../../src/fit/index.ts";
import { uniform } from "../../src/numeric/random.ts";

/** Besiroglu et al. 2024, arXiv 2404.10102, table 1. */
export const besiroglu: SurfaceCoefficients = {
  E: 1.81686,
  A: 482.00572,
  B: 2085.4342,
  alpha: 0.34781,
  beta: 0.36585,
};

/** A grid of sizes and data, losses from the law times exp(noise × a symmetric triangular variable). */
export function gridRuns(law: SurfaceCoefficients, noise: number, seed = 7): FitRow[] {
  const random = uniform(seed);
  const rows: FitRow[] = [];
  for (let i = 0; i < 8; i += 1) {
    for (let j = 0; j < 8; j += 1) {
      const [params, tokens] = [5e7 * 2 ** i, 1e9 * 2.2 ** j];
      const factor = Math.exp(noise * (random() + random() - 1));
      rows.push({ params, tokens, loss: surfaceLoss(law, params, tokens) * factor });
    }
  }
  return rows;
}

/** Derivatives of so many variables, all zero. */
export function noDerivatives(size: number): Derivatives {
  return {
    value: 0,
    gradient: new Float64Array(size),
    hessian: new Float64Array(size * size),
    scale: new Float64Array(size),
  };
}

/** Gradient and Hessian of a problem at a point against central differences of its value and its gradient. */
export function expectDerivatives(problem: Problem, at: Float64Array): void {
  const size = at.length;
  const evaluated = (moved: Float64Array): Derivatives => {
    const out = noDerivatives(size);
    problem.evaluate(moved, out, true);
    return out;
  };
  const here = evaluated(at);
  const step = 1e-6;
  for (let j = 0; j < size; j += 1) {
    const up = evaluated(at.with(j, at[j]! + step));
    const down = evaluated(at.with(j, at[j]! - step));
    expect(here.gradient[j]! / ((up.value - down.value) / (2 * step))).toBeCloseTo(1, 5);
    for (let i = j; i < size; i += 1) {
      const difference = (up.gradient[i]! - down.gradient[i]!) / (2 * step);
      const scale = Math.sqrt(here.scale[i]! * here.scale[j]!);
      expect(Math.abs(here.hessian[i * size + j]! - difference) / scale).toBeLessThan(1e-3);
    }
  }
}
