import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Estimate, estimate, type Scenario, serialize } from "../../src/index.ts";
import { machineFor } from "../support/machine.ts";
import { scenarios } from "../support/scenarios.ts";

/** 2,000 in CI; `WALLCLOCK_RANDOM_SCENARIOS=100000 pnpm --filter @wallclock/core test` for a long run. */
declare const process: { readonly env: Record<string, string | undefined> };
const numRuns = Number(process.env.WALLCLOCK_RANDOM_SCENARIOS ?? 2000);

const judge = (scenario: Scenario): Estimate => estimate(scenario, machineFor(scenario.hardware));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function finite(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (value === undefined) return false;
  return value === null || typeof value !== "object" || Object.values(value).every(finite);
}

describe("any valid scenario", () => {
  test("has an estimate without NaN, Infinity or undefined, whose parts sum to their totals", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const e = judge(scenario);
        expect(finite(e)).toBe(true);
        expect(sum(e.step.parts.map((part) => part.seconds)) / e.step.seconds.p50).toBeCloseTo(1, 9);
        expect(sum(e.memory.parts.map((part) => part.bytes)) / e.memory.bytesPerDevice).toBeCloseTo(1, 9);
        expect(sum(Object.values(e.parameters.groups))).toBe(e.parameters.total);
        expect(e.step.seconds.p10).toBeLessThanOrEqual(e.step.seconds.p50);
        expect(e.step.seconds.p50).toBeLessThanOrEqual(e.step.seconds.p90);
        expect(e.loss.nats.p10).toBeLessThanOrEqual(e.loss.nats.p90);
        expect(e.run.tokens).toBe(Math.round(e.run.tokens));
        expect(JSON.parse(serialize(e)).schema).toBe("wallclock/estimate/1");
      }),
      { numRuns },
    );
  }, 600_000);
});

/** Each grows one thing and leaves the rest; null where it can't be grown. */
const growths: Record<string, (s: Scenario, factor: number) => Scenario | null> = {
  "layers, many": (s, factor) => withModel(s, (m) => ({ layers: m.layers * factor })),
  "layers, one by one": (s, factor) => withModel(s, (m) => ({ layers: m.layers + factor - 1 })),
  "micro-batch": (s, factor) =>
    withTraining(s, { microBatchSequences: (s.training?.microBatchSequences ?? 1) * factor }),
  accumulation: (s, factor) => withTraining(s, { accumulation: (s.training?.accumulation ?? 1) * factor }),
  context: (s, factor) => withTraining(s, { contextLength: (s.training?.contextLength ?? 1) * factor }),
  vocabulary: (s, factor) => withModel(s, (m) => ({ vocab: m.vocab * factor })),
  "width along multiples of 128": (s, factor) =>
    withModel(s, (m) => (m.width % 128 === 0 ? { width: m.width + 128 * (factor - 1), ffn: 4096 } : null)),
  "ffn along multiples of 128": (s, factor) => withModel(s, () => ({ ffn: 1024 * factor })),
};

type FullModel = Exclude<Scenario["model"], string | { hf: Record<string, unknown> }>;

function withModel(s: Scenario, change: (model: FullModel) => Partial<FullModel> | null): Scenario | null {
  if (typeof s.model === "string" || "hf" in s.model) return null;
  const changed = change(s.model);
  return changed === null ? null : { ...s, model: { ...s.model, ...changed } };
}

function withTraining(s: Scenario, change: Partial<NonNullable<Scenario["training"]>>): Scenario {
  return { ...s, training: { ...s.training, ...change } };
}

describe("the time of a step never falls when one thing grows:", () => {
  test.each(Object.entries(growths))(
    "%s",
    (_, grow) => {
      fc.assert(
        fc.property(scenarios, fc.constantFrom(2, 3, 4), (scenario, factor) => {
          const small = grow(scenario, 1);
          const large = grow(scenario, factor);
          fc.pre(small !== null && large !== null);
          const before = judge(small).step.seconds.p50;
          expect(judge(large).step.seconds.p50).toBeGreaterThanOrEqual(before * (1 - 1e-12));
        }),
        { numRuns: Math.ceil(numRuns / 10) },
      );
    },
    600_000,
  );

  test("bytes: a device with half the memory bandwidth", () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const machine = machineFor(scenario.hardware);
        const { memory } = machine.profile;
        const bandwidth = { ...memory.bandwidth, value: (memory.bandwidth.value ?? 0) / 2 };
        const slower = { ...machine, profile: { ...machine.profile, memory: { ...memory, bandwidth } } };
        const slow = estimate(scenario, slower).step.seconds.p50;
        expect(slow).toBeGreaterThanOrEqual(estimate(scenario, machine).step.seconds.p50 * (1 - 1e-12));
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  }, 600_000);

  test("tokens: the run", () => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom(2, 10), (scenario, factor) => {
        const longer = withTraining(scenario, { tokens: (scenario.training?.tokens ?? 1) * factor });
        expect(judge(longer).run.seconds.p50).toBeGreaterThanOrEqual(judge(scenario).run.seconds.p50);
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
  }, 600_000);
});

test("under ZeRO, doubling data from 2 up at a fixed micro-batch never adds memory per device", () => {
  const data = fc.constantFrom(2, 4, 8, 32, 512);
  fc.assert(
    fc.property(scenarios, data, fc.constantFrom("zero1", "zero2", "zero3"), (scenario, ranks, sharding) => {
      const { expert = 1, context = 1 } = scenario.parallel ?? {};
      fc.pre((ranks * context) % expert === 0);
      const spread = (count: number): number => {
        const parallel = { ...scenario.parallel, data: count, sharding } as NonNullable<Scenario["parallel"]>;
        const devices = count * (parallel.tensor ?? 1) * (parallel.pipeline ?? 1) * (parallel.context ?? 1);
        const hardware = { ...(scenario.hardware as object), count: devices } as Scenario["hardware"];
        return judge({ ...scenario, parallel, hardware }).memory.bytesPerDevice;
      };
      expect(spread(2 * ranks)).toBeLessThanOrEqual(spread(ranks) * (1 + 1e-12));
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  );
}, 600_000);
