import { once } from "@wallclock/hardware/schema";
import * as z from "zod";
import { ln1p } from "../../numeric/elementary.ts";
import { positiveCoefficientSchema } from "./common.ts";

/** What a model's width and depth do to the worth of its parameters. */
export const shapeTermSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    aspect: positiveCoefficientSchema().describe(
      "width / layers at which a model is worth half of its parameters",
    ),
    reference: z.number().positive().describe("width / layers of the models whose N counts as it is"),
  }),
);

export type ShapeTerm = z.infer<ReturnType<typeof shapeTermSchema>>;

/** Layers and width of a model. */
export interface ModelShape {
  readonly layers: number;
  readonly width: number;
}

/**
 * log of what a parameter is worth at width / layers = r (M34): N' = N (1 + r0 / r1) / (1 + r / r1), r1 the aspect at which half of N
 * is left, r0 the reference. Shallow wide models are worth less than deep narrow ones of the same N.
 *
 * @example
 * logShapeWorth(256, { aspect: 333, reference: 40 }) // => -0.457: 63 % of its parameters
 */
export function logShapeWorth(
  r: number,
  { aspect, reference }: { aspect: number; reference: number },
): number {
  return ln1p(reference / aspect) - ln1p(r / aspect);
}

/** Its derivative by log r1. */
export function shapeWorthSlope(
  r: number,
  { aspect, reference }: { aspect: number; reference: number },
): number {
  return r / (r + aspect) - reference / (reference + aspect);
}
