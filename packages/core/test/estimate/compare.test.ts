import { findMachine } from "@wallclock/hardware";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareEstimates } from "../../src/estimate/compare.ts";
import { lossCauses, memoryCause } from "../../src/estimate/compare-causes.ts";
import { estimate } from "../../src/estimate/estimate.ts";
import { explainDifference } from "../../src/estimate/explain-difference.ts";
import type { Estimate } from "../../src/estimate/types.ts";
import { hardwareQuery } from "../../src/spec/hardware-ref.ts";
import { machineOf } from "../../src/spec/machine.ts";
import type { Scenario } from "../../src/spec/scenario.ts";

const estimated = (scenario: Partial<Scenario> = {}): Estimate => {
  const hardware = (scenario.hardware ?? "8x h100-sxm-80gb") as string;
  const machine = machineOf(hardware, findMachine(hardwareQuery(hardware).name!));
  return estimate({ model: "gpt2-124m", training: { tokens: 1e10 }, ...scenario, hardware }, machine);
};

const small = estimated();

describe("the causes of a difference in loss", () => {
  it("add up to it, and an exchange of the two runs turns their signs", () => {
    const models = fc.constantFrom("gpt2-124m", "gpt2-medium-355m", "gpt2-xl-1.5b", "llama-3.1-8b");
    const run = fc.tuple(models, fc.integer({ min: 1, max: 1000 }));
    fc.assert(
      fc.property(run, run, ([a, x], [b, y]) => {
        const first = estimated({ model: a, training: { tokens: x * 1e9 } });
        const last = estimated({ model: b, training: { tokens: y * 1e9 } });
        const { bySize, byTokens } = lossCauses(first, last)!;
        expect(bySize + byTokens).toBeCloseTo(last.loss.nats.p50 - first.loss.nats.p50, 9);
        expect(lossCauses(last, first)!.bySize).toBeCloseTo(-bySize, 12);
      }),
      { numRuns: 50 },
    );
  });

  it("is one of them alone where the other does not differ", () => {
    const longer = estimated({ training: { tokens: 1e11 } });
    expect(lossCauses(small, longer)!.bySize).toBe(0);
    expect(lossCauses(small, longer)!.byTokens).toBeLessThan(0);
  });

  it.each([
    ["of different laws", { lossLaw: "hoffmann-2022" }],
    ["with a batch that costs", { training: { tokens: 1e10, criticalBatchTokens: 1e5 } }],
    ["with a shape that counts", { lossLaw: "besiroglu-2024+shape" }],
  ])("are not told of runs %s", (_, scenario: Partial<Scenario>) => {
    expect(lossCauses(small, estimated(scenario))).toBeNull();
  });
});

describe("the cause of a difference in memory", () => {
  it("is the part that differs most", () => {
    const many = estimated({ training: { tokens: 1e10, microBatchSequences: 32 } });
    expect(memoryCause(small, many)!.name).toMatch(/activations|logits/);
    expect(memoryCause(many, small)!.bytes).toBe(-memoryCause(small, many)!.bytes);
    expect(memoryCause(small, small)).toBeNull();
  });
});

describe("a comparison in words", () => {
  const names = ["one", "two", "three"];

  it("is of every further run against the first", () => {
    const runs = [
      small,
      estimated({ hardware: "8x a100-sxm-80gb" }),
      estimated({ hardware: "8x b200-sxm-180gb" }),
    ];
    const text = explainDifference(runs, names);
    expect(text).toMatch(
      /^two takes [\d.]+ × as long per token as one, mostly by [a-z ]+\. three is [\d.]+ × as fast/,
    );
    expect(compareEstimates(runs).explain).toContain("Number 2 takes");
  });

  it("knows runs that are the same", () => {
    expect(explainDifference([small, small])).toBe("No difference.");
    const other = estimated({ hardware: "8x a100-sxm-80gb" });
    expect(explainDifference([small, other, small], names)).toMatch(/three is the same as one\.$/);
    expect(explainDifference([small])).toBe("There is one estimate: nothing to compare.");
  });

  it("says what moved the loss under a budget, and does not take equal times for equal speeds", () => {
    const budget = { budget: { seconds: 20_000 }, training: {} };
    const text = explainDifference([estimated(budget), estimated({ ...budget, model: "gpt2-medium-355m" })]);
    expect(text).toMatch(/Its loss is [\d.]+ nats lower: −[\d.]+ by its size, \+[\d.]+ by its tokens\./);
    expect(text).toMatch(/It needs [\d.]+ × the memory, mostly by [a-z ]+\./);
    expect(text).not.toContain("overlap");
  });

  it("does not compare losses of different laws", () => {
    const text = explainDifference([small, estimated({ lossLaw: "hoffmann-2022" })]);
    expect(text).toContain("of different laws (besiroglu-2024, hoffmann-2022)");
  });

  it("says that a run does not fit", () => {
    const large = estimated({
      model: "llama-3.1-8b",
      hardware: "1x h100-sxm-80gb",
      training: { tokens: 1e10 },
    });
    expect(explainDifference([estimated({ hardware: "1x h100-sxm-80gb" }), large])).toContain("does not fit");
  });
});
