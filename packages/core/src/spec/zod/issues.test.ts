import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type Issue, UserError } from "../../errors/issue.ts";
import { parseScenario } from "../parse-scenario.ts";
import { issuesFromZod, parseWith } from "./issues.ts";

const gpt2 = { layers: 12, width: 768, heads: 12, vocab: 50257 };
const base = { model: "gpt2-124m", hardware: "8x h100-sxm-80gb" };

function issuesOf(input: unknown): readonly Issue[] {
  try {
    parseScenario(input);
  } catch (error) {
    if (error instanceof UserError) return error.issues;
    throw error;
  }
  return [];
}

/** `path code: message (hint)`, one line an issue. */
const lines = (input: unknown): string[] =>
  issuesOf(input).map(
    ({ code, path, message, hint }) => `${path} ${code}: ${message}${hint === null ? "" : ` (${hint})`}`,
  );

describe("parseScenario", () => {
  it("gives back what is right", () => {
    const scenario = { ...base, id: null, model: gpt2, budget: { usd: 5 }, training: { tokens: 1e10 } };
    expect(parseScenario(scenario)).toEqual(scenario);
  });

  it.each<[string, unknown, string[]]>([
    ["a number", 3, ['wrong_type: a scenario must be an object, not 3 ({ "model": …, "hardware": … })']],
    ["null", null, ['wrong_type: a scenario must be an object, not null ({ "model": …, "hardware": … })']],
    ["a list", [base], ['wrong_type: a scenario must be an object, not […] ({ "model": …, "hardware": … })']],
  ])("refuses %s", (_, input, expected) => {
    expect(lines(input)).toEqual(expected.map((line) => ` ${line}`));
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    [
      "an empty model",
      { model: "" },
      ['model out_of_range: model ("") must not be empty (for example "gpt2-124m")'],
    ],
    [
      "a number as model",
      { model: 3 },
      ['model wrong_type: model (3) must be a string or an object (for example "gpt2-124m")'],
    ],
    ["a misspelt section", { modle: 1 }, ['modle unknown_key: unknown key "modle" (did you mean model?)']],
    [
      "a misplaced key",
      { layers: 3 },
      ['layers unknown_key: unknown key "layers" (did you mean model.layers?)'],
    ],
    [
      "a misspelt key",
      { model: { ...gpt2, layer: 3 } },
      ['model.layer unknown_key: unknown key "layer" in model (did you mean layers?)'],
    ],
    [
      "a required key misspelt, once",
      { model: { layer: 12, width: 768, heads: 12, vocab: 1 } },
      ['model.layer unknown_key: unknown key "layer" in model (did you mean layers?)'],
    ],
    [
      "snake case",
      { training: { micro_batch_sequences: 1 } },
      [
        'training.micro_batch_sequences unknown_key: unknown key "micro_batch_sequences" in training (did you mean microBatchSequences?)',
      ],
    ],
    [
      "LoRA",
      { training: { lora: { r: 8 } } },
      ["training.lora not_modelled: wallclock does not model LoRA (take lora out)"],
    ],
    [
      "CPU offload",
      { parallel: { cpuOffload: true } },
      ["parallel.cpuOffload not_modelled: wallclock does not model CPU offload (take cpuOffload out)"],
    ],
    [
      "HSDP",
      { parallel: { sharding: "hsdp" } },
      ["parallel.sharding not_modelled: wallclock does not model HSDP (nearest: zero3)"],
    ],
    [
      "a field of the wrong type",
      { model: { ...gpt2, layers: "x" } },
      ['model.layers wrong_type: layers ("x") must be a whole number ≥ 1'],
    ],
    ["an hf that is no object", { model: { hf: 3 } }, ["model.hf wrong_type: hf (3) must be an object"]],
    [
      "two forms at once",
      { model: { hf: {}, layers: 3 } },
      ["model.layers unknown_key: layers cannot stand beside hf (give one of the two forms)"],
    ],
    [
      "a word out of a list",
      { training: { optimizer: "adamW2" } },
      [
        'training.optimizer unknown_value: optimizer ("adamW2") must be one of adamw, adam, sgd, lamb, adafactor, muon, none (nearest: adamw)',
      ],
    ],
    [
      "a switch with words",
      { model: { ...gpt2, qkNorm: "ful" } },
      ['model.qkNorm unknown_value: qkNorm ("ful") must be one of true, false, full (nearest: full)'],
    ],
    [
      "a number for a switch",
      { model: { ...gpt2, causal: 1 } },
      ["model.causal wrong_type: causal (1) must be true or false"],
    ],
    [
      "null for a default",
      { parallel: { tensor: null } },
      [
        "parallel.tensor wrong_type: tensor (null) must be a whole number ≥ 1 (leave it out to take the default)",
      ],
    ],
    [
      "a window of text",
      { model: { ...gpt2, attentionWindow: "x" } },
      [
        'model.attentionWindow wrong_type: attentionWindow ("x") must be a whole number ≥ 1, an object or null',
      ],
    ],
    [
      "a window without its size",
      { model: { ...gpt2, attentionWindow: { every: 2 } } },
      ["model.attentionWindow.window missing_field: attentionWindow.window is missing: a whole number ≥ 1"],
    ],
    [
      "hardware without a device",
      { hardware: { count: 8 } },
      ["hardware.device missing_field: device is missing: a string or an object"],
    ],
    [
      "hardware with a typo",
      { hardware: { device: "h100", cont: 8 } },
      ['hardware.cont unknown_key: unknown key "cont" in hardware (did you mean count?)'],
    ],
    [
      "a profile with two faults",
      { hardware: { device: { memory: { capacity: "80GB", bandwith: 3 } } } },
      [
        'hardware.device.memory.capacity wrong_type: device.memory.capacity ("80GB") must be a number > 0, an object or null (nearest: 80000000000, without quotes)',
        'hardware.device.memory.bandwith unknown_key: unknown key "bandwith" in hardware.device.memory (did you mean bandwidth?)',
      ],
    ],
    [
      "a law of no kind",
      { lossLaw: {} },
      ["lossLaw.kind missing_field: kind is missing: surface or allocation"],
    ],
    [
      "a law of another kind",
      { lossLaw: { kind: "surf" } },
      ['lossLaw.kind unknown_value: kind ("surf") must be one of surface, allocation (nearest: surface)'],
    ],
  ])("says what is wrong with %s", (_, change, expected) => {
    expect(lines({ ...base, ...change })).toEqual(expected);
  });

  it("names every missing field", () => {
    expect(lines({})).toEqual([
      'model missing_field: model is missing: a string or an object (for example "gpt2-124m")',
      'hardware missing_field: hardware is missing: a string or an object (for example "8x h100-sxm-80gb")',
    ]);
    expect(issuesOf({ ...base, model: {} }).map((each) => each.path)).toEqual([
      "model.layers",
      "model.width",
      "model.heads",
      "model.vocab",
    ]);
  });

  it("calls 1e400, which JSON.parse makes infinite, not finite", () => {
    const input: unknown = JSON.parse('{"model":"a","hardware":"b","training":{"tokens":1e400}}');
    expect(lines(input)).toEqual(["training.tokens not_finite: tokens (Infinity) must be a finite number"]);
  });

  it("refuses __proto__ and does not follow it", () => {
    const input: unknown = JSON.parse('{"model":{"hf":{"__proto__":{"layers":1}}},"hardware":"b"}');
    expect(issuesOf(input)[0]).toMatchObject({ code: "unknown_key", path: "__proto__" });
  });

  it("refuses bottomless nesting with one issue", () => {
    const input: unknown = JSON.parse(
      `${'{"model":{"hf":{"a":'.concat("[".repeat(50_000))}${"]".repeat(50_000)}}},"hardware":"b"}`,
    );
    expect(lines(input)).toEqual([" wrong_type: a scenario must not nest deeper than 32 levels"]);
  });

  it("quotes shortly, and never a control character", () => {
    const found = issuesOf({ ...base, id: 5, training: "\u001b[31m".repeat(99), ["k\u0007".repeat(500)]: 1 });
    expect(found).toHaveLength(3);
    for (const each of found) {
      expect(each.message.length).toBeLessThan(120);
      expect(JSON.stringify([each.message, each.path])).not.toMatch(/\p{Cc}|\\u00/u);
    }
  });

  it("counts what is too much to list", () => {
    const training = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`zz${index}`, 1]));
    const hf = z.record(z.string(), z.string());
    const result = hf.safeParse(training);
    expect(issuesOf({ ...base, training })).toHaveLength(20);
    const many = issuesFromZod(result.error!, hf, training, "model.hf");
    expect(many).toHaveLength(21);
    expect(many.at(-1)).toMatchObject({ code: "too_many_issues", message: "180 more faults" });
  });
});

describe("parseWith", () => {
  it("gives the parsed value or throws issues below its root", () => {
    const schema = z.strictObject({ runs: z.array(z.int()) });
    expect(parseWith(schema, { runs: [1] })).toEqual({ runs: [1] });
    expect(() => parseWith(schema, { runs: [1, 1.5] }, "file")).toThrow(
      "runs.1 (1.5) must be a whole number",
    );
  });
});
