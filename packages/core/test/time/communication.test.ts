import { describe, expect, test } from "vitest";
import type { Scenario } from "../../src/spec/scenario.ts";
import { timeConstants } from "../../src/time/constants.ts";
import { exposedDataSeconds } from "../../src/time/overlap.ts";
import { resolved, small, smallWeights, step, wires } from "./scenario.ts";

/** Round figures: every link at its data sheet, 10 µs a collective, 1 µs a rank. */
const round = { fabricShare: 1, networkShare: 1, collectiveSeconds: 1e-5, hopSeconds: 1e-6 };
const nodes = (count: number): Scenario["hardware"] => ({
  device: "h100-sxm-80gb",
  count,
  perNode: 8,
  intraNodeBytesPerSecond: 400e9,
  interNodeBytesPerSecond: 20e9,
});
const training = { contextLength: 512, microBatchSequences: 4, precision: "bf16" } as const;
const tokens = 4 * 512;
const of = (parallel: Scenario["parallel"], count: number, more: Partial<Scenario> = {}) =>
  wires({ hardware: nodes(count), training, parallel, ...more }, round);

describe("data-parallel collectives:", () => {
  test("gradients go twice around the ring", () => {
    const { gradientStepSeconds } = of({ sharding: "none" }, 8);
    expect(gradientStepSeconds).toBeCloseTo((2 * (7 / 8) * 2 * smallWeights) / 400e9, 12);
  });

  test("across nodes at the rate of the node's eight cards, gradients of autocast twice as large", () => {
    const seconds = (2 * (31 / 32) * 2 * smallWeights) / 160e9;
    expect(of({ sharding: "none" }, 32).gradientStepSeconds).toBeCloseTo(seconds, 12);
    const autocast = { training: { ...training, mixedPrecision: "autocast" as const } };
    expect(of({ sharding: "none" }, 32, autocast).gradientStepSeconds).toBeCloseTo(2 * seconds, 12);
  });

  test.each([
    ["zero1", 2023, 24],
    ["zero1", 2024, 2],
    ["zero2", 2023, 2],
    ["zero2", 2024, 2],
    ["none", 2023, 0],
  ] as const)(
    "%s of %i: %i collectives a layer pass each rank outside the node",
    (sharding, year, collectives) => {
      const { updateStepSeconds } = of({ sharding }, 32, { software: { year } });
      expect(updateStepSeconds).toBeCloseTo(collectives * 2 * (32 - 8) * 1e-6, 12);
    },
  );

  test("inside one node, and in a sharding group of one node, no rank is passed", () => {
    expect(of({ sharding: "zero1" }, 8).updateStepSeconds).toBe(0);
    expect(of({ sharding: "zero1", shardingGroup: 8 }, 32).updateStepSeconds).toBe(0);
    expect(of({ sharding: "zero1", shardingGroup: 16 }, 32).updateStepSeconds).toBeCloseTo(2 * 2 * 8e-6, 12);
  });

  test("ZeRO-3: two gathers and a scatter of every layer, each with its latency; one in a forward pass", () => {
    const bytes = ((31 / 32) * smallWeights) / 160e9;
    const latency = 2 * (1e-5 + 24e-6);
    const { gatherSeconds, gradientStepSeconds, updateStepSeconds } = of({ sharding: "zero3" }, 32);
    expect(gatherSeconds).toBeCloseTo(6 * bytes + 3 * latency, 12);
    expect([gradientStepSeconds, updateStepSeconds]).toEqual([0, 0]);
    const forward = wires(
      { hardware: nodes(32), training, parallel: { sharding: "zero3" } },
      round,
      "forward",
    );
    expect(forward.gatherSeconds).toBeCloseTo(2 * bytes + latency, 12);
  });

  test("context ranks exchange gradients like data ranks, neighbours first", () => {
    const { gradientStepSeconds } = of({ data: 8, context: 4 }, 32);
    expect(gradientStepSeconds).toBeCloseTo((2 * (31 / 32) * 2 * smallWeights) / 160e9, 12);
  });
});

test.each([
  ["none", false, 4],
  ["full", false, 6],
  ["none", true, 4 * 0.7],
] as const)(
  "tensor ranks: recompute %s, asynchronous %s: %f all-reduces a layer",
  (recompute, asyncTensor, reduces) => {
    const scenario = { training: { ...training, recompute } };
    const { tensorSeconds } = of({ tensor: 8, asyncTensor }, 8, scenario);
    const one = (2 * (7 / 8) * tokens * 1024 * 2) / 400e9 + 1e-5;
    expect(tensorSeconds).toBeCloseTo(2 * reduces * one, 12);
  },
);

