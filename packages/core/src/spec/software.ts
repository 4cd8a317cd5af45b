import { once } from "@wallclock/hardware/schema";
import * as z from "zod";

export const kernelClasses = ["unfused", "library", "megatron", "compiled"] as const;
export type KernelClass = (typeof kernelClasses)[number];
export const attentionKinds = ["materialized", "flash"] as const;
export const optimizerKernelKinds = ["synchronous", "loop", "foreach", "fused"] as const;

/** What runs on the device. */
export const softwareSchema = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      kernels: z
        .enum(kernelClasses)
        .optional()
        .describe(
          "unfused: hand-written modules; library: eager library kernels; megatron: its fused kernels; compiled: torch.compile, XLA, hand-fused",
        ),
      attention: z.enum(attentionKinds).optional().describe("scores written to memory, or flash attention"),
      optimizerKernels: z
        .enum(optimizerKernelKinds)
        .optional()
        .describe("synchronous: a Python loop with a device sync per tensor; loop; foreach; fused"),
      year: z.number().min(2016).max(2040).nullable().optional().describe("year of the software stack"),
    })
    .meta({ id: "Software", description: "The software that runs the step." }),
);

export type SoftwareInput = z.infer<ReturnType<typeof softwareSchema>>;
