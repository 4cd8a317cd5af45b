import { describe, expect, test } from "vitest";
import {
  bootstrapForm,
  type FitRow,
  fitMedian,
  fittedLaw,
  formOf,
  halfWidths,
  heldOutCoverage,
  heldOutPoints,
  holdOut,
  rangesOf,
  residualScale,
  tableOf,
} from "../../src/fit/index.ts";
import { pick } from "../../src/fit/run-table.ts";
import { decadesOutside, growth, logLossSd, runToRunSd, widening } from "../../src/loss/interval.ts";
import { predictLoss } from "../../src/loss/predict.ts";
import { besiroglu, gridRuns } from "./support.ts";

const options = { published: besiroglu, draws: 40, starts: 100 };
const other = { E: 1.2, A: 40, B: 9000, alpha: 0.22, beta: 0.45 };
const table = tableOf(gridRuns(other, 0.01));

describe("the spread of a predicted loss", () => {
  test("coefficients and scatter add as squares, times what the farthest distance widens by", () => {
    const inside = { compute: 0, parameters: 0, tokens: 0 };
    const spread = { coefficientSd: 0.003, residualSd: 0.004 };
    expect(logLossSd({ ...spread, outside: inside })).toBeCloseTo(0.005, 12);
    const by = { perDecade: 2, perDecadeOfParameters: 3 };
    const far = { compute: 1, parameters: 0.5, tokens: 0.2 };
    expect(widening(far, by)).toBeCloseTo(3, 12);
    expect(widening({ ...far, parameters: 1 }, by)).toBeCloseTo(4, 12);
    expect(logLossSd({ ...spread, outside: far }, by)).toBeCloseTo(0.015, 12);
    expect(growth.perDecadeOfParameters).toBeGreaterThan(growth.perDecade);
  });

  test("no law is known better than runs that differ in their seed", () => {
    const outside = { compute: 0, parameters: 0, tokens: 0 };
    expect(logLossSd({ coefficientSd: 0, residualSd: 1e-6, outside })).toBe(runToRunSd);
  });

  test("decades outside a range, either way; none where no range is known", () => {
    const range = { min: 1e8, max: 1e10 };
    expect([1e7, 1e8, 1e9, 1e10, 1e12].map((x) => decadesOutside(x, range))).toEqual([1, 0, 0, 0, 2]);
    expect(decadesOutside(1, null)).toBe(0);
  });
});

describe("the scatter of a fit", () => {
  test("four fifths of the rows lie within 1.2816 of it, as of normal residuals; coefficients are paid for", () => {
    const rows = [-4, -3, -2, -1, 0, 0, 1, 2, 3, 4, 50].map((r): FitRow => {
      return { params: 1e8, tokens: 1e9, loss: Math.exp(1 + r / 1000) };
    });
    const far = tableOf(rows);
    const fitted = fitMedian(far);
    expect(fitted.coefficients.median).toBeCloseTo(Math.E, 12);
    const paid = Math.sqrt(11 / 10);
    expect(residualScale(fitted, far, 1)).toBeCloseTo((0.004 / 1.2815515655446004) * paid, 6);
  });

  test("the range of the rows is of N, D and 6 N D", () => {
    const two = tableOf([
      { params: 1e8, tokens: 2e9, loss: 3 },
      { params: 1e9, tokens: 1e9, loss: 3 },
    ]);
    expect(rangesOf(two)).toEqual({
      parameters: { min: 1e8, max: 1e9 },
      tokens: { min: 1e9, max: 2e9 },
      compute: { min: 1.2e18, max: 6e18 },
    });
  });
});

describe("coverage of rows held out", () => {
  test("rows of a law with noise: most lie inside, and the wider the more", () => {
    const held = heldOutPoints(table, { ...options, form: "chinchilla" })!;
    const inside = (factor: number): number =>
      halfWidths(held).filter((width, i) => Math.abs(held.points[i]!.logError) <= factor * width).length;
    const { rows, coverage, inside: count } = heldOutCoverage(table, { ...options, form: "chinchilla" })!;
    expect([rows, count, coverage]).toEqual([13, inside(1), inside(1) / 13]);
    expect(coverage).toBeGreaterThan(0.6);
    expect(inside(0.1)).toBeLessThan(inside(1));
    expect(inside(10)).toBe(13);
  });

  test("what was held out has no say in form, law and widths", () => {
    const held = new Set(holdOut(table).held);
    const loss = table.loss.map((value, i) => (held.has(i) ? 2 * value : value));
    const [one, two] = [table, { ...table, loss }].map((each) => heldOutPoints(each, options)!);
    expect(two!.form).toBe(one!.form);
    expect(halfWidths(two!)).toEqual(halfWidths(one!));
    expect(two!.points[0]!.logError).toBeCloseTo(one!.points[0]!.logError + Math.log(2), 12);
    expect(heldOutCoverage({ ...table, loss }, options)!.inside).toBe(0);
  });

  test("nothing where too few rows are left", () => {
    const few = pick(table, [0, 1, 2, 3]);
    expect(heldOutCoverage(few, { ...options, form: "chinchilla" })).toBeNull();
    expect(heldOutCoverage(pick(table, [0, 1, 2]), options)).toBeNull();
    for (const rows of [6, 7]) {
      const some = pick(
        table,
        Array.from({ length: rows }, (_, i) => 9 * i),
      );
      expect(heldOutCoverage(some, { ...options, form: "chinchilla" })).toBeNull();
    }
    const oneSize = pick(
      table,
      Array.from({ length: 8 }, (_, i) => i),
    );
    expect(heldOutCoverage(oneSize, { ...options, form: "chinchilla" })).toBeNull();
    expect(heldOutCoverage(oneSize, options)?.rows).toBe(2);
  });

  test.each(["chinchilla", "interaction", "linear", "log-linear"] as const)(
    "the law file of a %s carries the same interval, also where its coefficients are hardly known",
    (name) => {
      // tokens 20 times the parameters, give or take a half: E, A and B can stand in for each other
      const rows = gridRuns(other, 0.01).map((row, i) => ({
        ...row,
        tokens: row.params * (20 + 10 * (i % 2)),
      }));
      const narrow = tableOf(rows);
      const held = heldOutPoints(narrow, { ...options, form: name })!;
      const seen = pick(narrow, holdOut(narrow).fit);
      const form = formOf(name, options);
      const bootstrap = bootstrapForm(form, seen, { from: held.fitted, draws: 40, seed: 1 });
      const law = fittedLaw({
        form: name,
        fitted: held.fitted,
        bootstrap,
        table: seen,
        id: "mine",
        n: "total",
      });
      const widths = halfWidths(held);
      for (const [i, { index, predicted }] of held.points.entries()) {
        const n = narrow.params[index]!;
        const { nats } = predictLoss({
          law,
          parameters: { total: n, active: n, nonEmbedding: n },
          isMoe: false,
          tokens: narrow.tokens[index]!,
          globalBatchTokens: 1,
          criticalBatchTokens: null,
          uniqueTokens: null,
        });
        expect(nats.p50 / predicted).toBeCloseTo(1, 10);
        expect(Math.log(nats.p90 / nats.p50) / widths[i]!).toBeGreaterThan(0.8);
        expect(Math.log(nats.p90 / nats.p50) / widths[i]!).toBeLessThan(1.25);
      }
    },
  );
});
