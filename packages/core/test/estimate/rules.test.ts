import { describe, expect, test } from "vitest";
import { type Estimate, estimate, parseScenario, UserError } from "../../src/index.ts";
import { machineFor } from "../support/machine.ts";

/** An estimate from plain JSON, as a frontend asks for it. */
function judge(input: object): Estimate {
  const scenario = parseScenario(input);
  return estimate(scenario, machineFor(scenario.hardware));
}

function issuesOf(input: object): UserError["issues"] {
  try {
    judge(input);
  } catch (error) {
    if (error instanceof UserError) return error.issues;
    throw error;
  }
  return [];
}

const seconds = ({ step }: Estimate, name: string): number =>
  step.parts.find((part) => part.name === name)?.seconds ?? 0;
const assumed = (reply: Estimate, path: string): unknown =>
  reply.assumed.find((each) => each.path === path)?.value;
const codes = (reply: Estimate): string[] => reply.notes.map((note) => note.code);

const gpt2 = { model: "gpt2-124m", hardware: "8x a100-sxm-80gb" };

describe("tokens and steps", () => {
  test("steps = ceil(tokens / (global batch × context)), run.tokens = steps × that", () => {
    const { run } = judge({ ...gpt2, training: { tokens: 1e10, globalBatchSequences: 512 } });
    expect(run.steps).toBe(Math.ceil(1e10 / (512 * 1024)));
    expect(run.tokens).toBe(run.steps * 512 * 1024);
    expect(run.deviceHours).toBeCloseTo((8 * run.seconds.p50) / 3600, 9);
  });

  test("without tokens or budget the run has 20 tokens a parameter, and says so", () => {
    const reply = judge(gpt2);
    expect(assumed(reply, "training.tokens")).toBe(20 * 124_439_808);
    expect(reply.run.tokens).toBeGreaterThanOrEqual(20 * 124_439_808);
  });

  test("overheadShare lengthens the run, not the step", () => {
    const plain = judge({ ...gpt2, training: { tokens: 1e9 } });
    const heavy = judge({ ...gpt2, training: { tokens: 1e9, overheadShare: 0.2 } });
    expect(heavy.step.seconds).toEqual(plain.step.seconds);
    expect(heavy.run.seconds.p90).toBeCloseTo(plain.run.seconds.p90 / 0.8, 6);
  });

  test.each(["seconds", "deviceHours"] as const)(
    "a budget of a run's own %s buys its steps again",
    (unit) => {
      for (let steps = 1; steps < 60; steps += 1) {
        const training = { globalBatchSequences: 24, overheadShare: 0.1 };
        const hardware = "3x h100-sxm-80gb";
        const { run } = judge({
          model: "gpt2",
          hardware,
          training: { ...training, tokens: steps * 24 * 1024 },
        });
        const spent = Number((unit === "seconds" ? run.seconds.p50 : run.deviceHours).toPrecision(10));
        expect(judge({ model: "gpt2", hardware, training, budget: { [unit]: spent } }).run.steps).toBe(steps);
      }
    },
  );

  test("tokens and a budget together, a budget below a step, dollars without a price are errors", () => {
    expect(issuesOf({ ...gpt2, training: { tokens: 1 }, budget: { seconds: 10 } })).toMatchObject([
      { code: "tokens_and_budget", path: "budget" },
    ]);
    expect(issuesOf({ ...gpt2, budget: { seconds: 0.001 } })).toMatchObject([{ code: "budget_too_small" }]);
    expect(issuesOf({ ...gpt2, hardware: "rtx-4090", budget: { usd: 5 } })).toMatchObject([
      { code: "price_unknown", path: "budget.usd" },
    ]);
    expect(issuesOf({ ...gpt2, budget: { seconds: 1e308 } })).toMatchObject([{ code: "out_of_range" }]);
  });
});

