import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Scenario } from "../../../src/index.ts";
import { compileFamily } from "../../../src/plan/fast/family.ts";
import { seedOf } from "../../../src/plan/fast/seed.ts";
import { sharedTerms } from "../../../src/plan/fast/shared.ts";
import { machineFor } from "../../support/machine.ts";
import { scenarios } from "../../support/scenarios.ts";
import { exactOf, judgedAt, rounding, stretched, surfaces } from "./points.ts";

declare const process: { readonly env: Record<string, string | undefined> };
const numRuns = Number(process.env.WALLCLOCK_RANDOM_SCENARIOS ?? 2000);

function expectClose(fast: number, exact: number): void {
  expect(Math.abs(fast / exact - 1)).toBeLessThanOrEqual(rounding);
}

/** The point's figures by the fast path, from a family grown of another point. */
function fastFigures(scenario: Scenario, from: { layers: number; accumulation: number }) {
  const { layers } = scenario.model as { layers: number };
  const { accumulation = 1 } = scenario.training ?? {};
  const seed = seedOf(stretched(scenario, from.layers, from.accumulation), machineFor(scenario.hardware));
  const terms = compileFamily(seed, sharedTerms()).prepare(layers);
  if (typeof terms === "string") throw new Error(terms);
  return judgedAt(seed, terms, accumulation);
}

/** As many more layers as leave a layout possible. */
const others = fc.record({
  layers: fc.integer({ min: 0, max: 90 }),
  accumulation: fc.integer({ min: 1, max: 40 }),
});

const lawsAndData = fc.record({
  lossLaw: fc.constantFrom(...surfaces),
  uniqueTokens: fc.constantFrom(null, 1e6, 1e9),
  criticalBatchTokens: fc.constantFrom(null, 1e6),
});

const budgets = fc.constantFrom(null, { seconds: 1e6 }, { deviceHours: 1e5 }, { usd: 1e5 });

type Budget = Scenario["budget"];

function withData(
  scenario: Scenario,
  data: { lossLaw: string; uniqueTokens: number | null; criticalBatchTokens: number | null },
  budget: Budget,
): Scenario {
  const { lossLaw, ...rest } = data;
  const { tokens, ...training } = { ...scenario.training, ...rest };
  const hardware = { ...(scenario.hardware as object), usdPerDeviceHour: 2 } as Scenario["hardware"];
  return {
    ...scenario,
    lossLaw,
    hardware,
    budget: budget ?? null,
    training: budget === null ? { ...training, ...(tokens === undefined ? {} : { tokens }) } : training,
  };
}

describe("the fast path agrees with estimate to 1e-12", () => {
  test("in the time of a step, the memory of a device and the parameters, for any valid scenario", () => {
    fc.assert(
      fc.property(scenarios, others, lawsAndData, budgets, (random, other, data, budget) => {
        const scenario = withData(random, data, budget);
        const { pipeline = 1, interleave = 1 } = scenario.parallel ?? {};
        const layers = other.layers + pipeline * interleave;
        const fast = fastFigures(scenario, { layers, accumulation: other.accumulation });
        const { reply, rejection } = exactOf(scenario);
        expect(fast.rejection).toBe(rejection);
        if (reply === null) return;
        expectClose(fast.stepSeconds, reply.step.seconds.p50);
        expectClose(fast.bytes, reply.memory.bytesPerDevice);
        expect(fast.parameters).toBe(reply.parameters.total);
        expectClose(fast.steps, reply.run.steps);
        expectClose(fast.seconds, reply.run.seconds.p50);
        expectClose(fast.usd ?? Number.NaN, reply.cost.usd ?? Number.NaN);
        expectClose(fast.loss, reply.loss.nats.p50);
      }),
      { numRuns },
    );
  }, 600_000);
});