describe("all-to-alls of a mixture layer:", () => {
  const model = { ...small, moe: { experts: 16, active: 4, ffn: 256 } };
  const activations = tokens * 1024 * 2;

  test("inside a node each of four experts gets its copy but those at home", () => {
    const { expertSeconds } = of({ expert: 8 }, 8, { model });
    expect(expertSeconds).toBeCloseTo(2 * 4 * ((4 * (7 / 8) * activations) / 400e9 + 1e-5), 12);
  });

  test("another node gets a token once, with the chance that one of four experts is there", () => {
    const { expertSeconds } = of({ expert: 16 }, 16, { model });
    const once = 1 - (1 / 2) ** 4;
    expect(expertSeconds).toBeCloseTo(2 * 4 * ((once * activations) / 20e9 + 1e-5), 12);
  });

  test("no more than a copy a node, however many experts are active", () => {
    const moe = { experts: 16, active: 16, ffn: 256 };
    const { expertSeconds } = of({ expert: 16 }, 16, { model: { ...small, moe } });
    expect(expertSeconds).toBeLessThan(2 * 4 * (activations / 20e9 + 1e-5));
    expect(expertSeconds).toBeGreaterThan(2 * 4 * ((0.9999 * activations) / 20e9 + 1e-5));
  });
});

describe("what shows of data-parallel communication", () => {
  const constants = { ...timeConstants, overlapShare: 0.5, gatherOverlapShare: 0.25 };
  const none = { gatherSeconds: 0, gradientStepSeconds: 0, updateStepSeconds: 0 };
  const shown = (
    seconds: Partial<typeof none>,
    stage: number,
    parallel: Scenario["parallel"],
    more: Partial<Scenario> = {},
  ) =>
    exposedDataSeconds(
      resolved({ hardware: nodes(16), training: { ...training, accumulation: 3 }, parallel, ...more }),
      { ...none, ...seconds },
      { stageSeconds: stage, accumulation: 3 },
      constants,
    );

  test.each([
    [2, 10 - 1.2],
    [8, 10 - 4.8],
    [100, 5],
  ])(
    "gradients of 10 s hide behind 0.6 of a last micro-step of %i s, never more than their share",
    (stage, left) => {
      expect(shown({ gradientStepSeconds: 10 }, stage, {})).toBeCloseTo(left, 12);
      expect(shown({ gradientStepSeconds: 10 }, stage, { sharding: "zero2" })).toBeCloseTo(left, 12);
    },
  );

  test.each([
    [100, 3 * (10 - 2.5)],
    [4, 3 * (10 - 1)],
  ])(
    "ZeRO-3's gathers of 10 s hide a share of themselves, or of %i s, in each of three micro-steps",
    (stage, left) => {
      expect(shown({ gatherSeconds: 10 }, stage, { sharding: "zero3" })).toBeCloseTo(left, 12);
    },
  );

  test("with a pipeline ZeRO-3 gathers once a step", () => {
    expect(shown({ gatherSeconds: 10 }, 100, { sharding: "zero3", pipeline: 2 })).toBeCloseTo(7.5, 12);
  });

  test.each([
    ["zero1", 2023, 10],
    ["zero1", 2024, 7.5],
    ["zero2", 2023, 7.5],
  ] as const)("the latency of %s of %i shows for %f of 10 s", (sharding, year, left) => {
    expect(shown({ updateStepSeconds: 10 }, 100, { sharding }, { software: { year } })).toBeCloseTo(left, 12);
  });
});

describe("the slowest of many sets the pace:", () => {
  test.each([
    [{ data: 8 }, 3],
    [{ data: 4, context: 2 }, 3],
    [{ data: 2, tensor: 4 }, 1],
    [{ data: 1, tensor: 8 }, 0],
  ])("%o: so many doublings of data × context ranks", (parallel, doublings) => {
    const { seconds, parts } = step({ hardware: nodes(8), training, parallel });
    const of = (name: string) => parts.find((part) => part.name === name)?.seconds ?? 0;
    const rest = seconds - of("stragglers") - of("step-start");
    expect(of("stragglers") / rest).toBeCloseTo(timeConstants.jitterPerDoubling * doublings, 12);
  });
});
