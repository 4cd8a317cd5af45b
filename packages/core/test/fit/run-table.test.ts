import { expect, test } from "vitest";
import { weightedMedian } from "../../src/fit/forms/fitted-form.ts";
import { tableBuilder, tableOf } from "../../src/fit/index.ts";
import { distinct } from "../../src/fit/run-table.ts";

test("a table grows past its first size and keeps every row", () => {
  const builder = tableBuilder();
  for (let i = 1; i <= 5000; i += 1) {
    builder.add({ params: i, tokens: 2 * i, loss: 1 + 1 / i, trunk: `${i % 10}`, repeats: 2 });
  }
  const table = builder.finish();
  expect([table.length, table.clusters]).toEqual([5000, 10]);
  expect([table.params[4999], table.tokens[2047], table.weight[0]]).toEqual([5000, 4096, 2]);
  expect(table.cluster[10]).toBe(table.cluster[0]);
  expect(table.uniqueTokens).toBeNull();
});

test("distinct tokens: tokens where a row has none, never more than tokens", () => {
  const row = { params: 1e8, tokens: 1e9, loss: 3 };
  const { uniqueTokens } = tableOf([{ ...row, uniqueTokens: 2e8 }, row, { ...row, uniqueTokens: 5e9 }]);
  expect([...uniqueTokens!]).toEqual([2e8, 1e9, 1e9]);
});

test("many wrong rows: twenty of them, not all", () => {
  const bad = Array.from({ length: 100 }, () => ({ params: -1, tokens: 1, loss: 1 }));
  expect(() => tableOf(bad)).toThrow(/row 20, column params: -1 must be above 0$/);
});

test("weighted median by hand", () => {
  expect(weightedMedian([3, 1, 2], [1, 1, 1])).toBe(2);
  expect(weightedMedian([4, 1, 2, 3], [1, 1, 1, 1])).toBe(2.5);
  expect(weightedMedian([1, 2, 9], [1, 1, 5])).toBe(9);
  expect(weightedMedian([1, 2, 9], [1, 1, 0])).toBe(1.5);
  expect(weightedMedian([], [])).toBeNull();
});

test("distinct counts values, not their rounding", () => {
  expect(distinct(Float64Array.of(1e9, 1e9 + 1e-3, 2e9))).toBe(2);
});
