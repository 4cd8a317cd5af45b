import { describe, expect, it } from "vitest";
import { UserError } from "../../errors/issue.ts";
import { parseScenario } from "../parse-scenario.ts";
import { leavesFromScenario, scenarioFromLeaves } from "./index.ts";

const gpt2 = { layers: 12, width: 768, heads: 12, vocab: 50257 };
const preset = { model: "gpt2-124m", hardware: "8x h100-sxm-80gb" };

function issuesOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error.issues;
    throw error;
  }
  return [];
}

describe("scenarioFromLeaves", () => {
  it("leaves the base as it is", () => {
    const base = { ...preset, training: { tokens: 1 } };
    const copy = JSON.parse(JSON.stringify(base));
    expect(scenarioFromLeaves({ "training.tokens": "10B", model: "x" }, base)).toEqual({
      model: "x",
      hardware: preset.hardware,
      training: { tokens: 1e10 },
    });
    expect(base).toEqual(copy);
  });

  it("reads an empty text as null", () => {
    expect(scenarioFromLeaves({ "training.tokens": "", "model.moe": "" }, { model: gpt2 })).toEqual({
      model: { ...gpt2, moe: null },
      training: { tokens: null },
    });
  });

  it("leaves what it cannot read for the schema to refuse", () => {
    const scenario = scenarioFromLeaves({
      ...preset,
      "training.tokens": "many",
      "training.accumulation": "-2",
    });
    expect(issuesOf(() => parseScenario(scenario)).map((each) => each.message)).toEqual([
      'tokens ("many") must be a number > 0 or null',
      "accumulation (-2) must be ≥ 1",
    ]);
  });

  it.each([
    ["24h", { seconds: 86_400 }],
    ["2h30m", { seconds: 9000 }],
    ["1y", { seconds: 31_557_600 }],
    ["$500", { usd: 500 }],
    ["500$", { usd: 500 }],
    ["USD 500", { usd: 500 }],
    ["1.5k usd", { usd: 1500 }],
    ["64 device-hours", { deviceHours: 64 }],
    ["1k gpu-hours", { deviceHours: 1000 }],
    ["", null],
  ])("budget %s", (text, budget) => {
    expect(scenarioFromLeaves({ budget: text })).toEqual({ budget });
  });

  it.each(["500", "much", "1e9", "64 bananas"])("budget %s is unreadable", (text) => {
    expect(issuesOf(() => scenarioFromLeaves({ budget: text }))[0]?.code).toBe("budget_unreadable");
  });

  it("replaces the base's budget, but does not choose between two", () => {
    expect(scenarioFromLeaves({ "budget.usd": "5" }, { budget: { seconds: 1 } })).toEqual({
      budget: { usd: 5 },
    });
    const both = scenarioFromLeaves({ ...preset, "budget.usd": "5", "budget.seconds": "1h" });
    expect(issuesOf(() => parseScenario(both))[0]?.code).toBe("exactly_one");
  });

  it("expands a model given by name before it changes a part of it", () => {
    const expandModel = () => gpt2;
    expect(scenarioFromLeaves({ model: "gpt2-124m", "model.layers": "24" }, {}, { expandModel })).toEqual({
      model: { ...gpt2, layers: 24 },
    });
    expect(scenarioFromLeaves({ "model.layers": "24" }, { model: { hf: {} } }, { expandModel })).toEqual({
      model: { ...gpt2, layers: 24 },
    });
    expect(issuesOf(() => scenarioFromLeaves({ "model.layers": "24" }, preset))[0]?.code).toBe(
      "model_not_expanded",
    );
  });

  it("builds a model from leaves alone", () => {
    expect(scenarioFromLeaves({ "model.layers": "12", "model.bias.qkv": "true" })).toEqual({
      model: { layers: 12, bias: { qkv: true } },
    });
  });

  it("opens a shorthand whose part is changed", () => {
    expect(scenarioFromLeaves({ "hardware.usdPerDeviceHour": "$2.50" }, preset).hardware).toEqual({
      device: "h100-sxm-80gb",
      count: 8,
      usdPerDeviceHour: 2.5,
    });
    const expandHardware = () => ({ device: "h100-sxm-80gb", count: 16, perNode: 8 });
    expect(
      scenarioFromLeaves({ hardware: "2x dgx-h100", "hardware.count": "8" }, {}, { expandHardware }).hardware,
    ).toEqual({ device: "h100-sxm-80gb", count: 8, perNode: 8 });
    expect(scenarioFromLeaves({ "model.bias": "true", "model.bias.head": "true" })).toEqual({
      model: { bias: { qkv: true, attentionOut: true, mlp: true, head: true } },
    });
    expect(
      scenarioFromLeaves({ "model.attentionWindow": "4096", "model.attentionWindow.every": "2" }),
    ).toEqual({
      model: { attentionWindow: { window: 4096, every: 2 } },
    });
  });

  it.each([
    ["tokens", "did you mean training.tokens?"],
    ["training.token", "did you mean training.tokens?"],
    ["micro-batch-sequences", "did you mean training.microBatchSequences?"],
    ["__proto__.x", null],
    ["training", expect.anything()],
  ])("does not know %s", (path, hint) => {
    const [first] = issuesOf(() => scenarioFromLeaves({ [path]: "1" }));
    expect(first).toMatchObject({ code: "unknown_key", path });
    if (hint !== null) expect(first?.hint).toEqual(hint);
  });

  it("refuses by name what is not modelled", () => {
    expect(issuesOf(() => scenarioFromLeaves({ "training.lora": "8" }))[0]).toMatchObject({
      code: "not_modelled",
      message: "wallclock does not model LoRA",
    });
  });
});

describe("leavesFromScenario", () => {
  it.each([
    [{ ...preset, id: null, training: { tokens: 1.5e9, optimizer: "lamb" } }],
    [
      {
        ...preset,
        model: { ...gpt2, extraParameters: { gates: 5 }, moe: null, qkNorm: "full", bias: { qkv: true } },
      },
    ],
    [
      {
        ...preset,
        model: { hf: { a: 1, b: "1", c: "true", d: true, e: null, f: ["x", { y: [] }], g: {}, h: "bf16" } },
      },
    ],
    [
      {
        ...preset,
        hardware: {
          device: {
            memory: { capacity: 80e9, bandwidth: { value: 3.35e12, source: ["a", "b"] } },
            tensor_peak_dense_flops: { bf16: 989e12 },
          },
          count: 8,
        },
        budget: { deviceHours: 0.1 },
      },
    ],
  ])("is read back as it was: %j", (scenario) => {
    expect(scenarioFromLeaves(leavesFromScenario(scenario)!)).toEqual(scenario);
    parseScenario(scenario);
  });

  it("is null where texts cannot say it", () => {
    expect(leavesFromScenario({ ...preset, calibration: { form: "full" } })).toBeNull();
    expect(leavesFromScenario({ model: { hf: { "a.b": 1 } } })).toBeNull();
    expect(leavesFromScenario({ id: "" })).toBeNull();
  });
});
