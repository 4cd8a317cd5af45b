import { describe, expect, test } from "vitest";
import { UserError } from "../../src/index.ts";
import { isImpossiblePlan, type PlanReply, parsePlanRequest, plan } from "../../src/plan/index.ts";
import { machineFor } from "../support/machine.ts";

const small = {
  hardware: "8x h100-sxm-80gb",
  budget: { seconds: 86_400 },
  space: {
    layers: [4, 8],
    width: [512],
    headDim: [64],
    globalBatchSequences: [512],
    microBatchSequences: [8],
    parallel: [{}],
  },
};

function codesOf(request: unknown): string[] {
  try {
    parsePlanRequest(request);
  } catch (error) {
    if (error instanceof UserError)
      return error.issues.map((each) => `${each.code} ${each.path}: ${each.hint}`);
    throw error;
  }
  return [];
}

function replyTo(request: unknown): PlanReply {
  const reply = plan(parsePlanRequest(request), machineFor);
  if (isImpossiblePlan(reply)) throw new Error(JSON.stringify(reply.issues));
  return reply;
}

describe("a plan request", () => {
  test.each([
    [{ ...small, spaces: {} }, "unknown_key spaces: did you mean space?"],
    [{ ...small, space: { layer: [4] } }, "unknown_key space.layer: did you mean layers?"],
    [
      JSON.parse('{ "hardware": "8x h100", "budget": { "seconds": 1 }, "__proto__": {} }'),
      "unknown_key __proto__: take it out",
    ],
    [
      { ...small, space: { ...small.space, width: { min: 1, max: 1e9, step: 1 } } },
      "out_of_range space.width: a wider step",
    ],
    [{ ...small, budget: null }, 'budget_missing budget: for example { "seconds": 86400 }'],
    [{ ...small, objective: "seconds" }, 'target_missing target: for example { "lossNats": 3 }'],
    [{ ...small, target: { lossNats: 3 } }, "target_without_cost objective: objective seconds"],
    [{ ...small, training: { tokens: 1e9 } }, "tokens_and_budget budget: leave one of the two out"],
    [{ ...small, space: { layers: { min: 8, max: 4, step: 1 } } }, "range_empty space.layers: null"],
  ])("%j is refused", (request, code) => {
    expect(codesOf(request)).toEqual([code]);
  });

  test("with an unknown machine is refused as a scenario is", () => {
    expect(() => plan(parsePlanRequest({ ...small, hardware: "8x h900" }), machineFor)).toThrow(UserError);
  });
});

describe("the space of a request", () => {
  test("fixes what `model` says and the space does not name", () => {
    const { best } = replyTo({
      ...small,
      model: { tiedEmbeddings: true, norm: "layernorm", ffn: 1024, vocab: 1000 },
    });
    expect(best[0]!.scenario.model).toEqual({
      layers: 8,
      width: 512,
      heads: 8,
      headDim: 64,
      kvHeads: 8,
      ffn: 1024,
      ffnKind: "gelu",
      vocab: 1000,
      tiedEmbeddings: true,
      norm: "layernorm",
    });
  });

  test("counts a range from min to max in steps, and a list once", () => {
    const { explored } = replyTo({
      ...small,
      space: { ...small.space, layers: { min: 2, max: 9, step: 3 }, width: [512, 512, 1024] },
    });
    expect(explored).toBe(3 * 2 * 3);
  });

  test("states what it took for dimensions that nobody named", () => {
    const { assumed } = replyTo(small);
    expect(assumed).toContainEqual({ path: "space.ffnRatio", value: [4] });
    expect(assumed).toContainEqual({ path: "space.recompute", value: "auto" });
  });

  test("follows accumulation and one of the two batches where the training fixes them", () => {
    const { best } = replyTo({
      ...small,
      training: { accumulation: 4, microBatchSequences: 2 },
      space: { layers: [4], width: [512], headDim: [64], parallel: [{}] },
    });
    expect(best.map(({ scenario }) => scenario.training?.globalBatchSequences)).toEqual([64, 64, 64]);
  });

  test("leaves a preset as it is but for what the space names", () => {
    const { best, explored } = replyTo({
      hardware: "8x h100-sxm-80gb",
      budget: { seconds: 3600 },
      model: "gpt2-124m",
      space: {
        microBatchSequences: [8, 16],
        globalBatchSequences: [512],
        recompute: ["none"],
        parallel: [{}],
      },
    });
    expect(explored).toBe(2);
    expect(best[0]!.estimate.parameters.total).toBe(124_439_808);
  });
});

describe("a request that nothing fulfils", () => {
  test.each([
    ["no combination divides", { space: { ...small.space, headDim: [100] } }, /divides/],
    [
      "nothing fits",
      { space: { ...small.space, layers: [200], width: [16384], headDim: [128] } },
      /nothing fits: the least memory/,
    ],
    [
      "the target is below the floor",
      { objective: "seconds", budget: null, target: { lossNats: 1.5 } },
      /ends above/,
    ],
    [
      "the budget is too small for the target",
      { objective: "seconds", budget: { seconds: 60 }, target: { lossNats: 3 } },
      /within the budget: the closest takes/,
    ],
    ["the budget buys no step", { budget: { seconds: 1e-3 } }, /buys no step of any run/],
  ])("says why: %s", (_, change, message) => {
    const reply = plan(parsePlanRequest({ ...small, ...change }), machineFor);
    expect(isImpossiblePlan(reply) && reply.issues[0]!.message).toMatch(message);
  });

  test("the run closest to a budget that buys no step is shown for one step", () => {
    const reply = plan(parsePlanRequest({ ...small, budget: { seconds: 1e-3 } }), machineFor);
    if (!isImpossiblePlan(reply)) throw new Error("no run takes a step");
    const { run, step } = reply.closest!.estimate;
    expect(run.steps).toBe(1);
    expect(reply.issues[0]!.message).toContain(step.seconds.p50.toPrecision(3));
  });

  test("a machine without a price has no part in how long the shortest step takes", () => {
    const hardware = [{ device: "h100-sxm-80gb", usdPerDeviceHour: null }, "h100-sxm-80gb"];
    const space = { ...small.space, globalBatchSequences: [65536] };
    const reply = plan(parsePlanRequest({ ...small, hardware, space, budget: { usd: 1e-6 } }), machineFor);
    if (!isImpossiblePlan(reply)) throw new Error("a millionth of a dollar buys a step");
    const { seconds } = reply.closest!.estimate.step;
    expect(reply.issues[0]!.message).toContain(`the shortest takes ${seconds.p50.toPrecision(3)} s`);
    expect(seconds.p50).toBeGreaterThan(1);
  });

  test("a loss just above the floor that it names is reached, with few tokens and a critical batch too", () => {
    const training = { uniqueTokens: 1e8, criticalBatchTokens: 1e6 };
    const open = { ...small, budget: null, objective: "seconds", lossLaw: "muennighoff-2023", training };
    const planTo = (lossNats: number) =>
      plan(parsePlanRequest({ ...open, target: { lossNats } }), machineFor);
    const none = planTo(1);
    if (!isImpossiblePlan(none)) throw new Error("1 nat is reached");
    const [, floor] = /ends above ([\d.]+)/.exec(none.issues[0]!.message) ?? [];
    expect(isImpossiblePlan(planTo(Number(floor) - 0.001))).toBe(true);
    expect(isImpossiblePlan(planTo(Number(floor) + 0.001))).toBe(false);
  });
});
