import { once } from "@wallclock/hardware/schema";
import * as z from "zod";
import { checkedChinchillaLawSchema } from "./forms/chinchilla.ts";
import { type Coefficient, coefficientSchema, common, rangeSchema } from "./forms/common.ts";
import { interactionLawSchema } from "./forms/interaction.ts";
import { kaplanLawSchema } from "./forms/kaplan.ts";
import { logLinearLawSchema } from "./forms/log-linear.ts";

/**
 * The best split of a budget between parameters and tokens; says nothing of the loss itself. Its coefficients, whichever
 * it publishes: N* = kN C^a, or 6 N* = kM C^a; D* = kD C^b; or A, B, alpha, beta of the surface it minimises.
 */
export const allocationLawSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    kind: z.literal("allocation"),
    ...common(),
    coefficients: z.record(z.string(), coefficientSchema()),
    budget: z
      .enum(["flop", "seconds"])
      .optional()
      .describe("what is split: C = 6 N D in FLOP (default), or time"),
    countedIn: z.number().positive().optional().describe("unit of N and D under A and B, e.g. 1e9"),
    lossUnit: z.string().nullable().optional().describe("of the losses it was fitted on"),
    fitted: z
      .strictObject({
        /** budgets of its runs: FLOP, or seconds where the law is of time */
        budget: rangeSchema().optional(),
        parameters: rangeSchema().optional(),
        tokens: rangeSchema().optional(),
      })
      .nullable()
      .optional()
      .describe("what the law was fitted on; outside it is extrapolation"),
  }),
);

const surfaceSchema = /* @__PURE__ */ once(() =>
  z.discriminatedUnion("form", [
    checkedChinchillaLawSchema(),
    kaplanLawSchema(),
    interactionLawSchema(),
    logLinearLawSchema(),
  ]),
);

/**
 * A scaling law. A `surface` predicts loss from N and D and can be a scenario's `lossLaw`; an `allocation`
 * only splits a budget and is shown as a check.
 */
export const lawSchema = /* @__PURE__ */ once(() =>
  z
    .discriminatedUnion("kind", [surfaceSchema(), allocationLawSchema()])
    .meta({ id: "LossLaw", description: "A scaling law: a loss surface, or an allocation of compute." }),
);

/** Any law that gives a loss from N and D. */
export type LossSurface = z.infer<ReturnType<typeof surfaceSchema>>;
export type AllocationLaw = z.infer<ReturnType<typeof allocationLawSchema>>;
export type LossLaw = z.infer<ReturnType<typeof lawSchema>>;
export type { ChinchillaLaw } from "./forms/chinchilla.ts";
export type { Coefficient } from "./forms/common.ts";
export type { InteractionLaw } from "./forms/interaction.ts";
export type { KaplanLaw } from "./forms/kaplan.ts";
export type { LogLinearLaw } from "./forms/log-linear.ts";

/** How well a law's figures are known: the worst of its coefficients. `given` when none says where it was read. */
export type LawStanding =
  | "verified"
  | "second-hand"
  | "from memory"
  | "fitted"
  | "held"
  | "derived"
  | "given";

/**
 * The {@link LawStanding} of a law, from the first words of the status of each coefficient. A figure we derived from read
 * ones (`derived: …`) lowers nothing.
 *
 * @example
 * standingOf(besiroglu2024) // => "verified"
 */
export function standingOf(law: LossLaw): LawStanding {
  const all: readonly Coefficient[] = Object.values(law.coefficients);
  const worst = standings.find((word) => all.some((figure) => standingOfFigure(figure) === word));
  return worst ?? "given";
}

/** Whether a figure of a law was recalled and not read, which is the least that can be said of it: its {@link standingOf}. */
export function isRecalled({ coefficients }: LossLaw): boolean {
  const all: readonly Coefficient[] = Object.values(coefficients);
  return all.some(({ status }) => status?.startsWith(standings[0]));
}

/** From the least to the best known. */
const standings = ["from memory", "second-hand", "fitted", "held", "verified", "derived"] as const;

/** What the status of one figure begins with; `given` for one that says nothing, or nothing known. */
export function standingOfFigure({ status }: Coefficient): LawStanding {
  return standings.find((word) => status?.startsWith(word)) ?? "given";
}

/** Whether a law knows that tokens seen again are worth less. */
export function knowsRepetition(law: LossSurface): boolean {
  return "repetition" in law && (law.repetition ?? null) !== null;
}
