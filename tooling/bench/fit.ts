import {
  bootstrapForm,
  type FitRow,
  fitSurface,
  formOf,
  surfaceLoss,
  tableOf,
} from "../../packages/core/src/fit/index.ts";
import { uniform } from "../../packages/core/src/numeric/random.ts";
import { cpuSeconds } from "./cpu.ts";

/**
 * Speed of the loss fit on one core: `node tooling/bench/fit.ts`. Ceilings: 240 points from 500 starts under 1 s,
 * 1,000 bootstrap refits under 5 s. The points are made from Besiroglu 2024 (arXiv 2404.10102) with seeded noise of
 * the size that the published points have.
 */
const law = { E: 1.81686, A: 482.00572, B: 2085.4342, alpha: 0.34781, beta: 0.36585 };

function points(count: number): FitRow[] {
  const random = uniform(1);
  return Array.from({ length: count }, () => {
    const params = 5e7 * 300 ** random();
    const tokens = 1e9 * 300 ** random();
    const loss = surfaceLoss(law, params, tokens) * Math.exp(0.015 * (random() + random() - 1));
    return { params, tokens, loss };
  });
}

const table = tableOf(points(240));
// A first fit warms the compiler up; its time is printed too, for a command line pays it.
const cold = cpuSeconds(() => fitSurface(table, { starts: 500 }));
const warm = cpuSeconds(() => fitSurface(table, { starts: 500 }));
const form = formOf("chinchilla", { published: law });
const from = form.fit(table)!;
const refits = cpuSeconds(() => bootstrapForm(form, table, { from, draws: 1000, seed: 1 }));
const share = (seconds: number, ceiling: number): string =>
  `${(seconds / ceiling).toFixed(2)} of the ceiling`;
console.log(
  `fitSurface()              ${cold.toFixed(2)} s of CPU, then ${warm.toFixed(2)} s, for 240 points from 500 starts (ceiling 1.00): ${share(cold, 1)}`,
);
console.log(
  `bootstrapForm()           ${refits.toFixed(2)} s of CPU for 1,000 refits (ceiling 5.00): ${share(refits, 5)}, a refit ${(refits / 1000 / warm).toFixed(4)} of a fit`,
);
