import { describe, expect, test } from "vitest";
import {
  asSurface,
  bareLaw,
  compareForms,
  type FitRow,
  type FormResult,
  fitLinear,
  fitLogLinear,
  fitMedian,
  fitOffset,
  fitRepetition,
  holdOut,
  mapeOf,
  recommend,
  surfaceLoss,
  tableOf,
} from "../../src/fit/index.ts";
import { lossAt } from "../../src/loss/surface.ts";
import { besiroglu, gridRuns } from "./support.ts";

const published = besiroglu;

describe("rows held out", () => {
  test("the dearest fifth, later rows first on ties, two at least", () => {
    const row = (compute: number): FitRow => ({ params: compute, tokens: 1, loss: 1 });
    expect(holdOut(tableOf([5, 9, 1, 9, 2, 9].map(row))).held).toEqual([5, 3]);
    const ten = holdOut(tableOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(row)));
    expect(ten).toEqual({ fit: [0, 1, 2, 3, 4, 5, 6, 7], held: [9, 8] });
    expect(holdOut(tableOf(Array.from({ length: 13 }, () => row(1)))).held).toEqual([12, 11, 10]);
  });
});

describe("simple forms by hand", () => {
  const law = { E: 1, A: 2, B: 4, alpha: 1, beta: 1 };
  const rows = [
    { params: 1, tokens: 1, loss: 7.5 },
    { params: 2, tokens: 4, loss: 3.2 },
    { params: 1, tokens: 4, loss: 4.1 },
  ];

  test("offset: the median of what the law leaves", () => {
    expect(fitOffset(tableOf(rows), law).coefficients.offset).toBeCloseTo(0.2, 12);
  });

  test("median, and its error", () => {
    const fitted = fitMedian(tableOf(rows));
    expect(fitted.predict(1, 1)).toBe(4.1);
    expect(mapeOf(fitted, tableOf(rows))).toBeCloseTo((3.4 / 7.5 + 0.9 / 3.2) / 3, 12);
  });

  test("log-linear: a power law of compute comes back; equal compute does not", () => {
    const power = [1e18, 1e19, 1e20].map((compute) => ({
      params: 1e9,
      tokens: compute / 6e9,
      loss: 100 * compute ** -0.08,
    }));
    expect(fitLogLinear(tableOf(power))!.coefficients.slope).toBeCloseTo(-0.08, 10);
    expect(fitLogLinear(tableOf([rows[0]!, rows[0]!]))).toBeNull();
  });

  test("exponents held: exact points give E, A and B; what would be negative is 0", () => {
    const { E, A, B } = fitLinear(tableOf(gridRuns(besiroglu, 0)), besiroglu)!.coefficients;
    expect([E! / besiroglu.E, A! / besiroglu.A, B! / besiroglu.B].every((r) => Math.abs(r - 1) < 1e-6)).toBe(
      true,
    );
    const rising = gridRuns(besiroglu, 0).map((row) => ({ ...row, loss: 2 + row.params / 1e11 }));
    const fitted = fitLinear(tableOf(rising), besiroglu)!;
    expect(fitted.coefficients.A).toBe(0);
    expect(fitted.atBound).toContain("A");
  });
});

test("repetition: exact points of a law give its decay back", () => {
  const decay = { tokens: 15.4, parameters: 5.3 };
  const law = bareLaw(besiroglu, decay);
  const rows = gridRuns(besiroglu, 0).flatMap(({ params, tokens }) =>
    [1, 4, 40].map((epochs) => ({
      params,
      tokens,
      uniqueTokens: tokens / epochs,
      loss: lossAt(law, params, tokens, tokens / epochs),
    })),
  );
  const fitted = fitRepetition(tableOf(rows));
  expect(fitted.coefficients.tokens! / decay.tokens).toBeCloseTo(1, 1);
  expect(fitted.coefficients.parameters! / decay.parameters).toBeCloseTo(1, 1);
  expect(mapeOf(fitted, tableOf(rows))).toBeLessThan(1e-3);
});

