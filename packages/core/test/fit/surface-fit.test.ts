import { describe, expect, test } from "vitest";
import { UserError } from "../../src/errors/issue.ts";
import { bootstrapForm, fitSurface, formOf, gridStarts, tableOf } from "../../src/fit/index.ts";
import { besiroglu, gridRuns } from "./support.ts";

const names = ["E", "A", "B", "alpha", "beta"] as const;

describe("the surface", () => {
  test("exact points give the published law back", () => {
    const { coefficients, atBound, objective } = fitSurface(tableOf(gridRuns(besiroglu, 0)));
    for (const name of names) expect(coefficients[name] / besiroglu[name]).toBeCloseTo(1, 3);
    expect(atBound).toEqual([]);
    expect(objective).toBeLessThan(1e-12);
  });

  test.each(["fixed", "free"] as const)("seeded noise of 0.4 %% gives it back nearly, %s scale", (scale) => {
    const { coefficients } = fitSurface(tableOf(gridRuns(besiroglu, 0.01)), { scale });
    expect(Math.abs(coefficients.E / besiroglu.E - 1)).toBeLessThan(0.02);
    expect(Math.abs(coefficients.alpha / besiroglu.alpha - 1)).toBeLessThan(0.06);
    expect(Math.abs(coefficients.beta / besiroglu.beta - 1)).toBeLessThan(0.06);
  });

  test("no other point nearby has a lower objective", () => {
    const table = tableOf(gridRuns(besiroglu, 0.01));
    const fit = fitSurface(table);
    const again = fitSurface(table, { starts: 4500 });
    expect(again.objective / fit.objective).toBeCloseTo(1, 6);
  });

  test("one wild row in sixty-four hardly moves the law", () => {
    const rows = gridRuns(besiroglu, 0);
    rows[20] = { ...rows[20]!, loss: rows[20]!.loss * 3 };
    const { coefficients } = fitSurface(tableOf(rows));
    expect(Math.abs(coefficients.E / besiroglu.E - 1)).toBeLessThan(1e-3);
  });

  test("the scale of N and D is absorbed by A and B", () => {
    const rows = gridRuns(besiroglu, 0.01);
    const one = fitSurface(tableOf(rows)).coefficients;
    const other = fitSurface(tableOf(rows.map((row) => ({ ...row, params: row.params * 100 })))).coefficients;
    expect(other.alpha / one.alpha).toBeCloseTo(1, 4);
    expect(other.A / (one.A * 100 ** one.alpha)).toBeCloseTo(1, 2);
  });

  test("a row of two repeats counts as the row twice", () => {
    const rows = gridRuns(besiroglu, 0.02);
    const weighted = fitSurface(tableOf(rows.map((row, i) => (i % 3 === 0 ? { ...row, repeats: 2 } : row))));
    const doubled = fitSurface(tableOf([...rows, ...rows.filter((_, i) => i % 3 === 0)]));
    expect(weighted.coefficients.E / doubled.coefficients.E).toBeCloseTo(1, 5);
    expect(weighted.objective / doubled.objective).toBeCloseTo(1, 6);
  });

  test("an exponent that ends on its bound is named", () => {
    const rows = gridRuns({ E: 2, A: 1e-9, B: 2000, alpha: 0.3, beta: 0.36 }, 0.02);
    const flat = fitSurface(tableOf(rows.map((row, i) => ({ ...row, params: 1e8 * (1 + (i % 2) * 1e-3) }))));
    expect(flat.atBound.length).toBeGreaterThan(0);
  });
});

test("starts cover the published grid without a repeat", () => {
  const all = gridStarts(1e9).map((start) => JSON.stringify(start));
  expect(all.length).toBe(4500);
  expect(new Set(all).size).toBe(4500);
  expect(new Set(gridStarts(500).map(({ alpha, beta }) => `${alpha} ${beta}`)).size).toBe(25);
});

