import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bootstrapForm,
  type FitRow,
  type FormName,
  fittedLaw,
  formNames,
  formOf,
  type LawFileInput,
  tableOf,
} from "../../src/fit/index.ts";
import {
  allocate,
  type LossSurface,
  lawAt,
  lawSchema,
  lossAt,
  lossFloor,
  optimalParameters,
  predictLoss,
  sizeExponent,
  tokensForLoss,
} from "../../src/loss/index.ts";
import { lossGradient } from "../../src/loss/surface.ts";
import { besiroglu, gridRuns } from "./support.ts";

/** Rows that every form can be fitted to: some repeat their tokens. */
const rows: FitRow[] = gridRuns({ E: 1.2, A: 90, B: 9000, alpha: 0.26, beta: 0.43 }, 0.02).map((row, i) => ({
  ...row,
  uniqueTokens: row.tokens / (i % 3 === 0 ? 8 : 1),
  layers: 8 + (i % 5) * 8,
  width: 768,
  loss: row.loss * (i % 3 === 0 ? 1.03 : 1) * (i % 5 === 0 ? 1.02 : 1),
}));
const table = tableOf(rows);

function inputOf(name: FormName, changes: Partial<LawFileInput> = {}): LawFileInput {
  const form = formOf(name, { published: besiroglu, starts: 60 });
  const fitted = form.fit(table)!;
  const bootstrap = bootstrapForm(form, table, { from: fitted, draws: 12, seed: 5 });
  return {
    form: name,
    fitted,
    bootstrap,
    table,
    id: `my-${name}`,
    n: "total",
    ...changes,
  };
}

const sizes = fc.double({ min: 6, max: 12, noNaN: true }).map((x) => 10 ** x);
const tokens = fc.double({ min: 7, max: 14, noNaN: true }).map((x) => 10 ** x);
const shares = fc.double({ min: 0.01, max: 1, noNaN: true });

describe.each(formNames.map((name) => [name] as const))("a fitted %s as a law", (name) => {
  const input = inputOf(name);
  const law = fittedLaw(input);

  test("parses, through JSON too, and has the loss of the form at every N, D and number of distinct tokens", () => {
    expect(lawSchema().parse(JSON.parse(JSON.stringify(law)))).toEqual(law);
    fc.assert(
      fc.property(sizes, tokens, shares, (n, d, share) => {
        expect(lossAt(law, n, d, share * d) / input.fitted.predict(n, d, share * d)).toBeCloseTo(1, 12);
      }),
    );
  });

  test("tokensForLoss inverts it; below its floor there are none", () => {
    fc.assert(
      fc.property(sizes, tokens, (n, d) => {
        const nats = lossAt(law, n, d);
        const back = tokensForLoss(law, n, nats);
        expect(back).not.toBeNull();
        expect(lossAt(law, n, back ?? 0) / nats).toBeCloseTo(1, 6);
        const below = lossFloor(law, n) * 0.999;
        if (below > 0) expect(tokensForLoss(law, n, below)).toBeNull();
      }),
    );
  });

  test("its covariance has a row for each of its gradient's, which are differences of the loss", () => {
    if (law.form === "kaplan") throw new Error("nothing fitted is of Kaplan's form");
    const gradient = lossGradient(law, 3e9, 4e9, 4e8);
    expect(law.covariance).toHaveLength(gradient.length);
    for (const [j, slope] of gradient.entries()) {
      const difference = (lossOf(moved(law, j, 1e-6)) - lossOf(moved(law, j, -1e-6))) / 2e-6;
      expect(slope).toBeCloseTo(difference, 5);
    }
  });

  test("predicts a positive loss inside its interval at any run, in domain within its rows", () => {
    fc.assert(
      fc.property(sizes, tokens, shares, (n, d, share) => {
        const { nats, inDomain } = predictLoss(questionOf(law, n, d, share * d));
        expect(nats.p10).toBeGreaterThan(0);
        expect(nats.p10).toBeLessThan(nats.p50);
        expect(nats.p50).toBeLessThan(nats.p90);
        expect(nats.p90).toBeLessThan(Number.POSITIVE_INFINITY);
        const inside = n >= 5e7 && n <= 6.4e9 && d >= 1e9 && d <= 2.49e11;
        if (!inside) expect(inDomain).toBe(false);
      }),
    );
    expect(predictLoss(questionOf(law, 1e9, 1e10, 1e10)).inDomain).toBe(true);
  });

  test("splits a budget where the loss is least, or says that no split is best", () => {
    const { parameters, tokens: d, exponent, notes } = allocate(law, 1e21);
    if (parameters === null || d === null) {
      expect(["median", "log-linear"]).toContain(name);
      expect(notes.map(({ code }) => code)).toContain("no-best-split");
      expect([exponent, optimalParameters(law, 1e10), sizeExponent(law, 1)]).toEqual([null, null, null]);
      return;
    }
    expect(sizeExponent(law, 1)).toBeCloseTo(exponent ?? Number.NaN, 12);
    expect((optimalParameters(law, d) ?? 0) / parameters).toBeCloseTo(1, 9);
    if (name === "repetition") return;
    for (const factor of [0.9, 1.1])
      expect(lossAt(law, parameters * factor, d / factor)).toBeGreaterThan(lossAt(law, parameters, d));
  });
});

