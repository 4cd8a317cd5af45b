import { describe, expect, test } from "vitest";
import { estimate, parseScenario, placeOf, type Scenario, sizesAndTokens } from "../../src/index.ts";
import { sizesChart } from "../../src/report/index.ts";
import { machineFor } from "../support/machine.ts";

const scenarios: readonly Scenario[] = [
  { model: "gpt2-124m", hardware: "8x h100-sxm-80gb", training: { tokens: 1e10 } },
  {
    model: "llama-3.1-8b",
    hardware: "64x h100-sxm-80gb",
    training: { tokens: 1e12 },
    lossLaw: "kaplan-2020",
  },
  {
    model: "gpt2-124m",
    hardware: "rtx-4090",
    training: { tokens: 4e9, uniqueTokens: 1e9, criticalBatchTokens: 1e6 },
    lossLaw: "muennighoff-2023",
  },
].map((each) => parseScenario(each));

describe.each(scenarios.map((each) => [String(each.lossLaw ?? "the default law"), each] as const))(
  "%s",
  (_law, scenario) => {
    const machine = machineFor(scenario.hardware);
    const plane = sizesAndTokens(scenario, machine);

    test("the curve in the middle goes through the run, at its loss", () => {
      const { run, loss } = estimate(scenario, machine);
      const { nats, points } = plane.levels[2]!;
      expect(nats).toBeCloseTo(loss.nats.p50, 9);
      const own = points.find(({ parameters }) => Math.abs(parameters / plane.run.parameters - 1) < 1e-9);
      expect(own!.tokens / run.tokens).toBeCloseTo(1, 6);
    });

    test("a run at a point of a curve ends at its loss", () => {
      const { nats, points } = plane.levels[1]!;
      const own = points.find(({ parameters }) => Math.abs(parameters / plane.run.parameters - 1) < 1e-9)!;
      const shorter = { ...scenario, training: { ...scenario.training, tokens: Math.round(own.tokens) } };
      expect(estimate(shorter, machine).loss.nats.p50).toBeCloseTo(nats, 4);
    });

    test("the larger the model, the fewer tokens for the same loss", () => {
      for (const { points } of plane.levels)
        for (const [index, { tokens }] of points.entries())
          if (index > 0) expect(tokens).toBeLessThanOrEqual(points[index - 1]!.tokens);
    });

    test("the chart has the run and the plan's runs inside", () => {
      const other = placeOf({ ...scenario, model: "gpt2-medium-355m" }, machine);
      const chart = sizesChart(plane, { planned: [other] });
      for (const { x, y } of chart.marks ?? []) {
        expect(x).toBeGreaterThanOrEqual(chart.x.domain![0]);
        expect(x).toBeLessThanOrEqual(chart.x.domain![1]);
        expect(y).toBeGreaterThanOrEqual(chart.y.domain![0]);
        expect(y).toBeLessThanOrEqual(chart.y.domain![1]);
      }
      expect(chart.marks?.map(({ glyph }) => glyph)).toEqual(["●", "◆"]);
    });
  },
);
