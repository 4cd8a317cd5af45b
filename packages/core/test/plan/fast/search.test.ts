import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scenario } from "../../../src/index.ts";
import { compileFamily } from "../../../src/plan/fast/family.ts";
import { type FamilySeed, reseed, seedOf, shapeOf } from "../../../src/plan/fast/seed.ts";
import { type SharedTerms, sharedTerms } from "../../../src/plan/fast/shared.ts";
import { calibrations } from "../../report/calibrations.ts";
import { machineFor } from "../../support/machine.ts";
import { exactOf, judgedAt, layoutOf, modelOf, type Point, points, rounding, scenarioOf } from "./points.ts";

declare const process: { readonly env: Record<string, string | undefined> };
const numRuns = Math.ceil(Number(process.env.WALLCLOCK_RANDOM_SCENARIOS ?? 2000) / 5);

const whole = (hardware: string, rest: Partial<Scenario> = {}): Omit<Scenario, "model"> => ({
  hardware,
  budget: { deviceHours: 1e6 },
  ...rest,
});

const repeated = { lossLaw: "muennighoff-2023", training: { uniqueTokens: 1e9, criticalBatchTokens: 1e6 } };
const searches: readonly (readonly [string, Omit<Scenario, "model">])[] = [
  ["on H100", whole("8x h100-sxm-80gb")],
  [
    "on B200, in fp8, under a law that knows repetition",
    whole("8x b200-sxm-180gb", { ...repeated, training: { ...repeated.training, precision: "fp8" } }),
  ],
  [
    "on GeForce, without peers",
    whole("8x rtx-4090", { software: { kernels: "library", optimizerKernels: "foreach" } }),
  ],
  ["on MI300X, with Muon", whole("8x mi300x", { training: { optimizer: "muon" } })],
  ["on TPUs", whole("8x tpu-v5p", { training: { contextLength: 512, tokens: 1e9 }, budget: null })],
  [
    "in Megatron, materialised",
    whole("8x a100-sxm-80gb", { software: { kernels: "megatron", attention: "materialized" } }),
  ],
  ...Object.entries(calibrations).flatMap(([form, calibration]): [string, Omit<Scenario, "model">][] =>
    "issues" in calibration
      ? []
      : [[`with a calibration of form ${form}`, whole("8x a100-sxm-80gb", { calibration })]],
  ),
];

/** The point's figures, or the name of the first rule that it breaks. */
function fastFigures(seed: FamilySeed, shared: SharedTerms, point: Point) {
  const model = shapeOf(seed, modelOf({ ...point, layers: 1 }));
  if (typeof model === "string") return model;
  const { microBatchSequences, recompute, accumulation } = point;
  const grown = reseed(seed, { model, microBatchSequences, recompute, parallel: layoutOf(point) });
  if (typeof grown === "string") return grown;
  const terms = compileFamily(grown, shared).prepare(point.layers);
  if (typeof terms === "string") return terms;
  const judged = judgedAt(grown, terms, accumulation);
  return judged.rejection ?? judged;
}

const ratio = (a: number, b: number): number => Math.abs(a / b - 1);

describe("every point of a search has the figures that estimate gives, or its error", () => {
  test.each(searches)("%s", (_, search) => {
    const first: Scenario = { model: { layers: 1, width: 128, heads: 2, vocab: 50257 }, ...search };
    const seed = seedOf(first, machineFor(search.hardware));
    const shared = sharedTerms();
    let possible = 0;
    fc.assert(
      fc.property(points, (point) => {
        const fast = fastFigures(seed, shared, point);
        const { reply, rejection } = exactOf(scenarioOf(search, point));
        if (typeof fast === "string" || reply === null) {
          expect(fast).toEqual(rejection);
          return;
        }
        possible += 1;
        expect(ratio(fast.stepSeconds, reply.step.seconds.p50)).toBeLessThanOrEqual(rounding);
        expect(ratio(fast.bytes, reply.memory.bytesPerDevice)).toBeLessThanOrEqual(rounding);
        expect(fast.parameters).toBe(reply.parameters.total);
        expect(fast.steps).toBe(reply.run.steps);
        expect(ratio(fast.loss, reply.loss.nats.p50)).toBeLessThanOrEqual(rounding);
        expect(fast.usd === null).toBe(reply.cost.usd === null);
        expect(ratio(fast.usd ?? 1, reply.cost.usd ?? 1)).toBeLessThanOrEqual(rounding);
      }),
      { numRuns },
    );
    expect(possible).toBeGreaterThan(0);
  });
});