describe("hardware", () => {
  test('"8x h100" and "8xh100" are eight devices; "2x dgx-h100" is two nodes of eight', () => {
    for (const hardware of ["8x h100", "8xh100", "8 x H100-SXM-80GB"]) {
      expect(judge({ model: "gpt2", hardware }).run.deviceHours).toBeGreaterThan(0);
      expect(assumed(judge({ model: "gpt2", hardware }), "parallel.data")).toBe(8);
    }
    expect(assumed(judge({ model: "gpt2", hardware: "2x dgx-h100" }), "parallel.data")).toBe(16);
    expect(assumed(judge({ model: "gpt2", hardware: "dgx-h100" }), "hardware.count")).toBe(8);
  });

  test("an alias is recorded, the id itself in any case is not", () => {
    expect(assumed(judge({ model: "gpt2", hardware: "h100" }), "hardware")).toBe("h100-sxm-80gb");
    expect(assumed(judge({ model: "gpt2", hardware: "h100" }), "model")).toBe("gpt2-124m");
    expect(assumed(judge({ model: "gpt2-124m", hardware: "H100-SXM-80GB" }), "hardware")).toBeUndefined();
  });

  test("a null price stays unknown, a price that is left out is the catalogue's", () => {
    const device = "h100-sxm-80gb";
    expect(judge({ model: "gpt2", hardware: { device } }).cost.usd).toBeGreaterThan(0);
    const free = judge({ model: "gpt2", hardware: { device, usdPerDeviceHour: null } });
    expect(free.cost.usd).toBeNull();
    expect(codes(free)).toContain("price-unknown");
  });

  test("a profile of one's own needs no more than its memory and a rate; a link that is needed is asked for", () => {
    const device = { memory: { bandwidth: 1e12, capacity: null }, tensor_peak_dense_flops: { bf16: 1e14 } };
    const alone = judge({ model: "gpt2", hardware: { device } });
    expect(alone.memory).toMatchObject({ capacityBytes: null, fits: null });
    expect(issuesOf({ model: "gpt2", hardware: { device, count: 8 } })).toMatchObject([
      { code: "link_unknown", path: "hardware.intraNodeBytesPerSecond" },
    ]);
    const many = { device, count: 8, intraNodeBytesPerSecond: 450e9 };
    expect(seconds(judge({ model: "gpt2", hardware: many }), "data-parallel")).toBeGreaterThan(0);
  });

  test.each([
    ["8 h100", "8x h100"],
    ["h100 x8", "8x h100"],
    ["1.5x h100", "nearest: 1x h100, 2x h100"],
    ["-2x h100", "nearest: 2x h100"],
    ["0x h100", "nearest: 1x h100"],
    [".5 x h100", "nearest: 1x h100"],
    ["8.0xh100", "nearest: 8x h100"],
    ["+4 × h100", "nearest: 4x h100"],
  ])('"%s" is told to be "%s"', (hardware, hint) => {
    expect(issuesOf({ model: "gpt2", hardware })).toMatchObject([{ code: "hardware_unreadable", hint }]);
  });
});

