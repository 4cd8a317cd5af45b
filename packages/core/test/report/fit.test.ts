import { describe, expect, test } from "vitest";
import { fitRuns, tableOf } from "../../src/fit/index.ts";
import {
  asciiLines,
  chartSvg,
  fitChart,
  fitFormsTable,
  fitRowsTable,
  lineWidth,
  plainText,
  renderFit,
  tableCsv,
  tableMarkdown,
} from "../../src/report/index.ts";
import { besiroglu, gridRuns } from "../fit/support.ts";

const table = tableOf(gridRuns(besiroglu, 0.02));
const runs = {
  table,
  rowNumbers: Int32Array.from({ length: table.length }, (_, i) => i + 2),
  columns: { params: "params", tokens: "tokens", loss: "loss" },
  n: "total",
  unit: "nats/token",
  group: "made up|of a published law",
  notes: [{ code: "columns-ignored", severity: "info", message: "columns not read: lr, seed" }],
} as const;
const fit = fitRuns(runs, { form: "chinchilla", draws: 100 });
const bare = fitRuns({ ...runs, group: null }, { form: "offset", draws: 0 });
const rows = fit.rows();

const pages = {
  fit: (width: number) => renderFit(fit.reply, { width, rows, asked: "chinchilla" }),
  "fit-bare": (width: number) => renderFit(bare.reply, { width }),
};

describe.each(Object.entries(pages))("%s", (name, render) => {
  test.each([80, 120])("at %i columns", async (width) => {
    await expect(plainText(render(width))).toMatchFileSnapshot(`snapshots/${name}-${width}.txt`);
  });

  test("is whole and no wider than it may be at any width", () => {
    for (let width = 20; width <= 160; width += 7) {
      const lines = render(width);
      expect(plainText(lines)).not.toMatch(/\bnull\b|NaN|undefined|Infinity|\[object/);
      for (const each of lines) expect(lineWidth(each)).toBeLessThanOrEqual(width);
    }
  });
});

test("in ASCII every character is one, and held-out runs have a glyph of their own", () => {
  const lines = renderFit(fit.reply, { width: 80, rows, charset: "ascii" });
  const text = plainText(asciiLines(lines));
  expect(text).toMatch(/^[\n -~?]*$/);
  const chart = text.slice(text.indexOf("RESIDUALS"), text.indexOf("note "));
  expect(chart.match(/@/g)!.length).toBeGreaterThan(5);
  expect(chart.match(/\./g)!.length).toBeGreaterThan(10);
});

test("the chart has every run once, held out where the reply says so, and zero in it", () => {
  const { marks = [], series } = fitChart(rows);
  expect(marks.length).toBe(table.length);
  expect(marks.filter(({ glyph }) => glyph === "◆").length).toBe(fit.reply.heldOut.rows);
  expect(series[0]!.points.map(([, y]) => y)).toEqual([0, 0]);
  for (const { x } of marks) expect(x).toBeGreaterThanOrEqual(series[0]!.points[0]![0]);
});

test("a million runs are drawn as some of them", () => {
  const many = Array.from({ length: 50_000 }, (_, i) => ({ ...rows[i % rows.length]!, row: i }));
  expect(fitChart(many).marks!.length).toBe(2000);
});

test("the same chart is a picture", () => {
  const svg = chartSvg(fitChart(rows), { title: "Residuals" });
  expect(svg.match(/<path /g)!.length).toBe(table.length);
});

test("rows as CSV in full, forms as Markdown", () => {
  const [header, first, ...rest] = tableCsv(fitRowsTable(rows)).trimEnd().split("\n");
  expect(header).toBe("row,params,tokens,loss,predicted,residual,heldOut,heldOutPredicted");
  expect(first!.split(",").slice(0, 4).map(Number)).toEqual([
    ...[2, table.params[0]!, table.tokens[0]!, table.loss[0]!],
  ]);
  expect(rest.length).toBe(table.length - 1);
  expect(tableMarkdown(fitFormsTable(fit.reply))).toContain("| chinchilla * |");
});

test("a coefficient is shown as held where its form holds it, not where its refits agree", () => {
  const still = tableOf(gridRuns(besiroglu, 0).map((row) => ({ ...row, loss: 3 })));
  const page = (form: "median" | "linear", of: typeof table): string =>
    plainText(renderFit(fitRuns({ ...runs, table: of }, { form, draws: 10 }).reply, { width: 80 }));
  expect(page("median", still)).not.toContain("is held");
  expect(page("median", still)).toMatch(/^ {2}median +3 +0 +3 +3$/m);
  expect(page("linear", table)).toContain("– is held, not fitted");
  expect(page("linear", table)).toMatch(/^ {2}alpha +0\.34781 +– +– +–$/m);
});
