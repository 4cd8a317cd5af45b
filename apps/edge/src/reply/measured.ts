import type { Validation } from "@wallclock/core";
import * as z from "zod";
import { type Holds, interval, issueSchema, type Same, type Writable } from "./common.ts";

const pass = z.enum(["train-step", "forward-backward", "forward"]);
const share = z.number().nullable();
const macro = z.object({
  mape: share,
  medianApe: share,
  coverage80: share.describe("share of measured times inside the 80 % interval"),
});

/** The reply of `validate`. */
export const validationSchema = z
  .object({
    schema: z.literal("wallclock/validation/1"),
    engine: z.string(),
    runs: z.array(
      z.object({
        id: z.string().nullable(),
        group: z.string(),
        pass,
        measuredSeconds: z.number().nullable(),
        predictedSeconds: interval,
        relativeError: share.describe("predicted / measured − 1"),
        baselines: z.object({ flopOnlySeconds: z.number(), copiesOnlySeconds: z.number() }),
        memoryRelativeError: share,
      }),
    ),
    groups: z.array(
      z.object({
        group: z.string(),
        pass,
        runs: z.number(),
        mape: z.number(),
        medianApe: z.number(),
        bias: z.number(),
        p90Ape: z.number(),
        worst: z.number(),
      }),
    ),
    macro: macro.describe("means over groups of train-step and forward-backward"),
    macroForward: macro,
    macroBaselines: z.object({ flopOnly: share, copiesOnly: share }),
    unpredicted: z.array(z.object({ id: z.string().nullable(), issues: z.array(issueSchema) })),
  })
  .meta({ id: "Validation", description: "Predicted against measured; errors are fractions." });

export type Checks = [
  Holds<
    Same<
      Omit<z.infer<typeof validationSchema>, "macro" | "macroForward">,
      Omit<Writable<Validation>, "macro" | "macroForward">
    >
  >,
];
