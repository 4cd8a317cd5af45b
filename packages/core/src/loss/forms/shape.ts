import { exp } from "../../numeric/elementary.ts";
import { dot } from "../../numeric/sum.ts";
import type { ChinchillaLaw } from "./chinchilla.ts";
import { logShapeWorth, type ModelShape, shapeWorthSlope } from "./shape-worth.ts";

/**
 * A law for models of one shape: its term of shape put into A (A' = A e^(-alpha g), g the log of the parameters' worth) and
 * into the covariance. At the reference for a model of unknown shape; a law without the term is returned as it is.
 */
export function chinchillaAt(law: ChinchillaLaw, shape: ModelShape | null): ChinchillaLaw {
  const term = law.shape ?? null;
  if (term === null) return law;
  const numbers = { aspect: term.aspect.value, reference: term.reference };
  const r = shape === null ? term.reference : shape.width / shape.layers;
  const g = logShapeWorth(r, numbers);
  const slope = shapeWorthSlope(r, numbers);
  const { A, alpha } = law.coefficients;
  return {
    ...law,
    shape: null,
    coefficients: { ...law.coefficients, A: { ...A, value: A.value * exp(-alpha.value * g) } },
    covariance: law.covariance == null ? null : carried(law.covariance, g, -alpha.value * slope),
  };
}

/**
 * Gradient by all coordinates of a law with a term of shape, from that of the same law at one shape: ∂/∂alpha loses g ∂/∂log A',
 * ∂/∂log aspect is -alpha ∂g/∂log aspect ∂/∂log A'.
 */
export function shapeGradient(law: ChinchillaLaw, flat: readonly number[], aspect: number): number[] {
  const term = law.shape ?? null;
  if (term === null) return [...flat];
  const numbers = { aspect: term.aspect.value, reference: term.reference };
  const byA = flat[1]!;
  const gradient = flat.map((slope, j) => (j === 3 ? slope - logShapeWorth(aspect, numbers) * byA : slope));
  return [...gradient, -law.coefficients.alpha.value * shapeWorthSlope(aspect, numbers) * byA];
}

/** Covariance with log A' = log A - alpha g in place of log A; its last row, of log r1, is put into it where it has one. */
function carried(covariance: readonly (readonly number[])[], g: number, byAspect: number): number[][] {
  const rows = covariance.length;
  const [left, last] = rows % 2 === 0 ? [rows - 1, rows - 1] : [rows, -1];
  const jacobian = Array.from({ length: left }, (_, i) =>
    covariance.map((_row, j) => {
      if (i === 1 && j === 3) return -g;
      if (i === 1 && j === last) return byAspect;
      return i === j ? 1 : 0;
    }),
  );
  const half = jacobian.map((row) => covariance.map((column) => dot(row, column)));
  return half.map((row) => jacobian.map((other) => dot(other, row)));
}
