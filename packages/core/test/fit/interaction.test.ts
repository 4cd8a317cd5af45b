import { expect, test } from "vitest";
import { interactionProblem } from "../../src/fit/forms/interaction.ts";
import { logRuns, surfaceLoss } from "../../src/fit/forms/objective.ts";
import { bootstrapForm, fitInteraction, formOf, mapeOf, tableOf } from "../../src/fit/index.ts";
import { interactionLoss } from "../../src/loss/forms/interaction.ts";
import { besiroglu, expectDerivatives, gridRuns } from "./support.ts";

const joint = { E: 1.5, A: 300, B: 1500, alpha: 0.3, beta: 0.34, gamma: 0.5 };
const rows = gridRuns(besiroglu, 0).map((row) => ({
  ...row,
  loss: interactionLoss(joint, row.params, row.tokens),
}));

test("gamma 1 is the surface; gamma ½ adds the terms as sides of a right angle", () => {
  expect(interactionLoss({ ...besiroglu, gamma: 1 }, 1e9, 2e10)).toBeCloseTo(
    surfaceLoss(besiroglu, 1e9, 2e10),
    12,
  );
  expect(interactionLoss({ E: 1, A: 3, B: 4, alpha: 0, beta: 0, gamma: 0.5 }, 1e9, 1e10)).toBeCloseTo(6, 12);
});

test.each([1e-3, 10])("gradient and Hessian agree with differences, threshold %d", (delta) => {
  const table = tableOf(gridRuns(besiroglu, 0.05));
  const runs = logRuns(table);
  const problem = interactionProblem(runs, table.weight, delta);
  expectDerivatives(problem, Float64Array.of(0.5, -1.2, -0.9, 0.31, 0.4, 0.6));
});

test("exact points give the law back", () => {
  const fitted = fitInteraction(tableOf(rows));
  for (const name of ["E", "alpha", "beta", "gamma"] as const) {
    expect(fitted.coefficients[name]! / joint[name]).toBeCloseTo(1, 2);
  }
  expect(mapeOf(fitted, tableOf(rows))).toBeLessThan(1e-4);
});

test("its bootstrap is centred on the fit", () => {
  const table = tableOf(rows.map((row, i) => ({ ...row, loss: row.loss * (1 + 0.003 * Math.sin(9 * i)) })));
  const form = formOf("interaction", { published: besiroglu });
  const from = form.fit(table)!;
  const { coefficients, names } = bootstrapForm(form, table, { from, draws: 50, seed: 3 });
  expect(names).toEqual(["log E", "log A", "log B", "alpha", "beta", "gamma"]);
  expect(coefficients.gamma!.p2_5).toBeLessThan(from.coefficients.gamma!);
  expect(coefficients.gamma!.p97_5).toBeGreaterThan(from.coefficients.gamma!);
});
