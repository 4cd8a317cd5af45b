import type { PlanRequest } from "../request.ts";

/** A constraint on the size or the shape of a model. */
export type BrokenConstraint = "aspect" | "too-few-parameters" | "too-many-parameters";

/**
 * The constraint that a model breaks; null: none.
 *
 * @example
 * brokenConstraint({ maxParameters: 1e9 }, { layers: 12, width: 768 }, 2e9) // => "too-many-parameters"
 */
export function brokenConstraint(
  constraints: PlanRequest["constraints"],
  { layers, width }: { readonly layers: number; readonly width: number },
  parameters: number,
): BrokenConstraint | null {
  const { minParameters, maxParameters, aspect } = constraints ?? {};
  const ratio = width / layers;
  if (ratio < (aspect?.min ?? 0) || ratio > (aspect?.max ?? Number.POSITIVE_INFINITY)) return "aspect";
  if (parameters < (minParameters ?? 0)) return "too-few-parameters";
  return parameters > (maxParameters ?? Number.POSITIVE_INFINITY) ? "too-many-parameters" : null;
}
