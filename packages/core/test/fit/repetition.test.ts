import { expect, test } from "vitest";
import { repetitionModel } from "../../src/fit/forms/repetition.ts";
import { bareLaw, tableOf } from "../../src/fit/index.ts";
import { lossAt } from "../../src/loss/surface.ts";
import { besiroglu, gridRuns } from "./support.ts";

const table = tableOf(
  gridRuns(besiroglu, 0).map((row, i) => ({ ...row, uniqueTokens: row.tokens / [1, 3, 40][i % 3]! })),
);
const model = repetitionModel(table, table.uniqueTokens!);
const at = Float64Array.of(0.6, 6.1, 7.4, 0.35, 0.36, 2.4, 1.2);
const empty = new Float64Array(49);

test("the model that is fitted is the law that is shipped, at every row", () => {
  const [E, A, B] = [Math.exp(at[0]!), Math.exp(at[1]!), Math.exp(at[2]!)];
  const decay = { tokens: Math.exp(at[5]!), parameters: Math.exp(at[6]!) };
  const law = bareLaw({ E, A, B, alpha: at[3]!, beta: at[4]! }, decay);
  for (let i = 0; i < table.length; i += 1) {
    const loss = lossAt(law, table.params[i]!, table.tokens[i]!, table.uniqueTokens![i]!);
    expect(model.at(at, i, new Float64Array(7), empty)).toBeCloseTo(Math.log(loss), 12);
  }
});

test("its derivatives are differences of it, with repeats and parameters in excess and without", () => {
  const step = 1e-6;
  for (let i = 0; i < table.length; i += 1) {
    const slope = new Float64Array(7);
    model.at(at, i, slope, empty);
    for (let j = 0; j < 7; j += 1) {
      const [up, down] = [1, -1].map((sign) => {
        const moved = Float64Array.from(at);
        moved[j] = at[j]! + sign * step;
        return model.at(moved, i, new Float64Array(7), empty);
      });
      expect(slope[j]).toBeCloseTo((up! - down!) / (2 * step), 6);
    }
  }
});
