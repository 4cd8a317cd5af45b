import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scenario } from "../../../src/index.ts";
import { findLaw, medianLoss, stepsForLoss } from "../../../src/loss/index.ts";
import {
  compileFamily,
  type Family,
  isImpossible,
  noFigures,
  noRunFigures,
  runFigures,
  runRule,
  seedOf,
  sharedTerms,
} from "../../../src/plan/fast/index.ts";
import { machineFor } from "../../support/machine.ts";
import { scenarios } from "../../support/scenarios.ts";
import { exactOf, rounding, surfaces } from "./points.ts";

declare const process: { readonly env: Record<string, string | undefined> };
const numRuns = Math.ceil(Number(process.env.WALLCLOCK_RANDOM_SCENARIOS ?? 2000) / 2);

const grow = (scenario: Scenario): Family =>
  compileFamily(seedOf(scenario, machineFor(scenario.hardware)), sharedTerms());

function figuresAt(family: Family, layers: number, accumulation: number) {
  const terms = family.prepare(layers);
  if (isImpossible(terms)) throw new Error(terms.code);
  const figures = noFigures();
  family.figures(terms, accumulation, figures);
  return { terms, accumulation, figures };
}

const more = fc.constantFrom(1, 2, 3, 7);

describe("a family", () => {
  test("has its least time and memory at its fewest layers and micro-batches, where stages are even", () => {
    fc.assert(
      fc.property(scenarios, more, fc.nat({ max: 9 }), more, fc.nat({ max: 30 }), (scenario, ...sizes) => {
        const [chunks, moreChunks, accumulation, further] = sizes;
        const family = grow(scenario);
        expect(family.isMonotone).toBe(true);
        const { pipeline = 1, interleave = 1 } = scenario.parallel ?? {};
        const layers = pipeline * interleave * chunks;
        const less = figuresAt(family, layers, accumulation).figures;
        const large = figuresAt(family, layers + pipeline * moreChunks, accumulation + further).figures;
        expect(less.stepSeconds).toBeLessThanOrEqual(large.stepSeconds * (1 + rounding));
        expect(less.bytesPerDevice).toBeLessThanOrEqual(large.bytesPerDevice * (1 + rounding));
        expect(less.parametersTotal).toBeLessThanOrEqual(large.parametersTotal);
      }),
      { numRuns },
    );
  }, 600_000);

  test("refuses layers that its stages do not go into, as estimate does", () => {
    const deep = { pipeline: 4, interleave: 2 };
    const model = { layers: 8, width: 128, heads: 2, vocab: 1000 };
    const scenario: Scenario = {
      model,
      hardware: "4x h100-sxm-80gb",
      parallel: deep,
      training: { tokens: 1e6 },
    };
    const family = grow(scenario);
    for (const layers of [1, 3, 4, 7, 8]) {
      const terms = family.prepare(layers);
      const { code } = exactOf({ ...scenario, model: { ...model, layers } });
      expect(isImpossible(terms) ? terms.code : null).toBe(code);
    }
  });

  test("refuses more parameters than can be counted, and counts fewer layers of the same shape", () => {
    const model = { layers: 1, width: 2 ** 22, heads: 16, ffn: 2 ** 24, vocab: 1000 };
    const scenario: Scenario = { model, hardware: "h100-sxm-80gb", training: { tokens: 1e6 } };
    const family = grow(scenario);
    const { reply } = exactOf(scenario);
    const { figures } = figuresAt(family, 1, 1);
    expect(figures.stepSeconds / reply!.step.seconds.p50).toBeCloseTo(1, 12);
    expect(figures.bytesPerDevice / reply!.memory.bytesPerDevice).toBeCloseTo(1, 12);
    expect(family.prepare(1000)).toEqual({ code: "too_many_parameters" });
    expect(exactOf({ ...scenario, model: { ...model, layers: 1000 } }).code).toBe("too_many_parameters");
  });
});

describe("a target", () => {
  test("is reached at the step that is counted, and not at the step before", () => {
    const law = fc.constantFrom(...surfaces).map((id) => {
      const found = findLaw(id);
      if (!found.found || found.law.kind !== "surface") throw new Error(id);
      return found.law;
    });
    const size = fc.double({ min: 1e6, max: 1e12, noNaN: true });
    const unique = fc.constantFrom(null, 1e8, 1e10);
    const nats = fc.double({ min: 1, max: 8, noNaN: true });
    let reached = 0;
    fc.assert(
      fc.property(law, size, unique, nats, (surface, parameters, uniqueTokens, target) => {
        const [stepTokens, penalty] = [2 ** 19, 1.5];
        const steps = stepsForLoss({ law: surface, parameters, stepTokens, uniqueTokens, penalty }, target);
        const after = (count: number) =>
          medianLoss(surface, parameters, { tokens: count * stepTokens, uniqueTokens, penalty });
        if (steps === null) {
          expect(after(2 ** 50)).toBeGreaterThan(target);
          return;
        }
        reached += 1;
        expect(after(steps)).toBeLessThanOrEqual(target);
        if (steps > 1) expect(after(steps - 1)).toBeGreaterThan(target);
      }),
      { numRuns },
    );
    expect(reached).toBeGreaterThan(numRuns / 10);
  });

  test("makes the run that estimate makes of the same tokens; a budget beside it is its bound", () => {
    const model = { layers: 12, width: 768, heads: 12, vocab: 50257 };
    const open: Scenario = { model, hardware: "8x h100-sxm-80gb", budget: { seconds: 1e6 } };
    const family = grow(open);
    const point = figuresAt(family, 12, 3);
    const run = noRunFigures();
    runFigures(family, point, runRule(family.seed, 3.3), run);
    const { reply } = exactOf({ ...open, budget: null, training: { tokens: run.tokens, accumulation: 3 } });
    expect(run.code).toBe(null);
    expect(reply?.run.steps).toBe(run.steps);
    expect(run.nats).toBeLessThanOrEqual(3.3);
    expect(reply!.run.seconds.p50 / run.runSeconds).toBeCloseTo(1, 12);
    runFigures(family, point, { budgetSeconds: run.runSeconds / 2, targetNats: 3.3 }, run);
    expect(run.code).toBe("budget_too_small");
    runFigures(family, point, { budgetSeconds: null, targetNats: 1 }, run);
    expect(run.code).toBe("loss-below-floor");
  });
});
