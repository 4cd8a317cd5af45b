import { describe, expect, it } from "vitest";
import { shadeOf } from "../../src/report/heat-map.ts";
import {
  asciiLines,
  coarser,
  type HeatMap,
  heatLines,
  type Line,
  lineWidth,
  plainText,
  planMapSvg,
  planTable,
  planTables,
  renderImpossible,
  renderPlan,
  runLines,
  tableCsv,
} from "../../src/report/index.ts";
import { insteadOf } from "../../src/report/plan-instead.ts";
import { equalSizes } from "../../src/report/plan-wide-deep.ts";
import { sampleImpossible, samplePlan } from "./plan-sample.ts";

const snapshot = (name: string): string => `./snapshots/${name}`;
const widest = (lines: readonly Line[]): number => Math.max(...lines.map(lineWidth));

describe("the page of a plan", () => {
  it.each([80, 120])("is as it was at %d columns, and no wider", async (width) => {
    const lines = renderPlan(samplePlan, { width });
    expect(widest(lines)).toBeLessThanOrEqual(width);
    await expect(plainText(lines)).toMatchFileSnapshot(snapshot(`plan-${width}.txt`));
  });

  it.each([20, 40, 60, 79, 200])("fits %d columns", (width) => {
    const lines = renderPlan(samplePlan, { width });
    expect(widest(lines)).toBeLessThanOrEqual(width);
    expect(plainText(lines)).not.toMatch(/\bnull\b|NaN|undefined|Infinity|\[object/);
  });

  it("is ASCII where there is no more", () => {
    const lines = asciiLines(renderPlan(samplePlan, { width: 80, charset: "ascii" }));
    expect(plainText(lines)).toMatch(/^[\n -~]*$/);
  });

  it("says that a search was broken off", () => {
    const text = plainText(renderPlan({ ...samplePlan, truncated: true }, { width: 80 }));
    expect(text).toContain("seen so far");
  });

  it("numbers the best by their rank, and leaves out those that read alike", () => {
    const text = plainText(renderPlan(samplePlan, { width: 120 }));
    const ranks = text.slice(text.indexOf("THE BEST")).matchAll(/^ {2} *(\d+) +\d+ +1024/gm);
    expect([...ranks].map((match) => match[1])).toEqual(["1", "3", "4"]);
    expect(text).toContain("#         is a run's place among the best");
    const [first] = samplePlan.best;
    const alone = plainText(runLines([first!], 120));
    expect(alone).not.toContain("a run's place");
  });

  it("is the reason and the closest run where there is no plan", async () => {
    const lines = renderImpossible(sampleImpossible, { width: 80 });
    expect(widest(lines)).toBeLessThanOrEqual(80);
    await expect(plainText(lines)).toMatchFileSnapshot(snapshot("plan-impossible-80.txt"));
  });
});

describe("tables of a plan", () => {
  it.each(planTables)("%s: every row has the cells of its head, and numbers in full", (name) => {
    const [head = "", ...rows] = tableCsv(planTable(samplePlan, name)).trimEnd().split("\n");
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows)
      expect(row.replaceAll(/"[^"]*"/g, "").split(",")).toHaveLength(head.split(",").length);
  });

  it("the best as CSV has the figures of the estimates", () => {
    const [head = "", row = ""] = tableCsv(planTable(samplePlan, "best")).split("\n");
    const cells = row.match(/"[^"]*"|[^,]+/g) ?? [];
    const at = (name: string) => Number(cells[head.split(",").indexOf(name)]);
    expect(at("lossNats")).toBe(2.9464);
    expect(at("bytesPerDevice")).toBe(20.8 * 2 ** 30);
    expect(at("layers")).toBe(12);
  });

  it("the map as CSV has every pair once", () => {
    const rows = tableCsv(planTable(samplePlan, "map")).trimEnd().split("\n").slice(1);
    expect(rows).toHaveLength(15);
    expect(rows).toContain("1280,24,");
    expect(rows).toContain("1024,12,2.9464");
  });
});

describe("what one could have instead", () => {
  it("is nearer to the best than its share, and needs less of its figure than the best and the row before", () => {
    const instead = insteadOf(samplePlan.frontier, samplePlan.best[0]!, "loss");
    expect(instead.map(({ what }) => what)).toEqual([
      ...["cost (+2%)", "memory (+0.5%)", "memory (+2%)"],
      ...["size (+0.5%)", "size (+2%)"],
    ]);
  });

  it("is nothing where the best needs the least of all", () => {
    expect(insteadOf([samplePlan.best[0]!], samplePlan.best[0]!, "loss")).toEqual([]);
  });
});

describe("wide against deep", () => {
  it("takes of each width the layers whose parameters come nearest to the best's, within a tenth", () => {
    // By hand: 2 × 50257 × width + layers × 12 × width² and norms; the best has 12 × 1024, which is 254M.
    const sizes = equalSizes(samplePlan);
    expect(sizes.map(({ width, layers }) => [width, layers])).toEqual([
      [1280, 6],
      [1024, 12],
      [768, 24],
    ]);
    for (const { width, layers, parameters } of sizes) {
      expect(parameters).toBeCloseTo(2 * 50257 * width + layers * (12 * width ** 2 + 2 * width) + width, -6);
      expect(Math.abs(parameters / 254e6 - 1)).toBeLessThan(0.1);
    }
  });

  it("has no answer where the proportions vary", () => {
    const varied = { path: "space.ffnRatio", value: 4, below: null, above: null };
    expect(equalSizes({ ...samplePlan, sensitivity: [...samplePlan.sensitivity, varied] })).toEqual([]);
  });
});

describe("a heat map", () => {
  const map: HeatMap = {
    down: { label: "width", values: [1, 2, 3, 4] },
    across: { label: "layers", values: [10, 20, 30] },
    values: [
      [4, 5, 6],
      [3, 2, null],
      [9, 8, 7],
      [null, null, null],
    ],
    label: "value",
    format: String,
    steps: [0.5, 1],
  };

  it("keeps the best of places that fall together", () => {
    const small = coarser(map, 2, 2);
    expect(small.values).toEqual([
      [2, 6],
      [8, 7],
    ]);
    expect(small.down.values).toEqual([1, 3]);
    expect(small.across.values).toEqual([10, 30]);
  });

  it("is itself where there is room", () => {
    expect(coarser(map, 4, 3)).toEqual(map);
  });

  it.each([
    [2, 0],
    [3, 0],
    [4, 1],
    [4.01, 2],
  ])("shades %d of 2 with %d", (value, shade) => {
    expect(shadeOf(map, 2, value)).toBe(shade);
  });

  it("marks the best, leaves out what cannot be, and is nothing where nothing can", () => {
    const text = plainText(heatLines(map, { width: 80 }));
    expect(text.match(/◆/g)).toHaveLength(2);
    expect(text).toMatch(/^ +4 │$/m);
    expect(heatLines({ ...map, values: map.values.map(() => [null, null, null]) }, { width: 80 })).toEqual(
      [],
    );
  });

  it("as a picture says every value, in places or in their titles", async () => {
    const svg = planMapSvg(samplePlan);
    expect(svg).toContain("width 1024, layers 12: 2.946");
    expect(svg.match(/<rect[^>]*><title>/g)).toHaveLength(13);
    await expect(svg).toMatchFileSnapshot(snapshot("plan-map.svg"));
  });
});
