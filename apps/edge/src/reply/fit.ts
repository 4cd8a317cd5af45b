import { lawSchema } from "@wallclock/core";
import * as z from "zod";
import { noteSchema } from "./common.ts";

const share = z.number().nullable();

/** The reply of `fit`. */
export const fitSchema = z
  .object({
    schema: z.literal("wallclock/fit/1"),
    engine: z.string(),
    recommended: z.string(),
    law: lawSchema.unwrap(),
    coefficients: z.record(
      z.string(),
      z.object({ value: z.number(), standardError: share, p2_5: share, p97_5: share }),
    ),
    inSample: z.object({ mape: z.number() }),
    heldOut: z.object({ mape: share, rows: z.int() }),
    baselines: z.array(z.object({ name: z.string(), heldOutMape: share })),
    notes: z.array(noteSchema),
    residuals: z
      .array(
        z.object({
          row: z.int().describe("line of the table, its header the first"),
          params: z.number(),
          tokens: z.number(),
          loss: z.number(),
          predicted: z.number(),
          residual: z.number(),
          heldOut: z.boolean(),
          heldOutPredicted: share,
        }),
      )
      .optional()
      .describe("where they are asked for"),
  })
  .meta({ id: "Fit", description: "A fitted law; errors are fractions." });
