import { expect, test } from "vitest";
import { sample, sampleCurve } from "../../test/report/sample.ts";
import { curveTable } from "./loss.ts";
import { lossSvg } from "./loss-chart.ts";
import { lossDisplay, lossUnitNames } from "./loss-unit.ts";
import { tableCsv } from "./table.ts";

const nats = 3.28;
const values = {
  nats,
  bits: nats / Math.LN2,
  "bits-per-byte": nats / Math.LN2 / 4.8,
  perplexity: Math.exp(nats),
};

test.each(Object.entries(lossUnitNames))("%s: shown, and read back", (word, unit) => {
  const display = lossDisplay(unit, 4.8);
  const value = values[word as keyof typeof values];
  expect(display.fromNats(nats)).toBeCloseTo(value, 12);
  expect(display.toNats(value)).toBeCloseTo(nats, 12);
  expect(Number(display.format(nats))).toBeCloseTo(value, 2);
  const csv = tableCsv(curveTable(sampleCurve, display)).split("\n");
  expect(csv[0]).toBe(`seconds,tokens,${display.name},p10,p90`);
  const [, , middle, low, high] = csv[1]!.split(",").map(Number);
  const [first] = sampleCurve;
  expect([low, middle, high]).toEqual([first!.p10, first!.nats, first!.p90].map(display.fromNats));
});

test("bits per byte are never guessed", () => {
  expect(() => lossDisplay("bits/byte")).toThrow(/^bits per byte need training\.bytesPerToken/);
});

test("the picture says law, loss, time and interval in its title, and marks the target", () => {
  const svg = lossSvg(sample, sampleCurve, { target: sampleCurve[30]!, display: lossDisplay("bits/token") });
  expect(svg).toContain("<title>Loss against wall time under besiroglu-2024: 4.57 bits after 37m 19s");
  expect(svg).toContain("loss, bits a token");
  expect(svg.match(/<path /g)).toHaveLength(2);
  expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
});
