import { scalarAt } from "./list.ts";
import { readScalar, writeScalar } from "./scalar.ts";

/**
 * The inverse of `scenarioFromLeaves`: every scalar of a scenario under its dotted path, as text, in the order of the
 * scenario. Null when a scenario has no such form: it carries a calibration, or a key with a dot in it.
 *
 * @example
 * leavesFromScenario({ model: "gpt2-124m", training: { tokens: 1e10, uniqueTokens: null } })
 * // => { model: "gpt2-124m", "training.tokens": "10000000000", "training.uniqueTokens": "" }
 */
export function leavesFromScenario(
  scenario: Readonly<Record<string, unknown>>,
): Record<string, string> | null {
  const leaves: Record<string, string> = {};
  return flatten(scenario, [], leaves) ? leaves : null;
}

function flatten(value: unknown, segments: readonly string[], leaves: Record<string, string>): boolean {
  const path = segments.join(".");
  if (value === undefined) return true;
  if (typeof value === "object" && value !== null) {
    if (path === "calibration") return false;
    const entries = Object.entries(value);
    if (entries.length === 0) return flattenEmpty(value, path, leaves);
    return entries.every(([key, inner]) => {
      return (
        key !== "" && !key.includes(".") && key !== "__proto__" && flatten(inner, [...segments, key], leaves)
      );
    });
  }
  const scalar = scalarAt(path);
  if (scalar === null && value !== null) return false;
  const text = writeScalar(value, scalar?.kind ?? "json");
  if (text === null || (scalar !== null && readScalar(text, scalar) !== value)) return false;
  leaves[path] = text;
  return true;
}

/** An empty object says nothing where a schema knows its keys; where none does it is written out. */
function flattenEmpty(value: object, path: string, leaves: Record<string, string>): boolean {
  if (scalarAt(path)?.kind === "json") leaves[path] = Array.isArray(value) ? "[]" : "{}";
  else if (path === "model" || path === "hardware" || path === "budget" || path === "model.hf") return false;
  return true;
}
