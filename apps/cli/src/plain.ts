import { type Leaf, parseScenario, type Scenario, scenarioLeaves } from "@wallclock/core";
import { isObject } from "./io/json-file.ts";

/**
 * A scenario of JSON, checked. One that says nothing unusual is recognized by the table of fields alone: the schemas,
 * whose loading takes as long as everything else together, are left to inputs that need them or that are wrong.
 */
export function scenarioFrom(input: unknown): Scenario {
  return isPlain(input) ? input : parseScenario(input);
}

/** Fields whose texts stand for more, or whose range the table does not tell. */
const judged: ReadonlySet<string> = new Set(["budget", "calibration", "software.year"]);

/** Parts that a plain scenario may have, all their fields scalars. */
const parts: ReadonlySet<string> = new Set(["training", "software", "parallel"]);

/** Whether a preset, a machine's name and scalars are all that is said, each certainly of the right kind and range. */
export function isPlain(input: unknown): input is Scenario {
  if (!isObject(input) || typeof input.model !== "string" || typeof input.hardware !== "string") return false;
  return Object.entries(input).every(([key, value]) => {
    if (!parts.has(key)) return isPlainField(key, value);
    return (
      isObject(value) && Object.entries(value).every(([name, each]) => isPlainField(`${key}.${name}`, each))
    );
  });
}

function isPlainField(path: string, value: unknown): boolean {
  const leaf = scenarioLeaves().find((each) => each.path === path);
  if (leaf === undefined) return false;
  if (value === null) return leaf.nullable;
  if (judged.has(path)) return false;
  switch (leaf.kind) {
    case "boolean":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string" && value !== "";
    case "enum":
      return typeof value === "string" && leaf.values?.includes(value) === true;
    default:
      return isPlainNumber(value, leaf);
  }
}

/** Above 0 and, where a number may be a share, below 1: the ends are for the schemas to judge. */
function isPlainNumber(value: unknown, { kind, unit }: Leaf): boolean {
  if (typeof value !== "number" || !(value > 0 && value < Number.MAX_SAFE_INTEGER)) return false;
  return kind === "integer" ? Number.isInteger(value) : unit !== "number" || value < 1;
}
