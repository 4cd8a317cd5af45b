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
};

/** L = E + A / N^alpha + B / D^beta: the loss from parameters and tokens. */
export const surfaceLawSchema = z.strictObject({
  kind: z.literal("surface"),
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
  fitted: z
    .strictObject({ parameters: rangeSchema, tokens: rangeSchema })
    .nullable()
    .optional()
    .describe("what the law was fitted on; outside it is extrapolation"),
  covariance: z
    .array(row5)
    .length(5)
    .nullable()
    .optional()
    .describe("covariance of (log E, log A, log B, alpha, beta)"),
  residualSd: z
    .number()
    .nonnegative()
    .nullable()
    .optional()
    .describe("standard deviation of log(observed / fitted) loss about the law"),
  uncertaintySource: z.string().optional().describe("where covariance and residualSd come from"),
});

/** The best split of a budget between parameters and tokens; says nothing of the loss itself. */
export const allocationLawSchema = z.strictObject({
  kind: z.literal("allocation"),
  ...common,
  coefficients: z.record(z.string(), coefficientSchema),
});

/**
 * A scaling law. A `surface` predicts loss from N and D and can be a scenario's `lossLaw`; an `allocation`
 * only splits a budget and is shown as a check.
 */
export const lawSchema = z
  .discriminatedUnion("kind", [surfaceLawSchema, allocationLawSchema])
  .meta({ id: "LossLaw", description: "A scaling law: a loss surface, or an allocation of compute." });

export type Coefficient = z.infer<typeof coefficientSchema>;
export type SurfaceLaw = z.infer<typeof surfaceLawSchema>;
export type AllocationLaw = z.infer<typeof allocationLawSchema>;
export type LossLaw = z.infer<typeof lawSchema>;
