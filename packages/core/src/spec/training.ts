import { once } from "@wallclock/hardware/schema";
import * as z from "zod";
import { optimizers, recomputes } from "../ledger/workload.ts";
import { positiveInteger } from "./model.ts";
import { precisions } from "./precision.ts";

export const mixedPrecisions = ["master", "autocast", "pure"] as const;

/** How the model is trained: batch, tokens, number formats, optimizer. Every field may be left out. */
export const trainingSchema = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      contextLength: positiveInteger().optional().describe("tokens a sequence"),
      tokens: z
        .number()
        .positive()
        .nullable()
        .optional()
        .describe("tokens to train on; 20 × parameters by default"),
      globalBatchSequences: positiveInteger()
        .optional()
        .describe("sequences an optimizer step, over all devices"),
      microBatchSequences: positiveInteger()
        .optional()
        .describe("sequences a forward pass, on one data-parallel rank"),
      accumulation: positiveInteger().optional().describe("micro-batches an optimizer step"),
      precision: z.enum(precisions).optional().describe("number format of the matmuls"),
      mixedPrecision: z
        .enum(mixedPrecisions)
        .optional()
        .describe(
          "master: 16-bit weights with fp32 masters; autocast: fp32 weights cast at use; pure: one format",
        ),
      optimizer: z.enum(optimizers).optional().describe("update rule"),
      recompute: z.enum(recomputes).optional().describe("activations computed again in the backward pass"),
      uniqueTokens: z
        .number()
        .positive()
        .nullable()
        .optional()
        .describe("tokens of distinct data, when it repeats"),
      bytesPerToken: z
        .number()
        .positive()
        .nullable()
        .optional()
        .describe("bytes of text a token, for bits per byte"),
      criticalBatchTokens: z
        .number()
        .positive()
        .nullable()
        .optional()
        .describe("critical batch size in tokens"),
      overheadShare: z
        .number()
        .min(0)
        .lt(1)
        .optional()
        .describe("evaluation, checkpoints and restarts, as a share of run time"),
    })
    .meta({ id: "Training", description: "How the model is trained." }),
);

export type TrainingInput = z.infer<ReturnType<typeof trainingSchema>>;
