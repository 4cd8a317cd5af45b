import { once } from "@wallclock/hardware/schema";
import * as z from "zod";

const optionalNumber = /* @__PURE__ */ once(() => z.number().nullable().optional());

const knowledge = /* @__PURE__ */ once(() => ({
  standardError: optionalNumber(),
  p2_5: optionalNumber().describe("lower end of its 95 % interval"),
  p97_5: optionalNumber().describe("upper end of its 95 % interval"),
  status: z.string().optional().describe("where the figure was read: paper, repository and commit"),
}));

/** One fitted number of a law, with how well it is known and where it was read. */
export const coefficientSchema = /* @__PURE__ */ once(() =>
  z.strictObject({ value: z.number().nonnegative(), ...knowledge() }),
);

/** A coefficient that may lie below 0. */
export const signedCoefficientSchema = /* @__PURE__ */ once(() =>
  z.strictObject({ value: z.number(), ...knowledge() }),
);

/** A coefficient that something is divided by. */
export const positiveCoefficientSchema = /* @__PURE__ */ once(() =>
  z.strictObject({ value: z.number().positive(), ...knowledge() }),
);

export type Coefficient = z.infer<ReturnType<typeof signedCoefficientSchema>>;

export const rangeSchema = /* @__PURE__ */ once(() =>
  z.strictObject({ min: z.number().nonnegative(), max: z.number().positive() }),
);

/** What every law says about itself. */
export const common = /* @__PURE__ */ once(() => ({
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
        coefficients: z.record(z.string(), coefficientSchema()),
      }),
    )
    .optional()
    .describe("the same authors' figures for other runs or other definitions of N; shown, never evaluated"),
}));

/** What every surface says of its fit. */
export const fit = /* @__PURE__ */ once(() => ({
  unit: z.literal("nats/token"),
  fitted: z
    .strictObject({
      parameters: rangeSchema(),
      tokens: rangeSchema(),
      compute: rangeSchema().optional().describe("6 N D of its runs, FLOP: beyond it a law extrapolates too"),
      aspect: rangeSchema().optional().describe("width / layers"),
    })
    .nullable()
    .optional()
    .describe("what the law was fitted on; outside it is extrapolation"),
  residualSd: z
    .number()
    .nonnegative()
    .nullable()
    .optional()
    .describe("scatter of log(observed / fitted) loss: four fifths of the runs lie within 1.28 of it"),
  uncertaintySource: z.string().optional().describe("where covariance and residualSd come from"),
}));

/** A covariance of so many coefficients. */
export const square = (size: number) => z.array(z.array(z.number()).length(size)).length(size);

/** Two powers, A / N^alpha and B / D^beta: at the least of their sum a budget is split best. */
export interface Powers {
  readonly A: number;
  readonly B: number;
  readonly alpha: number;
  readonly beta: number;
}

/** What a formula gives below this, nats/token, is no loss: it gives this instead. Assumed; only an offset law comes here. */
export const leastLoss = 1e-6;
