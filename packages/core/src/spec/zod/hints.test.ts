import { describe, expect, it } from "vitest";
import { UserError } from "../../errors/issue.ts";
import { parseScenario } from "../parse-scenario.ts";

const gpt2 = { layers: 12, width: 768, heads: 12, vocab: 50257 };
const base = { model: "gpt2-124m", hardware: "8x h100-sxm-80gb" };

/** `path code: message (hint)`, one line an issue. */
function lines(input: unknown): string[] {
  try {
    parseScenario(input);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.issues.map(({ code, path, message, hint }) => {
      return `${path} ${code}: ${message}${hint === null ? "" : ` (${hint})`}`;
    });
  }
  return [];
}

describe("the hint", () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    [
      "a number in quotes",
      { training: { tokens: "2.5B" } },
      [
        'training.tokens wrong_type: tokens ("2.5B") must be a number > 0 or null (nearest: 2500000000, without quotes)',
      ],
    ],
    [
      "a fraction",
      { training: { accumulation: 1.5 } },
      ["training.accumulation wrong_type: accumulation (1.5) must be a whole number ≥ 1 (nearest: 2)"],
    ],
    [
      "a share of one",
      { training: { overheadShare: 1 } },
      ["training.overheadShare out_of_range: overheadShare (1) must be < 1 (nearest: 0.01, which is 1 %)"],
    ],
    [
      "a share in percent",
      { model: { ...gpt2, logitShare: 15 } },
      ["model.logitShare out_of_range: logitShare (15) must be ≤ 1 (nearest: 0.15, which is 15 %)"],
    ],
    [
      "a share below none",
      { training: { overheadShare: -0.1 } },
      ["training.overheadShare out_of_range: overheadShare (-0.1) must be ≥ 0 (nearest: 0)"],
    ],
    [
      "no tokens",
      { training: { tokens: 0 } },
      ["training.tokens out_of_range: tokens (0) must be > 0 (a number > 0 or null)"],
    ],
    [
      "more layers than can be counted",
      { model: { ...gpt2, layers: 2 ** 60 } },
      [`model.layers out_of_range: layers (${2 ** 60}) must be ≤ ${Number.MAX_SAFE_INTEGER}`],
    ],
    [
      "zero experts",
      { model: { ...gpt2, moe: { experts: 0, active: 1, ffn: 1 } } },
      ["model.moe.experts out_of_range: moe.experts (0) must be ≥ 1 (nearest: 1)"],
    ],
    [
      "two budgets",
      { budget: { seconds: 1, usd: 2 } },
      [
        'budget exactly_one: budget (seconds, usd) must have exactly one of seconds, usd, deviceHours (for example { "seconds": 86400 })',
      ],
    ],
    [
      "no budget",
      { budget: {} },
      [
        'budget exactly_one: budget ({}) must have exactly one of seconds, usd, deviceHours (for example { "seconds": 86400 })',
      ],
    ],
    [
      "a budget in another unit",
      { budget: { hours: 5 } },
      [
        'budget exactly_one: budget (hours) must have exactly one of seconds, usd, deviceHours (nearest: { "seconds": 18000 })',
      ],
    ],
    [
      "a negative budget",
      { budget: { seconds: -1 } },
      ["budget.seconds out_of_range: seconds (-1) must be > 0 (nearest: 1)"],
    ],
    [
      "a budget in words",
      { budget: "24h" },
      ['budget wrong_type: budget ("24h") must be an object or null (nearest: { "seconds": 86400 })'],
    ],
    [
      "a budget in dollars",
      { budget: "$500" },
      ['budget wrong_type: budget ("$500") must be an object or null (nearest: { "usd": 500 })'],
    ],
    [
      "a budget without a unit",
      { budget: "500" },
      ['budget wrong_type: budget ("500") must be an object or null (for example { "seconds": 86400 })'],
    ],
    [
      "a budget as a number",
      { budget: 86400 },
      ['budget wrong_type: budget (86400) must be an object or null (for example { "seconds": 86400 })'],
    ],
  ])("says what is nearest to %s", (_, change, expected) => {
    expect(lines({ ...base, ...change })).toEqual(expected);
  });
});
