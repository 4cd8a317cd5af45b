import { once } from "@wallclock/hardware/schema";
import * as z from "zod";
import { common, fit, signedCoefficientSchema, square } from "./common.ts";

/** log L = intercept + slope log(6 N D): one power of the compute, without a floor. */
export const logLinearLawSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    kind: z.literal("surface"),
    form: z.literal("log-linear"),
    ...common(),
    coefficients: z.strictObject({
      intercept: signedCoefficientSchema().describe("log of the loss, nats/token, at 1 FLOP"),
      slope: signedCoefficientSchema().describe("d log L / d log C"),
    }),
    covariance: square(2).nullable().optional().describe("covariance of (intercept, slope)"),
    ...fit(),
  }),
);

export type LogLinearLaw = z.infer<ReturnType<typeof logLinearLawSchema>>;

/** log of C = 6 N D, from logs: the product itself may pass what a double holds. */
export function logCompute(n: number, d: number): number {
  return Math.log(6) + Math.log(n) + Math.log(d);
}

/** exp(intercept + slope log(6 N D)), nats/token. */
export function logLinearLoss({ coefficients }: LogLinearLaw, n: number, d: number): number {
  return Math.exp(coefficients.intercept.value + coefficients.slope.value * logCompute(n, d));
}

/** Derivatives of {@link logLinearLoss} to (intercept, slope): L and L log(6 N D). */
export function logLinearGradient(law: LogLinearLaw, n: number, d: number): number[] {
  const loss = logLinearLoss(law, n, d);
  return [loss, loss * logCompute(n, d)];
}

/** D of a loss; where the loss does not fall with compute 1 if the first token reaches it, else null. */
export function logLinearTokens(law: LogLinearLaw, n: number, nats: number): number | null {
  const { intercept, slope } = law.coefficients;
  if (slope.value >= 0) return logLinearLoss(law, n, 1) <= nats ? 1 : null;
  return Math.exp((Math.log(nats) - intercept.value) / slope.value - logCompute(n, 1));
}