describe("the recommended form", () => {
  test("points of a law of another shape: the full form, better than every baseline", () => {
    const other = { E: 1.2, A: 40, B: 9000, alpha: 0.22, beta: 0.45 };
    const { recommended, forms, heldOutRows } = compareForms(tableOf(gridRuns(other, 0.005)), { published });
    expect(recommended).toBe("chinchilla");
    expect(heldOutRows).toBe(13);
    const best = Math.min(...forms.filter((form) => form.baseline).map((form) => form.heldOutMape!));
    expect(forms.find((form) => form.name === recommended)!.heldOutMape).toBeLessThan(best);
  });

  test("points of the published law with an offset: nothing more than the offset", () => {
    const rows = gridRuns({ ...besiroglu, E: besiroglu.E + 0.4 }, 0);
    expect(compareForms(tableOf(rows), { published }).recommended).toBe("offset");
  });

  test("two rows are an error, three give a baseline", () => {
    const rows = gridRuns(besiroglu, 0);
    expect(() => compareForms(tableOf(rows.slice(0, 2)), { published })).toThrow(
      /^2 rows: a fit and its test/,
    );
    expect(compareForms(tableOf(rows.slice(0, 3)), { published }).forms.length).toBeGreaterThan(1);
  });

  test("degenerate rows are said to be: N in a narrow band, N and D moving together", () => {
    const codes = (rows: readonly FitRow[]): string[] =>
      compareForms(tableOf(rows), { published }).notes.map((note) => note.code);
    const rows = gridRuns(besiroglu, 0.005);
    expect(codes(rows)).toEqual([]);
    const narrow = rows.map((row, i) => ({ ...row, params: 1e8 * (1 + 0.01 * (i % 9)) }));
    expect(codes(narrow)).toContain("degenerate-parameters");
    expect(codes(rows.map((row) => ({ ...row, tokens: 20 * row.params })))).toContain("degenerate-together");
  });

  test("a form that is a surface predicts as the surface it becomes", () => {
    const rows = gridRuns({ ...besiroglu, E: 2.2 }, 0.01);
    const { forms } = compareForms(tableOf(rows), { published });
    const surfaces = forms.filter(({ name, fitted }) => {
      const law = asSurface(name, fitted);
      if (law === null) return false;
      expect(surfaceLoss(law, 3e9, 7e10)).toBeCloseTo(fitted.predict(3e9, 7e10), 10);
      return true;
    });
    expect(surfaces.map((form) => form.name)).toEqual(["median", "offset", "linear", "chinchilla"]);
  });

  test("only the forms that were asked for", () => {
    const { forms } = compareForms(tableOf(gridRuns(besiroglu, 0.005)), {
      published,
      forms: ["chinchilla-weighted", "median"],
    });
    expect(forms.map((form) => form.name)).toEqual(["median", "chinchilla-weighted"]);
  });

  test("one distinct N: no surface, a note, and a baseline or held exponents", () => {
    const rows = gridRuns(besiroglu, 0.005).filter((row) => row.params === 5e7);
    const { skipped, notes, recommended } = compareForms(tableOf(rows), { published });
    expect(skipped.map((each) => each.name)).toEqual(["chinchilla", "interaction"]);
    expect(notes.map((note) => note.code)).toContain("degenerate-parameters");
    expect(["median", "offset", "log-linear", "linear"]).toContain(recommended);
  });

  test("within 2 % and within noise the simpler, unless it is worse in sample; never worse than the best baseline", () => {
    const form = (
      name: FormResult["name"],
      freedom: number,
      errors: readonly number[],
      baseline = false,
    ): FormResult => ({
      name,
      baseline,
      freedom,
      fitted: { coefficients: {}, predict: () => 1, atBound: [] },
      inSampleMape: 0,
      heldOutMape: errors.reduce((sum, error) => sum + error, 0) / errors.length,
      heldOutErrors: errors,
      unseen: null,
    });
    const full = form("chinchilla", 5, [0.01, 0.02, 0.03]);
    expect(recommend([form("linear", 3, [0.0205, 0.0195, 0.0203]), full])).toBe("linear");
    expect(recommend([form("linear", 3, [0.0101, 0.0201, 0.0301]), full])).toBe("chinchilla");
    expect(recommend([form("linear", 3, [0.011, 0.0225, 0.034]), full])).toBe("chinchilla");
    const worseInSample = { ...form("linear", 3, [0.0205, 0.0195, 0.0203]), inSampleMape: 0.02 };
    expect(recommend([worseInSample, { ...full, inSampleMape: 0.01 }])).toBe("chinchilla");
    const better = form("log-linear", 2, [0.01, 0.01, 0.01], true);
    expect(recommend([better, full])).toBe("log-linear");
    expect(
      recommend([
        form("linear", 3, [0.0205, 0.0195, 0.0203]),
        full,
        form("median", 1, [0.0201, 0.02, 0.02], true),
      ]),
    ).toBe("median");
  });
});
