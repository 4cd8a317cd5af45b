import { once } from "@wallclock/hardware/schema";
import * as z from "zod";

/** What a calibration is made of: the model with a machine's factors, or a line in counts alone. */
export const calibrationForms = ["full", "sum", "copies", "flop"] as const;
export type CalibrationForm = (typeof calibrationForms)[number];

const finite = /* @__PURE__ */ once(() => z.number());
const numbers = /* @__PURE__ */ once(() => z.array(finite()));

const coefficientSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    value: finite(),
    standardError: z.number().nonnegative().nullable().describe("null where the runs do not say"),
    default: finite().nullable().describe("what it is without a calibration"),
  }),
);

/** Form full: the measured rows as the process sees them; with them any point is foretold (docs/method.md, "Calibration"). */
const processSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    kind: z.literal("process"),
    rows: z.array(
      z.strictObject({
        sensitivities: numbers(),
        features: numbers(),
        logRatio: finite(),
        noise: z.number().positive(),
      }),
    ),
  }),
);

/** The other forms: the line's uncertainty. */
const lineSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    kind: z.literal("line"),
    terms: z.array(z.enum(["constant", "copies", "flop"])),
    /** Rows less coefficients, a count. */
    degrees: z.number().int().nonnegative(),
    /** Scatter of a measured time about the line, seconds; null where the runs leave none. */
    residualSd: z.number().nonnegative().nullable(),
    /**
     * Inverse of XᵀX, X the counts: times residualSd² it is the covariance of the coefficients, each in seconds a
     * count.
     */
    unscaledCovariance: z.array(numbers()),
  }),
);

/** What measured runs of one machine taught: the reply of `calibrate`, and an input of every estimate. */
export const calibrationSchema = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      schema: z.literal("wallclock/calibration/1"),
      engine: z.string().describe("version of the engine that made it"),
      form: z.enum(calibrationForms),
      device: z.string().min(1),
      runs: z.number().int().min(1),
      coefficients: z.record(z.string(), coefficientSchema()),
      residuals: z.strictObject({
        mape: z.number().nonnegative(),
        r2: finite().nullable().describe("of seconds; null for a single run"),
        leaveOneOutMape: z.number().nonnegative().nullable(),
      }),
      domain: z.record(z.string(), z.tuple([finite(), finite()])).describe("ranges that the runs span"),
      measureNext: z.array(z.record(z.string(), z.unknown())).describe("scenarios that would teach most"),
      support: z.discriminatedUnion("kind", [processSchema(), lineSchema()]),
      notes: z.array(
        z.strictObject({
          code: z.string(),
          severity: z.enum(["info", "warning"]),
          message: z.string(),
        }),
      ),
    })
    .meta({ id: "Calibration", description: "What measured runs of one machine taught." }),
);

export type Calibration = z.infer<ReturnType<typeof calibrationSchema>>;