/** The law with the j-th coordinate of its covariance moved by `step`. */
function moved(law: LossSurface, j: number, step: number): LossSurface {
  const repetition = "repetition" in law ? law.repetition : null;
  const shape = "shape" in law ? law.shape : null;
  const extra = [...Object.keys(repetition ?? {}), ...(shape ? ["aspect"] : [])];
  const name = [...Object.keys(law.coefficients), ...extra][j]!;
  const isFactor = ["E", "A", "B", "tokens", "parameters", "aspect"].includes(name);
  const move = <T extends { value: number }>(figure: T): T => ({
    ...figure,
    value: isFactor ? figure.value * Math.exp(step) : figure.value + step,
  });
  const all: Record<string, { value: number }> = {
    ...law.coefficients,
    ...repetition,
    ...(shape && { aspect: shape.aspect }),
  };
  const { tokens: rd, parameters: rn, aspect, ...coefficients } = { ...all, [name]: move(all[name]!) };
  const changed = {
    coefficients,
    ...(repetition && { repetition: { tokens: rd, parameters: rn } }),
    ...(shape && { shape: { ...shape, aspect } }),
  };
  return { ...law, ...changed } as unknown as LossSurface;
}

const lossOf = (law: LossSurface): number => lossAt(law, 3e9, 4e9, 4e8);

const questionOf = (law: LossSurface, n: number, d: number, unique: number) => ({
  law,
  parameters: { total: n, active: n, nonEmbedding: n },
  isMoe: false,
  tokens: d,
  globalBatchTokens: 1,
  criticalBatchTokens: null,
  uniqueTokens: unique,
});

describe("a law that knows shape", () => {
  const input = inputOf("shape");
  const law = fittedLaw(input);

  test("has the loss of the form for a model of any shape, and its reference's where none is known", () => {
    const shapes = fc.record({
      layers: fc.integer({ min: 1, max: 100 }),
      width: fc.integer({ min: 64, max: 8192 }),
    });
    fc.assert(
      fc.property(sizes, tokens, shapes, (n, d, shape) => {
        const expected = input.fitted.predict(n, d, d, shape.width / shape.layers);
        expect(lossAt(lawAt(law, shape), n, d) / expected).toBeCloseTo(1, 12);
        const { nats } = predictLoss({ ...questionOf(law, n, d, d), shape });
        expect(nats.p50 / expected).toBeCloseTo(1, 12);
      }),
    );
    expect(lossAt(lawAt(law), 1e9, 1e10)).toBe(lossAt(law, 1e9, 1e10));
  });

  test("the variance of a loss at a shape is that of the six coefficients: g' S g with g by differences", () => {
    if (law.form !== undefined || !law.covariance) throw new Error("no covariance");
    const shape = { layers: 4, width: 1024 };
    const at = (step: number, j: number): number => lossAt(lawAt(moved(law, j, step), shape), 3e9, 4e9);
    const slopes = law.covariance.map((_, j) => (at(1e-6, j) - at(-1e-6, j)) / 2e-6);
    const variance = (rows: readonly (readonly number[])[], g: readonly number[]): number =>
      rows.reduce((sum, row, i) => sum + row.reduce((part, s, j) => part + s * g[i]! * g[j]!, 0), 0);
    const flat = lawAt(law, shape);
    if (flat.form !== undefined || !flat.covariance) throw new Error("no covariance");
    expect(flat.covariance).toHaveLength(5);
    const own = variance(flat.covariance, lossGradient(flat, 3e9, 4e9));
    expect(own / variance(law.covariance, slopes)).toBeCloseTo(1, 5);
  });

  test("a shape outside those of its rows is said to be, and is out of domain", () => {
    const far = predictLoss({ ...questionOf(law, 1e9, 1e10, 1e10), shape: { layers: 2, width: 4096 } });
    expect(far.inDomain).toBe(false);
    expect(far.notes.map(({ path }) => path)).toContain("model.width");
  });
});

