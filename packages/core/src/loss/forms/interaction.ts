import { once } from "@wallclock/hardware/schema";
import * as z from "zod";
import { exp, expm1, ln, ln1p } from "../../numeric/elementary.ts";
import { common, fit, type Powers, positiveCoefficientSchema, square } from "./common.ts";

/** L = E + ((A / N^alpha)^(1 / gamma) + (B / D^beta)^(1 / gamma))^gamma. */
export const interactionLawSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    kind: z.literal("surface"),
    form: z.literal("interaction"),
    ...common(),
    coefficients: z.strictObject({
      E: positiveCoefficientSchema().describe("loss of infinite parameters and data, nats/token"),
      A: positiveCoefficientSchema(),
      B: positiveCoefficientSchema(),
      alpha: positiveCoefficientSchema(),
      beta: positiveCoefficientSchema(),
      gamma: positiveCoefficientSchema().describe(
        "1: the terms add up; towards 0 only the larger one counts",
      ),
    }),
    covariance: square(6)
      .nullable()
      .optional()
      .describe("covariance of (log E, log A, log B, alpha, beta, gamma)"),
    ...fit(),
  }),
);

export type InteractionLaw = z.infer<ReturnType<typeof interactionLawSchema>>;

/** Numbers of the interaction form. */
export interface InteractionNumbers extends Powers {
  readonly E: number;
  /** 1: the terms add up, as in the surface; towards 0 only the larger one counts. */
  readonly gamma: number;
}

/** gamma log(exp(a / gamma) + exp(b / gamma)). */
export function joined(a: number, b: number, gamma: number): number {
  return Math.max(a, b) + gamma * ln1p(exp(-Math.abs(a - b) / gamma));
}

/**
 * Loss of the surface whose terms for N and D interact (M33).
 *
 * @example
 * interactionLoss({ E: 1, A: 3, B: 4, alpha: 0, beta: 0, gamma: 0.5 }, 1e9, 1e10) // => 6: 1 + √(3² + 4²)
 */
export function interactionLoss(law: InteractionNumbers, n: number, d: number): number {
  const { E, A, B, alpha, beta, gamma } = law;
  const a = ln(A) - alpha * ln(n);
  const b = ln(B) - beta * ln(d);
  return E + exp(joined(a, b, gamma));
}

/** The coefficients' values. */
export function interactionNumbers({ coefficients }: InteractionLaw): InteractionNumbers {
  const { E, A, B, alpha, beta, gamma } = coefficients;
  return {
    E: E.value,
    A: A.value,
    B: B.value,
    alpha: alpha.value,
    beta: beta.value,
    gamma: gamma.value,
  };
}

/** Derivatives to (log E, log A, log B, alpha, beta, gamma): with M the joint term and q its shares, M q and M × entropy. */
export function interactionGradient(law: InteractionNumbers, n: number, d: number): number[] {
  const { E, A, B, alpha, beta, gamma } = law;
  const [x, y] = [ln(n), ln(d)];
  const [a, b] = [ln(A) - alpha * x, ln(B) - beta * y];
  const m = joined(a, b, gamma);
  const q = 1 / (1 + exp((b - a) / gamma));
  const M = exp(m);
  const entropy = (m - q * a - (1 - q) * b) / gamma;
  return [E, M * q, M * (1 - q), -x * M * q, -y * M * (1 - q), M * entropy];
}

/** D at which the loss is `nats`: with m = log(nats - E), b = m + gamma log(1 - exp((a - m) / gamma)); null below the floor. */
export function interactionTokens(law: InteractionNumbers, n: number, nats: number): number | null {
  const { E, A, B, alpha, beta, gamma } = law;
  const m = ln(nats - E);
  const a = ln(A) - alpha * ln(n);
  if (!(m > a)) return null;
  const b = m + gamma * ln(-expm1((a - m) / gamma));
  return exp((ln(B) - b) / beta);
}

/** The sum inside its bracket: A^(1 / gamma) / N^(alpha / gamma) + B^(1 / gamma) / D^(beta / gamma). */
export function interactionPowers({ A, B, alpha, beta, gamma }: InteractionNumbers): Powers {
  // only the ratio of A and B decides the split: their powers alone could pass what a double holds
  const ratio = (A / B) ** (1 / gamma);
  return { A: ratio, B: 1, alpha: alpha / gamma, beta: beta / gamma };
}
