import { exampleOf, type Issue, scenarioLeaves } from "@wallclock/core";
import { findLeafFlag } from "./args/leaves.ts";

/** The flag on the command line that gave a field, as it was written. */
export function flagFor(path: string, argv: readonly string[]): string | null {
  const isIt = (word: string) => {
    if (!word.startsWith("--")) return false;
    const names = [word.slice(2), word.replace(/^--no-/, "")];
    return names.some((name) => findLeafFlag(name)?.path === path || name === planFlagOf(path));
  };
  return argv.map((word) => word.split("=")[0]!).find(isIt) ?? null;
}

/** The flag of a field that only a plan has: `space.headDim.0` is `head-dim`, `constraints.aspect.min` `aspect-min`. */
function planFlagOf(path: string): string | null {
  const [part = "", ...rest] = path.split(".").filter((word) => !/^(?:\d+|lossNats)$/.test(word));
  if (part === "target" || part === "objective" || part === "top" || part === "price") return part;
  if (part !== "space" && part !== "constraints") return null;
  const names = rest.filter((word) => word !== "step" && !(part === "space" && /^(?:min|max)$/.test(word)));
  return names.join("-").replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** An issue in the words of the command line: the flag that is wrong or missing, and an example of it. */
export function inFlags(issue: Issue, argv: readonly string[]): Issue {
  const { code, path, message, hint } = issue;
  if (code === "missing_field" && (path === "model" || path === "hardware")) return missing(issue, path);
  if (Object.hasOwn(flagHints, code)) return { ...issue, hint: flagHints[code]! };
  const leaf = scenarioLeaves().find((each) => each.path === path);
  const flag = leaf === undefined ? null : flagFor(path, argv);
  if (leaf === undefined || flag === null || !valueCodes.has(code)) return issue;
  const name = [path, path.slice(path.lastIndexOf(".") + 1)].find((each) => message.startsWith(`${each} (`));
  return {
    ...issue,
    message: name === undefined ? message : `${flag}${message.slice(name.length)}`,
    hint: hint ?? exampleOf(leaf),
  };
}

/** What to say where the format's own hint is a piece of JSON. */
const flagHints: Readonly<Record<string, string>> = {
  budget_missing: "for example --budget 24h; or a loss to reach: --target 3",
  target_missing: "for example --target 3",
  target_without_cost: "--objective seconds, or leave --objective out",
};

const valueCodes: ReadonlySet<string> = new Set(["wrong_type", "out_of_range", "not_finite"]);

const named = { model: "gpt2-124m", hardware: "8xh100" };

function missing(issue: Issue, path: keyof typeof named): Issue {
  return {
    ...issue,
    message: `${path} is missing, and there is no --${path}`,
    hint: `for example --${path} ${named[path]}`,
  };
}
