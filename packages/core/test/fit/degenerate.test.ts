import fc from "fast-check";
import { expect, test } from "vitest";
import { UserError } from "../../src/errors/issue.ts";
import {
  bootstrapForm,
  compareForms,
  type FitRow,
  type FormComparison,
  fittedLaw,
  formOf,
  tableOf,
} from "../../src/fit/index.ts";
import { lawSchema, lossAt, predictLoss } from "../../src/loss/index.ts";
import { besiroglu } from "./support.ts";

const options = { published: besiroglu, starts: 30 };

/** Tables that no law is fitted to on purpose: one size, data in step with size, few rows, other units, noise, repeats. */
const tables = fc
  .record({
    mode: fc.constantFrom(
      "grid",
      "one size",
      "one D",
      "in step",
      "one compute",
      "one loss",
      "one row many times",
    ),
    scale: fc.constantFrom(1, 1.44, 0.3, 20, 1e-3, 1e4),
    sizeScale: fc.constantFrom(1, 1, 1e-6, 1e6, 1e30),
    epochs: fc.constantFrom(1, 1, 4, 50),
    cells: fc.array(
      fc.record({
        i: fc.integer({ min: 0, max: 5 }),
        j: fc.integer({ min: 0, max: 5 }),
        noise: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        layers: fc.integer({ min: 1, max: 80 }),
      }),
      { minLength: 3, maxLength: 14 },
    ),
  })
  .map(({ mode, scale, sizeScale, epochs, cells }) =>
    cells.map(({ i, j, noise, layers }): FitRow => {
      const size = mode === "one size" || mode === "one row many times" ? 1e8 : 1e7 * 3 ** i;
      const data = mode === "one D" || mode === "one row many times" ? 1e10 : 1e9 * 3 ** j;
      const tokens = mode === "in step" ? 20 * size : mode === "one compute" ? 1e19 / size : data;
      const loss =
        mode === "one loss" ? 3 : (1.5 + 400 / size ** 0.34 + 1000 / tokens ** 0.33) * Math.exp(noise);
      const more = { uniqueTokens: tokens / (1 + (j % epochs)), layers, width: 1024 };
      return { params: size * sizeScale, tokens, loss: loss * scale, ...more };
    }),
  );

function compared(rows: readonly FitRow[]): FormComparison | null {
  try {
    return compareForms(tableOf(rows), options);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

test("any table gives numbers or a user's error: finite errors and coefficients, laws that parse and predict", () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const comparison = compared(rows);
      if (comparison === null) return;
      const table = tableOf(rows);
      for (const { name, fitted, inSampleMape, heldOutMape } of comparison.forms) {
        expect(Number.isFinite(inSampleMape) && Number.isFinite(heldOutMape ?? 0)).toBe(true);
        const bootstrap = bootstrapForm(formOf(name, options), table, { from: fitted, draws: 4, seed: 1 });
        const law = fittedLaw({ form: name, fitted, bootstrap, table, id: "any", n: "total" });
        expect(lawSchema().parse(law)).toEqual(law);
        for (const [n, d] of [[rows[0]!.params, rows[0]!.tokens] as const, [1e12, 1e14] as const]) {
          expect(lossAt(law, n, d) / fitted.predict(n, d)).toBeCloseTo(1, 9);
          const { nats } = predictLoss({
            law,
            parameters: { total: n, active: n, nonEmbedding: n },
            isMoe: false,
            tokens: d,
            globalBatchTokens: 1,
            criticalBatchTokens: null,
            uniqueTokens: null,
          });
          expect(nats.p10 > 0 && nats.p10 <= nats.p50 && nats.p50 <= nats.p90).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test("what is recommended was fitted, and is no worse held out than the best baseline", () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const comparison = compared(rows);
      if (comparison === null) return;
      const chosen = comparison.forms.find(({ name }) => name === comparison.recommended);
      expect(chosen).toBeDefined();
      const least = Math.min(
        ...comparison.forms
          .filter((form) => form.baseline)
          .map((form) => form.heldOutMape ?? Number.POSITIVE_INFINITY),
      );
      expect((chosen!.heldOutMape ?? 0) <= least).toBe(true);
    }),
    { numRuns: 40 },
  );
});