describe("layout", () => {
  const moe = {
    model: "deepseek-v2-lite",
    hardware: "64x h100",
    training: { microBatchSequences: 1, accumulation: 2 },
  };

  test("expert-parallel ranks divide the experts that a device reads, updates and reduces", () => {
    const one = judge({ ...moe, parallel: { expert: 1 } });
    const many = judge({ ...moe, parallel: { expert: 64 } });
    for (const part of ["memory-traffic", "optimizer", "data-parallel"]) {
      expect(seconds(many, part)).toBeLessThan(0.8 * seconds(one, part));
    }
    expect(seconds(many, "expert-parallel")).toBeGreaterThan(0);
  });

  test("context-parallel ranks reduce gradients and share ZeRO's state like data ranks", () => {
    const run = {
      model: "llama-2-7b",
      hardware: "8x h100",
      training: { contextLength: 32768, microBatchSequences: 1 },
    };
    const data = judge({ ...run, parallel: { sharding: "zero1" } });
    const context = judge({ ...run, parallel: { context: 8, sharding: "zero1" } });
    expect(seconds(context, "optimizer")).toBeCloseTo(seconds(data, "optimizer"), 12);
    expect(seconds(context, "data-parallel")).toBeGreaterThan(0);
  });

  test("interleave changes nothing without stages and may not exceed the layers", () => {
    const plain = judge({ model: "gpt2", hardware: "h100" });
    const chunks = judge({ model: "gpt2", hardware: "h100", parallel: { interleave: 50 } });
    expect(chunks.step.seconds).toEqual(plain.step.seconds);
    expect(codes(chunks)).toContain("interleave-unused");
    expect(
      issuesOf({ model: "gpt2", hardware: "2x h100", parallel: { pipeline: 2, interleave: 7 } }),
    ).toMatchObject([{ code: "interleave_too_deep", hint: "interleave at most 6" }]);
  });

  test.each([
    [{ data: 3 }, "layout_mismatch", "parallel"],
    [{ tensor: 8 }, "tensor_not_divisor", "parallel.tensor"],
    [{ expert: 2 }, "expert_without_moe", "parallel.expert"],
    [{ sharding: "zero3", shardingGroup: 4 }, "not_modelled", "parallel.shardingGroup"],
  ])("%j is refused", (parallel, code, path) => {
    expect(issuesOf({ ...gpt2, parallel })).toEqual([expect.objectContaining({ code, path })]);
  });

  test.each([
    ["sequenceParallel", "sequence-parallel-unused"],
    ["asyncTensor", "async-tensor-unused"],
  ])("%s without tensor ranks is a note and moves no number", (field, code) => {
    const { notes, assumed: _, ...reply } = judge({ ...gpt2, parallel: { [field]: true } });
    const { notes: before, assumed: __, ...plain } = judge(gpt2);
    expect(notes.filter((note) => note.code !== code)).toEqual(before);
    expect(notes).toContainEqual(expect.objectContaining({ code, path: `parallel.${field}` }));
    expect(reply).toEqual(plain);
    const used = { ...gpt2, parallel: { tensor: 2, [field]: true } };
    expect(codes(judge(used))).not.toContain(code);
  });

  test("padded vocabularies and uneven stages are notes, not errors", () => {
    const reply = judge({ model: "gpt2-124m", hardware: "20x h100", parallel: { tensor: 4, pipeline: 5 } });
    expect(codes(reply)).toEqual(expect.arrayContaining(["vocab-padded", "uneven-stages"]));
  });
});

describe("precision", () => {
  test("a device without a rate for it is an error with the nearest it has", () => {
    expect(issuesOf({ ...gpt2, training: { precision: "fp8" } })).toMatchObject([
      { code: "precision_lacking", path: "training.precision", hint: "nearest: bf16" },
    ]);
  });

  test("a vector fallback counts as present, with a note", () => {
    const reply = judge({ model: "gpt2", hardware: "p100-pcie-16gb", training: { precision: "fp16" } });
    expect(codes(reply)).toContain("vector-precision");
  });

  test("the default is bf16, else fp16, where a matrix unit has it, else fp32", () => {
    const usual = (hardware: string) => assumed(judge({ model: "gpt2", hardware }), "training.precision");
    expect([usual("a100"), usual("v100-sxm2-32gb"), usual("p100-pcie-16gb")]).toEqual([
      "bf16",
      "fp16",
      "fp32",
    ]);
  });

  test("autocast has nothing to cast at fp32", () => {
    const training = { precision: "fp32", mixedPrecision: "autocast" };
    const pure = judge({ ...gpt2, training: { precision: "fp32" } });
    const cast = judge({ ...gpt2, training });
    expect(seconds(cast, "memory-traffic")).toBe(seconds(pure, "memory-traffic"));
  });

  test("gradients of 4 bytes take twice as long to reduce as those of 2, with ZeRO-3 or without", () => {
    for (const sharding of ["none", "zero3"]) {
      const run = (precision: string) =>
        judge({
          model: "llama-2-7b",
          hardware: "8x h100",
          training: { precision, microBatchSequences: 1 },
          parallel: { sharding },
        });
      const ratio = seconds(run("fp32"), "data-parallel") / seconds(run("bf16"), "data-parallel");
      expect(ratio).toBeGreaterThan(1.6);
    }
  });
});

