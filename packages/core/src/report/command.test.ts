import { describe, expect, it } from "vitest";
import { scenarioFromLeaves, scenarioLeaves } from "../spec/leaves/index.ts";
import { parseScenario } from "../spec/parse-scenario.ts";
import { commandLines, scenarioCommand, shellQuote } from "./command.ts";
import { plainText } from "./text.ts";

const base = { model: "gpt2-124m", hardware: "8x h100-sxm-80gb" };

/** The words of a command as a shell would give them. */
function words(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2]!);
}

/** The scenario that the flags of a command stand for. */
function scenarioOf(command: string): unknown {
  const [, , ...flags] = words(command);
  const leaves: Record<string, string> = {};
  for (let index = 0; index < flags.length; index += 2) {
    const leaf = scenarioLeaves().find(({ flag }) => `--${flag}` === flags[index])!;
    leaves[leaf.path] = flags[index + 1]!;
  }
  return scenarioFromLeaves(leaves);
}

describe("scenarioCommand", () => {
  it("says what is not a default, the model and the machine first", () => {
    const scenario = parseScenario({
      ...base,
      training: { tokens: 1e10, optimizer: "adamw", microBatchSequences: 4, recompute: "full" },
      budget: null,
      lossLaw: "besiroglu-2024",
    });
    expect(scenarioCommand(scenario)).toBe(
      "wallclock estimate --model gpt2-124m --hardware 8xh100-sxm-80gb --tokens 10B --micro-batch-sequences 4 --recompute full",
    );
    expect(scenarioCommand(scenario, { command: "ledger" })).toMatch(/^wallclock ledger --model/);
  });

  it.each([
    [{ ...base, budget: { seconds: 86_400 }, training: { uniqueTokens: 5e9, overheadShare: 0.05 } }],
    [
      {
        ...base,
        id: "it is mine",
        model: { layers: 12, width: 768, heads: 12, vocab: 50257, moe: null, bias: true },
      },
    ],
    [
      {
        ...base,
        model: { layers: 2, width: 64, heads: 2, vocab: 100, moe: { experts: 8, active: 2, ffn: 64 } },
      },
    ],
    [
      {
        ...base,
        hardware: { device: "h100", count: 8, intraNodeBytesPerSecond: 450e9, usdPerDeviceHour: 2.5 },
      },
    ],
  ])("is read back as the scenario it stands for: %j", (input) => {
    const scenario = parseScenario(input);
    const said = JSON.parse(JSON.stringify(scenarioOf(scenarioCommand(scenario))));
    const hardware = typeof input.hardware === "string" ? "8xh100-sxm-80gb" : input.hardware;
    const { moe, ...model } =
      typeof input.model === "string" ? { moe: undefined } : (input.model as { moe?: unknown });
    const expected = typeof input.model === "string" ? input.model : moe == null ? model : { ...model, moe };
    expect(said).toEqual({ ...input, hardware, model: expected });
  });

  it("pipes in what flags cannot say", () => {
    const scenario = parseScenario({ ...base, model: { hf: { model_type: "it's" } } });
    expect(scenarioCommand(scenario)).toBe(
      `echo '{"model":{"hf":{"model_type":"it'\\''s"}},"hardware":"8x h100-sxm-80gb"}' | wallclock estimate -`,
    );
    expect(plainText(commandLines(scenario, 80))).toBe("  wallclock estimate SCENARIO.json\n");
  });

  it("quotes what a shell would read", () => {
    expect(shellQuote("a b;$c")).toBe("'a b;$c'");
    expect(shellQuote("")).toBe("''");
  });

  it("goes over several lines that a shell joins", () => {
    const scenario = parseScenario({ ...base, training: { tokens: 1e10, microBatchSequences: 4 } });
    expect(plainText(commandLines(scenario, 60))).toMatchInlineSnapshot(`
      "  wallclock estimate --model gpt2-124m \\
          --hardware 8xh100-sxm-80gb --tokens 10B \\
          --micro-batch-sequences 4
      "
    `);
  });
});
