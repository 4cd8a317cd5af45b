import { describe, expect, it } from "vitest";
import { createCanvas } from "./canvas.ts";
import { type Chart, chartTable } from "./chart.ts";
import { renderChart } from "./chart-text.ts";
import { chartSvg } from "./svg.ts";
import { tableCsv } from "./table.ts";
import { lineWidth, plainText } from "./text.ts";
import { linearTicks, logTicks, timeTicks } from "./ticks.ts";

const curve = Array.from({ length: 30 }, (_, index) => {
  const x = 10 ** (index / 8);
  return [x, 2 + 4 / x ** 0.3] as const;
});

const chart: Chart = {
  x: { kind: "time", label: "wall time" },
  y: { kind: "linear", label: "loss" },
  series: [{ name: "loss", points: curve }],
  marks: [{ x: 600, y: 2.6, range: [2.4, 2.9], label: "this run" }],
};

const two: Chart = {
  x: { kind: "log", label: "tokens" },
  y: { kind: "log", label: "loss" },
  series: [
    {
      name: "small",
      points: [
        [1e9, 4],
        [1e11, 3],
      ],
    },
    {
      name: "large",
      points: [
        [1e9, 3.9],
        [1e11, 2.5],
      ],
    },
  ],
};

describe("canvas", () => {
  it("sets dots of braille, blocks and ascii", () => {
    const glyphs = (["braille", "block", "ascii"] as const).map((charset) => {
      const canvas = createCanvas(2, 1, charset);
      canvas.set(0, 0);
      canvas.set(1, 1);
      canvas.set(99, 99);
      canvas.set(-1, 0);
      return plainText(canvas.lines());
    });
    expect(glyphs).toEqual(["⠑\n", "▀▄\n", "*\n"]);
  });
});

describe("ticks", () => {
  const texts = (ticks: readonly { text: string }[]): string => ticks.map((tick) => tick.text).join(" ");

  it("are round numbers, as d3 chooses them", () => {
    expect(texts(linearTicks(3, 5.2, 3))).toBe("3 4 5");
    expect(texts(linearTicks(0, 1, 10))).toBe("0.0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1.0");
    expect(texts(linearTicks(2.9, 3.4, 5))).toBe("2.9 3.0 3.1 3.2 3.3 3.4");
    expect(texts(linearTicks(5, 5, 3))).toBe("5.00");
  });

  it("are powers of ten on a long log axis, and more on a short one", () => {
    const write = (value: number): string => String(value);
    expect(texts(logTicks(1, 1e6, 6, write))).toBe("1 10 100 1000 10000 100000 1000000");
    expect(texts(logTicks(1, 1e12, 4, write))).toBe("1 1000 1000000 1000000000 1000000000000");
    expect(texts(logTicks(20, 90, 5, write))).toBe("20 30 40 50 60 70 80 90");
    expect(logTicks(0, 10, 5, write)).toEqual([]);
  });

  it("are times people think in", () => {
    expect(texts(timeTicks(1, 86_400 * 7))).toBe("1s 10s 1m 10m 1h 1d 1w");
    expect(texts(timeTicks(600, 7200))).toBe("10m 20m 30m 1h 2h");
    expect(texts(timeTicks(1e-3, 0.5))).toBe("1ms 10ms 100ms");
  });
});

