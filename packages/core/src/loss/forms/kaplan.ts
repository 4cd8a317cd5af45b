import { once } from "@wallclock/hardware/schema";
import * as z from "zod";
import { common, fit, type Powers, positiveCoefficientSchema } from "./common.ts";

/** L = ((Nc / N)^(alphaN / alphaD) + Dc / D)^alphaD: Kaplan et al. 2020, equation 1.5. */
export const kaplanLawSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    kind: z.literal("surface"),
    form: z.literal("kaplan"),
    ...common(),
    coefficients: z.strictObject({
      /** parameters */
      Nc: positiveCoefficientSchema(),
      /** tokens */
      Dc: positiveCoefficientSchema(),
      /** exponent of N */
      alphaN: positiveCoefficientSchema(),
      /** exponent of D */
      alphaD: positiveCoefficientSchema(),
    }),
    ...fit(),
  }),
);

export type KaplanLaw = z.infer<ReturnType<typeof kaplanLawSchema>>;

/** ((Nc / N)^(alphaN / alphaD) + Dc / D)^alphaD, nats/token (Kaplan et al. 2020, equation 1.5). */
export function kaplanLoss({ coefficients }: KaplanLaw, n: number, d: number): number {
  const { Nc, Dc, alphaN, alphaD } = coefficients;
  return ((Nc.value / n) ** (alphaN.value / alphaD.value) + Dc.value / d) ** alphaD.value;
}

/** The D of {@link kaplanLoss}: Dc / (L^(1 / alphaD) - (Nc / N)^(alphaN / alphaD)); null when the bracket is not positive. */
export function kaplanTokens({ coefficients }: KaplanLaw, n: number, nats: number): number | null {
  const { Nc, Dc, alphaN, alphaD } = coefficients;
  const room = nats ** (1 / alphaD.value) - (Nc.value / n) ** (alphaN.value / alphaD.value);
  return room > 0 ? Dc.value / room : null;
}

/** The sum inside its bracket: (Nc / N)^p + Dc / D, p = alphaN / alphaD. */
export function kaplanPowers({ coefficients }: KaplanLaw): Powers {
  const { Nc, Dc, alphaN, alphaD } = coefficients;
  const p = alphaN.value / alphaD.value;
  return { A: Nc.value ** p, B: Dc.value, alpha: p, beta: 1 };
}
