import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scenario } from "../../../src/index.ts";
import { findLaw, medianLoss, stepsForLoss } from "../../../src/loss/index.ts";
import { compileFamily } from "../../../src/plan/fast/family.ts";
import { type FamilySeed, seedOf } from "../../../src/plan/fast/seed.ts";
import { sharedTerms } from "../../../src/plan/fast/shared.ts";
import type { Terms } from "../../../src/plan/search/evaluator.ts";
import { machineFor } from "../../support/machine.ts";
import { scenarios } from "../../support/scenarios.ts";
import { exactOf, judgedAt, rounding, surfaces } from "./points.ts";

declare const process: { readonly env: Record<string, string | undefined> };
const numRuns = Math.ceil(Number(process.env.WALLCLOCK_RANDOM_SCENARIOS ?? 2000) / 2);

const seedFor = (scenario: Scenario): FamilySeed => seedOf(scenario, machineFor(scenario.hardware));

function termsAt(seed: FamilySeed, layers: number): Terms {
  const terms = compileFamily(seed, sharedTerms()).prepare(layers);
  if (typeof terms === "string") throw new Error(terms);
  return terms;
}

const more = fc.constantFrom(1, 2, 3, 7);

describe("a family", () => {
  test("has its least time and memory at its fewest layers and micro-batches, where stages are even", () => {
    fc.assert(
      fc.property(scenarios, more, fc.nat({ max: 9 }), more, fc.nat({ max: 30 }), (scenario, ...sizes) => {
        const [chunks, moreChunks, accumulation, further] = sizes;
        const seed = seedFor(scenario);
        const { pipeline = 1, interleave = 1 } = scenario.parallel ?? {};
        const layers = pipeline * interleave * chunks;
        const less = termsAt(seed, layers);
        const more = termsAt(seed, layers + pipeline * moreChunks);
        const largest = accumulation + further;
        expect(less.stepSeconds(accumulation)).toBeLessThanOrEqual(
          more.stepSeconds(largest) * (1 + rounding),
        );
        expect(less.bytes(accumulation)).toBeLessThanOrEqual(more.bytes(largest) * (1 + rounding));
        expect(less.parameters).toBeLessThanOrEqual(more.parameters);
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
    const family = compileFamily(seedFor(scenario), sharedTerms());
    for (const layers of [1, 3, 4, 7, 8]) {
      const terms = family.prepare(layers);
      const { rejection } = exactOf({ ...scenario, model: { ...model, layers } });
      expect(typeof terms === "string" ? terms : null).toBe(rejection);
    }
  });

  test("refuses more parameters than can be counted, and counts fewer layers of the same shape", () => {
    const model = { layers: 1, width: 2 ** 22, heads: 16, ffn: 2 ** 24, vocab: 1000 };
    const scenario: Scenario = { model, hardware: "h100-sxm-80gb", training: { tokens: 1e6 } };
    const seed = seedFor(scenario);
    const { reply } = exactOf(scenario);
    const terms = termsAt(seed, 1);
    expect(terms.stepSeconds(1) / reply!.step.seconds.p50).toBeCloseTo(1, 12);
    expect(terms.bytes(1) / reply!.memory.bytesPerDevice).toBeCloseTo(1, 12);
    expect(compileFamily(seed, sharedTerms()).prepare(1000)).toBe("too-many-parameters");
    expect(exactOf({ ...scenario, model: { ...model, layers: 1000 } }).rejection).toBe("too-many-parameters");
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
    const terms = termsAt(seedFor(open), 12);
    const run = judgedAt(seedFor(open), terms, 3, 3.3);
    const { reply } = exactOf({ ...open, budget: null, training: { tokens: run.tokens, accumulation: 3 } });
    expect(run.rejection).toBe(null);
    expect(reply?.run.steps).toBe(run.steps);
    expect(run.loss).toBeLessThanOrEqual(3.3);
    expect(reply!.run.seconds.p50 / run.seconds).toBeCloseTo(1, 12);
    const short = seedFor({ ...open, budget: { seconds: run.seconds / 2 } });
    expect(judgedAt(short, terms, 3, 3.3).rejection).toBe("over-budget");
    expect(judgedAt(seedFor({ ...open, budget: null }), terms, 3, 1).rejection).toBe("target-unreachable");
  });
});
