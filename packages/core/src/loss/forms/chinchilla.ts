import { once } from "@wallclock/hardware/schema";
import * as z from "zod";
import { exp, ln } from "../../numeric/elementary.ts";
import {
  coefficientSchema,
  common,
  fit,
  leastLoss,
  type Powers,
  positiveCoefficientSchema,
  signedCoefficientSchema,
  square,
} from "./common.ts";
import { emptyWorth, logWorth, unrolled, type Worth, worthOf } from "./repetition.ts";
import { shapeTermSchema } from "./shape-worth.ts";

/** L = E + A / N^alpha + B / D^beta: the loss from parameters and tokens. */
export const chinchillaLawSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    kind: z.literal("surface"),
    form: z.literal("chinchilla").optional(),
    ...common(),
    coefficients: z.strictObject({
      E: signedCoefficientSchema().describe(
        "loss of infinite parameters and data, nats/token; below 0 only for a published law moved by an offset",
      ),
      /** nats/token × parameters^alpha */
      A: coefficientSchema(),
      /** nats/token × tokens^beta */
      B: coefficientSchema(),
      /** exponent of N */
      alpha: coefficientSchema(),
      /** exponent of D */
      beta: coefficientSchema(),
    }),
    repetition: z
      .strictObject({ tokens: positiveCoefficientSchema(), parameters: positiveCoefficientSchema() })
      .nullable()
      .optional()
      .describe("R_D* and R_N* of a law that knows repeated data; null for one that does not"),
    shape: shapeTermSchema()
      .nullable()
      .optional()
      .describe("how width / layers moves the worth of N; null for a law that knows no shape"),
    covariance: z
      .union([square(5), square(6), square(7), square(8)])
      .nullable()
      .optional()
      .describe(
        "covariance of (log E, log A, log B, alpha, beta); then of (log R_D*, log R_N*) of a law with repetition; then of the log of shape's aspect",
      ),
    ...fit(),
  }),
);

/** Rows of a covariance of all that the law has: a covariance of the first five alone holds the others fixed. */
function rowsOf({ repetition, shape }: { repetition?: unknown; shape?: unknown }): number {
  return 5 + (repetition == null ? 0 : 2) + (shape == null ? 0 : 1);
}

/** {@link chinchillaLawSchema} with a covariance of the right size. */
export const checkedChinchillaLawSchema = /* @__PURE__ */ once(() =>
  chinchillaLawSchema().refine(
    (law) => law.covariance == null || [5, rowsOf(law)].includes(law.covariance.length),
    {
      path: ["covariance"],
      error: "covariance has 5 rows, and with those of repetition (2) and shape (1) all of them or none",
    },
  ),
);

/** A surface of Chinchilla's form, E + A / N^alpha + B / D^beta. */
export type ChinchillaLaw = z.infer<ReturnType<typeof chinchillaLawSchema>>;

/** The two powers whose sum decides the split of a budget; null where the loss does not fall with both. */
export function chinchillaPowers({ coefficients }: ChinchillaLaw): Powers | null {
  const { A, B, alpha, beta } = coefficients;
  const powers = { A: A.value, B: B.value, alpha: alpha.value, beta: beta.value };
  return Object.values(powers).every((value) => value > 0) ? powers : null;
}

/** What N parameters and D tokens are worth to the law; N and D themselves without repetition. */
function chinchillaWorth(law: ChinchillaLaw, n: number, d: number, unique: number): Worth {
  const repetition = law.repetition ?? null;
  const powers = repetition === null ? null : chinchillaPowers(law);
  if (repetition === null || powers === null) return { n, d };
  const decay = { tokens: repetition.tokens.value, parameters: repetition.parameters.value };
  return worthOf(powers, decay, { n, d, unique });
}

/** E + A / N^alpha + B / D^beta at the worth of N and D, nats/token. */
export function chinchillaLoss(law: ChinchillaLaw, n: number, d: number, unique: number): number {
  const { E, A, B, alpha, beta } = law.coefficients;
  const seen = chinchillaWorth(law, n, d, unique);
  const loss = E.value + A.value / seen.n ** alpha.value + B.value / seen.d ** beta.value;
  return Math.max(loss, leastLoss);
}

/**
 * Derivatives of {@link chinchillaLoss} to (log E, log A, log B, alpha, beta, log R_D*, log R_N*) and, at the reference of its
 * shape, to the log of the aspect: (E, A / N'^alpha, B / D'^beta, -ln N' A / N'^alpha, -ln D' B / D'^beta, 0, 0) and what N'
 * and D' move by.
 */
export function chinchillaGradient(law: ChinchillaLaw, n: number, d: number, unique: number): number[] {
  const { E, A, B, alpha, beta } = law.coefficients;
  const seen = emptyWorth();
  [seen.logN, seen.logD] = [ln(n), ln(d)];
  const repetition = law.repetition ?? null;
  if (repetition !== null && chinchillaPowers(law) !== null) {
    const powers = { a: ln(A.value), b: ln(B.value), alpha: alpha.value, beta: beta.value };
    const decay = { tokens: repetition.tokens.value, parameters: repetition.parameters.value };
    const u = Math.min(unique, d);
    const run = { logN: seen.logN, logD: seen.logD, logU: ln(u), repeats: d / u - 1 };
    logWorth(powers, decay, run, seen);
  }
  const a = A.value * exp(-alpha.value * seen.logN);
  const b = B.value * exp(-beta.value * seen.logD);
  const own = [E.value, a, b, -seen.logN * a, -seen.logD * b, 0, 0];
  const moved = own.map((slope, j) =>
    j === 0 ? slope : slope - alpha.value * a * seen.byN[j - 1]! - beta.value * b * seen.byD[j - 1]!,
  );
  const known = repetition === null ? moved.slice(0, 5) : moved;
  return law.shape == null ? known : [...known, 0];
}

/** The inverse of {@link chinchillaLoss} in D; `unique` null: as many as it takes. */
export function chinchillaTokens(
  law: ChinchillaLaw,
  n: number,
  nats: number,
  unique: number | null,
): number | null {
  const { E, A, B, alpha, beta } = law.coefficients;
  const repetition = law.repetition ?? null;
  const lossOf = (d: number): number => chinchillaLoss(law, n, d, unique ?? d);
  if (repetition !== null && unique === null) return bisect((d) => lossOf(d) - nats);
  const limit = unique ?? Number.POSITIVE_INFINITY;
  const size = repetition === null ? n : chinchillaWorth(law, n, limit, limit).n;
  const room = nats - E.value - A.value / size ** alpha.value;
  if (B.value === 0 && room >= 0) return 1;
  if (!(room > 0)) return null;
  const d = (B.value / room) ** (1 / beta.value);
  if (repetition === null) return d;
  const few = d < limit && lossOf(d) - nats > 1e-9 * nats;
  return few ? bisect((x) => lossOf(x) - nats) : unrolled(d, limit, repetition.tokens.value);
}

/** d where the falling function f crosses zero, by bisection on log d between 1 and 1e30 tokens. */
function bisect(f: (d: number) => number): number | null {
  let [low, high] = [0, Math.log(1e30)];
  if (f(Math.exp(high)) > 0) return null;
  for (let k = 0; k < 80; k += 1) {
    const middle = (low + high) / 2;
    if (f(Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  return Math.exp(high);
}
