import type { FitRow, SurfaceCoefficients } from "../../src/fit/index.ts";
import { surfaceLoss } from "../../src/fit/index.ts";
import { uniform } from "../../src/fit/random.ts";

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
