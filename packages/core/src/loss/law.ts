import * as z from "zod";

const optionalNumber = z.number().nullable().optional();

/** One fitted number of a law, with how well it is known and where it was read. */
export const coefficientSchema = z.strictObject({
  value: z.number().nonnegative(),
  standardError: optionalNumber,
  p2_5: optionalNumber.describe("lower end of its 95 % interval"),
  p97_5: optionalNumber.describe("upper end of its 95 % interval"),
  status: z.string().optional().describe("where the figure was read: paper, repository and commit"),
});

const rangeSchema = z.strictObject({ min: z.number().nonnegative(), max: z.number().positive() });
const row5 = z.array(z.number()).length(5);

/** What every law says about itself. */
const common = {
  id: z.string().min(1).describe("author-year"),
  title: z.string().optional(),
  citation: z.string().optional(),
  formula: z.string().optional().describe("in plain text"),
  n: z.enum(["total", "non-embedding"]).describe("which parameters the law counts as N"),
  d: z.string().optional().describe("which tokens the law counts as D"),
  dataset: z.string().nullable().optional(),
  tokenizer: z.string().nullable().optional(),
  vocabulary: z.int().positive().nullable().optional(),
  url: z.string().nullable().optional(),
  nNote: z.string().optional().describe("how its N departs from `n`"),
  warning: z.string().optional().describe("what its reader must know first"),
  variants: z
    .array(
      z.strictObject({
        name: z.string(),
        n: z.enum(["total", "non-embedding"]).optional(),
        coefficients: z.record(z.string(), coefficientSchema),
      }),
    )
    .optional()
    .describe("the same authors' figures for other runs or other definitions of N; shown, never evaluated"),
};

/** What every surface says of its fit. */
const fit = {
  fitted: z
    .strictObject({ parameters: rangeSchema, tokens: rangeSchema })
    .nullable()
    .optional()
    .describe("what the law was fitted on; outside it is extrapolation"),
  residualSd: z
    .number()
    .nonnegative()
    .nullable()
    .optional()
    .describe("standard deviation of log(observed / fitted) loss about the law"),
  uncertaintySource: z.string().optional().describe("where covariance and residualSd come from"),
};

/** L = E + A / N^alpha + B / D^beta: the loss from parameters and tokens. */
export const surfaceLawSchema = z.strictObject({
  kind: z.literal("surface"),
  form: z.literal("chinchilla").optional(),
  ...common,
  unit: z.literal("nats/token"),
  coefficients: z.strictObject({
    E: coefficientSchema.describe("loss of infinite parameters and data, nats/token"),
    A: coefficientSchema,
    B: coefficientSchema,
    alpha: coefficientSchema,
    beta: coefficientSchema,
  }),
  repetition: z
    .strictObject({ tokens: coefficientSchema, parameters: coefficientSchema })
    .nullable()
    .optional()
    .describe("R_D* and R_N* of a law that knows repeated data; null for one that does not"),
  covariance: z
    .array(row5)
    .length(5)
    .nullable()
    .optional()
    .describe("covariance of (log E, log A, log B, alpha, beta)"),
  ...fit,
});

/** L = ((Nc / N)^(alphaN / alphaD) + Dc / D)^alphaD: Kaplan et al. 2020, equation 1.5. */
export const kaplanLawSchema = z.strictObject({
  kind: z.literal("surface"),
  form: z.literal("kaplan"),
  ...common,
  unit: z.literal("nats/token"),
  coefficients: z.strictObject({
    Nc: coefficientSchema,
    Dc: coefficientSchema,
    alphaN: coefficientSchema,
    alphaD: coefficientSchema,
  }),
  ...fit,
});

/**
 * The best split of a budget between parameters and tokens; says nothing of the loss itself. Its coefficients, whichever
 * it publishes: N* = kN C^a, or 6 N* = kM C^a; D* = kD C^b; or A, B, alpha, beta of the surface it minimises.
 */
export const allocationLawSchema = z.strictObject({
  kind: z.literal("allocation"),
  ...common,
  coefficients: z.record(z.string(), coefficientSchema),
  budget: z
    .enum(["flop", "seconds"])
    .optional()
    .describe("what is split: C = 6 N D in FLOP (default), or time"),
  countedIn: z.number().positive().optional().describe("unit of N and D under A and B, e.g. 1e9"),
  lossUnit: z.string().nullable().optional().describe("of the losses it was fitted on"),
  fitted: z
    .strictObject({
      budget: rangeSchema.optional(),
      parameters: rangeSchema.optional(),
      tokens: rangeSchema.optional(),
    })
    .nullable()
    .optional()
    .describe("what the law was fitted on; outside it is extrapolation"),
});

/**
 * A scaling law. A `surface` predicts loss from N and D and can be a scenario's `lossLaw`; an `allocation`
 * only splits a budget and is shown as a check.
 */
export const lawSchema = z
  .discriminatedUnion("kind", [
    z.discriminatedUnion("form", [surfaceLawSchema, kaplanLawSchema]),
    allocationLawSchema,
  ])
  .meta({ id: "LossLaw", description: "A scaling law: a loss surface, or an allocation of compute." });

export type Coefficient = z.infer<typeof coefficientSchema>;
/** A surface of Chinchilla's form, E + A / N^alpha + B / D^beta. */
export type SurfaceLaw = z.infer<typeof surfaceLawSchema>;
export type KaplanLaw = z.infer<typeof kaplanLawSchema>;
/** Any law that gives a loss from N and D. */
export type LossSurface = SurfaceLaw | KaplanLaw;
export type AllocationLaw = z.infer<typeof allocationLawSchema>;
export type LossLaw = z.infer<typeof lawSchema>;

/** How well a law's figures are known: the worst of its coefficients. `given` when none says where it was read. */
export type LawStanding = "verified" | "second-hand" | "from memory" | "given";

/**
 * The {@link LawStanding} of a law, from the first words of the status of each coefficient. A figure we derived from read
 * ones (`derived: …`) lowers nothing.
 *
 * @example
 * standingOf(besiroglu2024) // => "verified"
 */
export function standingOf(law: LossLaw): LawStanding {
  const all: readonly Coefficient[] = Object.values(law.coefficients);
  const worst = (["from memory", "second-hand", "verified"] as const).find((word) =>
    all.some(({ status }) => status?.startsWith(word)),
  );
  return worst ?? "given";
}
