import { expect, test } from "vitest";
import type { Derivatives } from "../../src/fit/forms/minimize.ts";
import { logRuns } from "../../src/fit/forms/objective.ts";
import { shapeProblem } from "../../src/fit/forms/shape.ts";
import {
  compareForms,
  fitShape,
  formOf,
  mapeOf,
  type ShapeCoefficients,
  shapeLoss,
  tableOf,
} from "../../src/fit/index.ts";
import { besiroglu, gridRuns } from "./support.ts";

const law: ShapeCoefficients = { ...besiroglu, aspect: 300, reference: 40 };
const rows = gridRuns(besiroglu, 0).map((row, i) => {
  const shape = [
    { layers: 64, width: 512 },
    { layers: 32, width: 1280 },
    { layers: 12, width: 1536 },
    { layers: 8, width: 2560 },
    { layers: 30, width: 1280 },
  ][(i * 7) % 5]!;
  return { ...row, ...shape, loss: shapeLoss(law, row.params, row.tokens, shape.width / shape.layers) };
});

test("half of N is left at the aspect, all of it at the reference and where the shape is not known", () => {
  const none = { ...law, reference: 1e-9 };
  expect(shapeLoss(none, 2e9, 1e10, 300)).toBeCloseTo(shapeLoss(none, 1e9, 1e10, 1e-9), 9);
  expect(shapeLoss(law, 1e9, 1e10, 40)).toBe(shapeLoss(law, 1e9, 1e10));
});

test("exact points give the law back, whatever their median shape", () => {
  const fitted = fitShape(tableOf(rows));
  expect(mapeOf(fitted, tableOf(rows))).toBeLessThan(1e-5);
  expect(fitted.coefficients.aspect! / law.aspect).toBeCloseTo(1, 2);
  expect(fitted.atBound).toEqual([]);
});

test.each([1e-3, 10])("gradient and Hessian agree with differences, threshold %d", (delta) => {
  const table = tableOf(rows.map((row, i) => ({ ...row, loss: row.loss * (1 + 0.02 * Math.sin(5 * i)) })));
  const problem = shapeProblem(table, logRuns(table), { reference: 50, delta });
  const empty = (): Derivatives => ({
    value: 0,
    gradient: new Float64Array(6),
    hessian: new Float64Array(36),
    scale: new Float64Array(6),
  });
  const at = Float64Array.of(0.5, -1.2, -0.9, 0.31, 0.4, 5.1);
  const here = empty();
  problem.evaluate(at, here, true);
  const step = 1e-6;
  for (let j = 0; j < 6; j += 1) {
    const [up, down] = [1, -1].map((sign) => {
      const moved = Float64Array.from(at);
      moved[j] = at[j]! + sign * step;
      const there = empty();
      problem.evaluate(moved, there, true);
      return there;
    });
    expect(here.gradient[j]! / ((up!.value - down!.value) / (2 * step))).toBeCloseTo(1, 5);
    for (let i = j; i < 6; i += 1) {
      const difference = (up!.gradient[i]! - down!.gradient[i]!) / (2 * step);
      const size = Math.sqrt(here.scale[i]! * here.scale[j]!);
      expect(Math.abs(here.hessian[i * 6 + j]! - difference) / size).toBeLessThan(1e-3);
    }
  }
});

test("shapes that matter are found; without the columns, or where they hardly vary, the form is not tried unasked", () => {
  const options = { published: besiroglu };
  const noisy = rows.map((row, i) => ({ ...row, loss: row.loss * (1 + 0.002 * Math.sin(9 * i)) }));
  expect(compareForms(tableOf(noisy), options).recommended).toBe("shape");
  const tried = (changed: typeof rows): boolean =>
    compareForms(tableOf(changed), options).forms.some(({ name }) => name === "shape");
  expect(tried(rows.map(({ layers: _, width: __, ...row }) => row as (typeof rows)[number]))).toBe(false);
  expect(tried(noisy.map((row, i) => ({ ...row, layers: 20, width: 1000 + i })))).toBe(false);
  expect(tried(noisy.map((row) => ({ ...row, layers: 10, width: row.params / 1e5 })))).toBe(false);
  const partly = noisy.map((row, i) => (i === 3 ? { ...row, layers: undefined } : row));
  expect(tableOf(partly as typeof rows).aspect).toBeNull();
});

test("asked for without the columns it says which are missing", () => {
  const table = tableOf(gridRuns(besiroglu, 0));
  expect(() => compareForms(table, { published: besiroglu, forms: ["shape"] })).toThrow(
    "no form can be fitted to these rows: shape: the shape form needs layers and width in every row",
  );
  expect(() => formOf("shape", { published: besiroglu }).fit(table)).toThrow(/layers and width/);
});
