import { expect, test } from "vitest";
import {
  fromVector,
  huber,
  logRuns,
  surfaceLoss,
  surfaceProblem,
  toVector,
} from "../../src/fit/forms/objective.ts";
import { tableOf } from "../../src/fit/run-table.ts";
import { besiroglu, expectDerivatives, gridRuns, noDerivatives } from "./support.ts";

test("Huber's loss is a parabola inside the threshold and a line outside, by hand", () => {
  expect(huber(0.5, 1)).toBe(0.125);
  expect(huber(-1, 1)).toBe(0.5);
  expect(huber(3, 1)).toBe(2.5);
  expect(huber(-0.003, 0.001)).toBeCloseTo(2.5e-6, 12);
});

test("the objective of one row by hand", () => {
  // L = 1 + 2/2 + 4/4 = 3 against a measured 3.3: residual log 1.1, far outside the threshold
  const table = tableOf([{ params: 2, tokens: 4, loss: 3.3 }]);
  const runs = logRuns(table);
  const out = noDerivatives(5);
  const law = { E: 1, A: 2, B: 4, alpha: 1, beta: 1 };
  surfaceProblem(runs, table.weight, 1e-3).evaluate(toVector(law, runs), out, false);
  expect(out.value).toBeCloseTo(1e-3 * (Math.log(1.1) - 5e-4), 12);
});

test.each([1e-3, 0.02, 10])("gradient and Hessian agree with differences, threshold %d", (delta) => {
  const table = tableOf(gridRuns(besiroglu, 0.05));
  const runs = logRuns(table);
  const problem = surfaceProblem(runs, table.weight, delta);
  const at = toVector({ E: 1.7, A: 300, B: 3000, alpha: 0.31, beta: 0.39 }, runs);
  expectDerivatives(problem, at);
});

test("coefficients survive the change of variables", () => {
  const runs = logRuns(tableOf(gridRuns(besiroglu, 0)));
  const back = fromVector(toVector(besiroglu, runs), runs);
  for (const name of ["E", "A", "B", "alpha", "beta"] as const) {
    expect(back[name] / besiroglu[name]).toBeCloseTo(1, 10);
  }
});

test("the surface of Hoffmann 2022 at Chinchilla's own size", () => {
  const hoffmann = { E: 1.69, A: 406.4, B: 410.7, alpha: 0.34, beta: 0.28 };
  expect(surfaceLoss(hoffmann, 70e9, 1.4e12)).toBeCloseTo(1.93665, 4);
});
