import { fail, type Issue, UserError } from "../errors/issue.ts";
import { quote } from "../errors/quote.ts";
import { type Scenario, scenarioSchema } from "./scenario.ts";
import { parseWith } from "./zod/issues.ts";

/** Nested deeper than this, an input is no scenario (a Hugging Face config has three or four levels). */
const deepest = 32;

const examples: Readonly<Record<string, string>> = {
  model: 'for example "gpt2-124m"',
  hardware: 'for example "8x h100-sxm-80gb"',
  budget: 'for example { "seconds": 86400 }',
};

/**
 * A scenario from what JSON.parse gave: its types and single-field rules are right, defaults are not filled in.
 *
 * @throws UserError with one issue for each fault, see `issuesFromZod`.
 * @example
 * parseScenario({ model: "gpt2-124m", hardware: "8x h100" }).model // => "gpt2-124m"
 */
export function parseScenario(input: unknown): Scenario {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    fail(
      "wrong_type",
      "",
      `a scenario must be an object, not ${quote(input)}`,
      '{ "model": …, "hardware": … }',
    );
  }
  checkNesting(input);
  try {
    return parseWith(scenarioSchema(), input);
  } catch (error) {
    throw error instanceof UserError ? new UserError(error.issues.map(withExample)) : error;
  }
}

function withExample(each: Issue): Issue {
  const example = examples[each.path];
  return each.hint === null && example !== undefined ? { ...each, hint: example } : each;
}

/** Refuses what no schema looks at: depth that would exhaust a stack later, and `__proto__` as a key. */
export function checkNesting(input: object, what = "a scenario"): void {
  const open: { value: object; depth: number }[] = [{ value: input, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (depth > deepest) fail("wrong_type", "", `${what} must not nest deeper than ${deepest} levels`);
    if (Object.hasOwn(value, "__proto__"))
      fail("unknown_key", "__proto__", 'unknown key "__proto__"', "take it out");
    for (const inner of Object.values(value)) {
      if (typeof inner === "object" && inner !== null) open.push({ value: inner, depth: depth + 1 });
    }
  }
}