test("a dense law sees a mixture's active parameters; the interval is wider where no run was measured", () => {
  const reply = judge({ model: "mixtral-8x7b", hardware: "64x h100" });
  expect(codes(reply)).toEqual(expect.arrayContaining(["moe-on-dense-law", "no-evidence"]));
  expect(reply.step.seconds.p90 / reply.step.seconds.p50).toBeCloseTo(Math.exp(0.3), 9);
  const dense = judge({ model: "llama-2-7b", hardware: "64x h100" });
  expect(dense.step.seconds.p90 / dense.step.seconds.p50).toBeCloseTo(Math.exp(0.15), 9);
});

test("mfu is (6 N + 12 layers × heads × headDim × context) × tokens a second over the peak", () => {
  const reply = judge({ model: "gpt2-124m", hardware: "8x a100-sxm-80gb" });
  const flopPerToken = 6 * 124_439_808 + 12 * 12 * 768 * 1024;
  expect(reply.step.mfu).toBeCloseTo((flopPerToken * reply.step.tokensPerSecond) / (8 * 312e12), 12);
});

test("an mfu above one, which its definition allows, has a note", () => {
  const model = { layers: 2, width: 512, heads: 8, vocab: 256000, logitShare: 0 };
  const reply = judge({ model, hardware: "h100" });
  expect(reply.step.mfu).toBeGreaterThan(1);
  expect(codes(reply)).toContain("mfu-above-one");
});

test("one more layer never shortens a step, whatever the layers are and however many stages they have", () => {
  const kinds = [
    { attentionWindow: { window: 64, every: 2 } },
    { attentionWindow: { window: 64, fullEvery: 6 } },
    { moe: { experts: 8, active: 1, ffn: 64, every: 2 } },
    { moe: { experts: 8, active: 2, ffn: 100, denseLayers: 3 }, attentionWindow: { window: 64, every: 2 } },
  ];
  for (const kind of kinds) {
    for (const pipeline of [2, 3, 8]) {
      const step = (layers: number): number =>
        judge({
          model: { layers, width: 512, heads: 4, vocab: 100, ...kind },
          hardware: `${pipeline}x h100`,
          training: { contextLength: 65536, microBatchSequences: 1 },
          parallel: { pipeline },
        }).step.seconds.p50;
      for (let layers = 8; layers < 30; layers += 1) {
        expect(step(layers + 1)).toBeGreaterThanOrEqual(step(layers) * (1 - 1e-12));
      }
    }
  }
});

test.each([
  [{ ...gpt2, hardware: "99999999999x h100" }, "out_of_range", "hardware"],
  [{ ...gpt2, training: { tokens: 1e300 } }, "out_of_range", "training.tokens"],
  [
    { model: { hf: { peft_type: "LORA", r: 8 } }, hardware: "h100" },
    "hf_unsupported_adapter",
    "model.hf.peft_type",
  ],
])("%j is refused", (input, code, path) => {
  expect(issuesOf(input)).toEqual([expect.objectContaining({ code, path })]);
});

test("a model that does not learn the next token has a warning at its loss, a language model none", () => {
  const note = (model: unknown) =>
    judge({ model, hardware: "h100" }).notes.find(({ code }) => code === "not-next-token");
  const shape = { layers: 2, width: 128, heads: 2, vocab: 1000 };
  expect(note("bert-base")).toMatchObject({ severity: "warning", path: "model.causal" });
  expect(note({ ...shape, logitShare: 0 })).toMatchObject({ path: "model.logitShare" });
  expect(note("gpt2-124m")).toBeUndefined();
});