describe("what a law says of itself", () => {
  test("the range of its rows, where its numbers are from, which were held", () => {
    const law = fittedLaw(inputOf("linear"));
    expect(law.fitted).toEqual({
      parameters: { min: 5e7, max: 6.4e9 },
      tokens: { min: 1e9, max: 1e9 * 2.2 ** 7 },
      compute: { min: 6 * 5e7 * 1e9, max: 6 * 6.4e9 * (1e9 * 2.2 ** 7) },
    });
    if (law.form !== undefined) throw new Error("not of Chinchilla's form");
    const { E, alpha } = law.coefficients;
    expect(E.status).toBe("fitted: wallclock fit");
    expect(E.standardError).toBeGreaterThan(0);
    expect(alpha).toEqual({ value: besiroglu.alpha, status: "held: as published, not fitted" });
    expect(law.uncertaintySource).toContain("64 rows, 12 bootstrap refits");
  });

  test("scatter is that of four fifths of its rows; no more rows than coefficients: an assumed interval", () => {
    const input = inputOf("chinchilla");
    const law = fittedLaw(input);
    const { residualSd } = law;
    const outside = rows.filter(
      ({ params, tokens: d, loss }) =>
        Math.abs(Math.log(loss / lossAt(law, params, d))) > 1.2816 * (residualSd ?? 0),
    );
    expect(outside.length / rows.length).toBeGreaterThan(0.14);
    expect(outside.length / rows.length).toBeLessThan(0.21);
    const few = fittedLaw({ ...input, table: tableOf(rows.slice(0, 5)) });
    expect([few.residualSd, few.form === undefined && few.covariance]).toEqual([null, null]);
    const codes = predictLoss(questionOf(few, 1e8, 2e9, 2e9)).notes.map(({ code }) => code);
    expect(codes).toContain("loss-interval-assumed");
  });

  test("without refits: values alone", () => {
    const law = fittedLaw(inputOf("chinchilla", { bootstrap: null }));
    expect(law.form === undefined && law.covariance).toBeNull();
    expect(lawSchema().parse(law)).toEqual(law);
  });

  test("bits become nats, perplexity stays and warns", () => {
    for (const name of ["chinchilla", "interaction", "log-linear"] as const) {
      const input = inputOf(name);
      const loss = lossAt(fittedLaw(input), 1e9, 1e10);
      expect(lossAt(fittedLaw({ ...input, unit: "bits/token" }), 1e9, 1e10)).toBeCloseTo(loss * Math.LN2, 10);
      const bytes = fittedLaw({ ...input, unit: "bits/byte", bytesPerToken: 4 });
      expect(lossAt(bytes, 1e9, 1e10)).toBeCloseTo(4 * loss * Math.LN2, 10);
      const perplexity = fittedLaw({ ...input, unit: "perplexity" });
      expect(lossAt(perplexity, 1e9, 1e10)).toBe(loss);
      expect(perplexity.warning).toMatch(/^fitted to perplexity: /);
    }
  });

  test("a published law moved far down has a negative E and never a loss of 0 or less", () => {
    const low = tableOf(rows.map((row) => ({ ...row, loss: row.loss / 5 })));
    const fitted = formOf("offset", { published: besiroglu }).fit(low)!;
    const law = fittedLaw({ form: "offset", fitted, table: low, id: "low", n: "total" });
    expect(lawSchema().parse(law)).toEqual(law);
    expect(law.form === undefined && law.coefficients.E.value).toBeLessThan(0);
    for (const n of [1e7, 1e9, 1e12]) {
      expect(lossAt(law, n, 1e13)).toBeGreaterThan(0);
      expect(lossAt(law, n, 1e13)).toBe(fitted.predict(n, 1e13));
    }
  });
});