describe("renderChart", () => {
  it("draws a curve with its axes and the run", () => {
    expect(plainText(renderChart(chart, { width: 70, height: 12 }))).toMatchInlineSnapshot(`
      "  6 ┤⠑⠢⡀
          │  ⠈⠒⠤⣀
        5 ┤      ⠑⠢⣀
          │         ⠉⠢⠤⣀
          │             ⠉⠒⠤⣀⡀
        4 ┤                 ⠈⠑⠒⠢⢤⣀
          │                       ⠉⠉⠒⠒⠤⢄⣀⡀
        3 ┤                              ⠈⠉⠉⠒⠒⠢⠤⠤⣀⣀⣀⡀      │ this run
          │                                         ⠈⠉⠉⠉⠒⠒⠒◆⠤⠤⠤⠤⠤⢄⣀⣀⣀⣀⣀
        2 ┤                                                            ⠉⠉⠉
          └┬────────────────┬────────────┬─────────────────┬────────────┬─
           1s              10s          1m                10m          1h
      "
    `);
  });

  it.each(["braille", "block", "ascii"] as const)("puts a mark into the cell of its dot in %s", (charset) => {
    for (const [x, y] of curve) {
      const size = { width: 70, height: 12, charset };
      const bare = plainText(renderChart({ ...chart, marks: [] }, size)).split("\n");
      const marked = plainText(renderChart({ ...chart, marks: [{ x, y }] }, size)).split("\n");
      const row = marked.findIndex((each) => each.includes("◆"));
      expect(bare[row]?.[marked[row]!.indexOf("◆")] ?? " ").not.toBe(" ");
    }
  });

  it("names several series at their ends", () => {
    expect(plainText(renderChart(two, { width: 60, height: 9, charset: "block" }))).toMatchInlineSnapshot(`
      "  4 ┤███▄▄▄▄▄▄
          │   ▀▀▀▀▄▄██▀▀▀▀▄▄▄▄▄▄
          │           ▀▀▀▀▄▄▄   ▀▀▀▀▀▀▄▄▄▄▄
          │                  ▀▀▀▀▄▄▄▄      ▀▀▀▀▀▀▄▄▄▄▄▄
        3 ┤                          ▀▀▀▀▄▄▄           ▀▀▀ small
          │                                 ▀▀▀▀▄▄▄▄
          │                                         ▀▀▀▀▄▄ large
          └┬──────┬────────┬──────┬──────┬────────┬──────┬
           1B    2B       5B     10B    20B      50B  100B
      "
    `);
    expect(plainText(renderChart(two, { width: 60, height: 9, charset: "ascii" }))).toMatchInlineSnapshot(`
      "  4 ┤*******
          │  *****************
          │          ******** *************
          │                  ********      ************
        3 ┤                          ********          *** small
          │                                  ********
          │                                          ***** large
          └┬──────┬────────┬──────┬──────┬────────┬──────┬
           1B    2B       5B     10B    20B      50B  100B
      "
    `);
  });

  it("is nothing where there is nothing to show, or no room", () => {
    const empty = {
      ...chart,
      series: [{ name: "loss", points: [[0, 1] as const, [Number.NaN, 2] as const] }],
    };
    expect(renderChart(empty, { width: 70, height: 12 })).toEqual([]);
    expect(renderChart(chart, { width: 15, height: 12 })).toEqual([]);
  });

  it("is never wider than it may be, and as high as it was asked to be", () => {
    for (const width of [20, 33, 60, 80, 121]) {
      const lines = renderChart(two, { width, height: 10 });
      expect([0, 10]).toContain(lines.length);
      for (const each of lines) expect(lineWidth(each)).toBeLessThanOrEqual(width);
    }
  });

  it("shows a single point and a flat curve", () => {
    const flat: Chart = { ...chart, series: [{ name: "loss", points: [[10, 3]] }], marks: [] };
    expect(renderChart(flat, { width: 40, height: 6 })).toHaveLength(6);
    const level: Chart = {
      ...chart,
      series: [
        {
          name: "loss",
          points: [
            [10, 3],
            [20, 3],
          ],
        },
      ],
      marks: [],
    };
    expect(renderChart(level, { width: 40, height: 6 })).toHaveLength(6);
  });
});

describe("chartSvg", () => {
  it("draws the same chart as a picture that stands alone", async () => {
    await expect(chartSvg(chart, { title: "Loss <against> time" })).toMatchFileSnapshot(
      "../../test/report/snapshots/loss.svg",
    );
  });

  it("draws an interval behind the curve, whole inside the frame, and a target hollow", () => {
    const { marks: _marks, ...bare } = chart;
    const band = bare.series[0]!.points.map(([x, y]) => [x, 0.9 * y, 1.1 * y] as const);
    const svg = chartSvg({ ...bare, band }, { title: "x" });
    const [, points = ""] = /<polygon class="band" points="([^"]+)"/.exec(svg) ?? [];
    const corners = points.split(" ").map((each) => each.split(",").map(Number));
    expect(corners).toHaveLength(2 * band.length);
    for (const [x, y] of corners) expect(x! >= 0 && x! <= 720 && y! >= 30 && y! <= 352).toBe(true);
    expect(svg.indexOf("<polygon")).toBeLessThan(svg.indexOf("<polyline"));
    const [x, y] = bare.series[0]!.points[0]!;
    const hollow = chartSvg({ ...bare, marks: [{ x, y, glyph: "◇" }] }, { title: "x" });
    expect([hollow.includes("fill:none;stroke:"), svg.includes("fill:none;stroke:")]).toEqual([true, false]);
  });

  it("carries no foreign markup and no broken number", () => {
    const evil: Chart = { ...two, series: two.series.map((each) => ({ ...each, name: '<script>"&\u001b' })) };
    const svg = chartSvg(evil, { title: "</title><script>" });
    expect(svg).not.toMatch(/<script|NaN|Infinity|undefined/);
    expect(chartSvg({ ...chart, series: [] }, { title: "x" })).toContain("nothing to show");
  });
});

describe("chartTable", () => {
  it("has the points that are drawn", () => {
    expect(tableCsv(chartTable(two))).toBe(
      "series,tokens,loss\nsmall,1000000000,4\nsmall,100000000000,3\nlarge,1000000000,3.9\nlarge,100000000000,2.5\n",
    );
  });
});