describe("bad input", () => {
  const good = { params: 1e8, tokens: 1e9, loss: 3 };
  const messageOf = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
    return "no error";
  };

  test.each([
    [{ ...good, loss: Number.NaN }, "row 2, column loss: NaN is not a number"],
    [{ ...good, loss: -1 }, "row 2, column loss: -1 must be above 0"],
    [{ ...good, params: 0 }, "row 2, column params: 0 must be above 0"],
    [{ ...good, tokens: Number.POSITIVE_INFINITY }, "row 2, column tokens: Infinity is not a number"],
    [{ ...good, uniqueTokens: -5 }, "row 2, column uniqueTokens: -5 must be above 0"],
    [{ ...good, repeats: 0.5 }, "row 2, column repeats: 0.5 must be at least 1"],
  ])("%o", (row, message) => {
    expect(messageOf(() => tableOf([good, row]))).toBe(message);
  });

  test("the caller's own names", () => {
    const names = { columns: { loss: "val_loss" }, rowNumber: (index: number) => index + 2 };
    expect(messageOf(() => tableOf([{ ...good, loss: 0 }], names))).toBe(
      "row 2, column val_loss: 0 must be above 0",
    );
  });

  test("too few rows, one distinct N, one distinct D", () => {
    const rows = gridRuns(besiroglu, 0);
    expect(messageOf(() => fitSurface(tableOf(rows.slice(0, 4))))).toContain("4 rows are fewer than the 5");
    expect(messageOf(() => fitSurface(tableOf(rows.map((row) => ({ ...row, params: 1e8 })))))).toContain(
      "column params has one distinct value, 100000000",
    );
    expect(messageOf(() => fitSurface(tableOf(rows.map((row) => ({ ...row, tokens: 1e9 })))))).toContain(
      "column tokens has one distinct value",
    );
  });
});

describe("bootstrap", () => {
  const rows = gridRuns(besiroglu, 0.01);
  const run = (table = tableOf(rows), seed = 1) => {
    const form = formOf("chinchilla", { published: besiroglu });
    return bootstrapForm(form, table, { from: form.fit(table)!, draws: 200, seed });
  };

  test("the same seed gives the same numbers, another seed others", () => {
    const [one, again, other] = [run(), run(), run(undefined, 2)];
    expect(again.coefficients).toEqual(one.coefficients);
    expect(again.covariance).toEqual(one.covariance);
    expect(other.coefficients.E!.standardError).not.toBe(one.coefficients.E!.standardError);
  });

  test("intervals hold the law that made the points; the covariance agrees with the standard errors", () => {
    const { coefficients, names: rows, covariance } = run();
    expect(rows).toEqual(["log E", "log A", "log B", "alpha", "beta"]);
    for (const name of names) {
      expect(coefficients[name]!.p2_5).toBeLessThan(besiroglu[name]);
      expect(coefficients[name]!.p97_5).toBeGreaterThan(besiroglu[name]);
    }
    expect(Math.sqrt(covariance[1]![1]!) / coefficients["log A"]!.standardError).toBeCloseTo(1, 10);
    expect(Math.sqrt(covariance[3]![3]!) / coefficients.alpha!.standardError).toBeCloseTo(1, 10);
    expect(covariance[0]![4]).toBe(covariance[4]![0]);
  });

  test("what a form holds has no spread", () => {
    const form = formOf("offset", { published: besiroglu });
    const table = tableOf(rows);
    const { coefficients } = bootstrapForm(form, table, { from: form.fit(table)!, draws: 100, seed: 1 });
    expect(coefficients.alpha!.standardError).toBe(0);
    expect(coefficients.offset!.standardError).toBeGreaterThan(0);
  });

  test("rows of one trunk are drawn together: copies of a row add no certainty", () => {
    const copies = rows.flatMap((row, i) => Array.from({ length: 4 }, () => ({ ...row, trunk: `${i}` })));
    const apart = run(tableOf(copies.map(({ trunk: _, ...row }) => row))).coefficients.E!.standardError;
    const together = run(tableOf(copies)).coefficients.E!.standardError;
    const single = run().coefficients.E!.standardError;
    expect(together / single).toBeCloseTo(1, 6);
    expect(apart / single).toBeLessThan(0.75);
  });
});
