import type { BestShape, CurvePoint, Estimate, LedgerReply, LossTarget } from "@wallclock/core";
import * as z from "zod";
import {
  type Holds,
  interval,
  issueSchema,
  noteSchema,
  parametersSchema,
  type Same,
  type Writable,
} from "./common.ts";

const memorySchema = z
  .object({
    bytesPerDevice: z.number(),
    capacityBytes: z.number().nullable(),
    fits: z.boolean().nullable().describe("null where the capacity is not known"),
    parts: z.array(z.object({ name: z.string(), bytes: z.number() })),
  })
  .meta({ id: "Memory", description: "What fills a device." });

const lossSchema = z
  .object({ nats: interval, law: z.string(), inDomain: z.boolean() })
  .meta({ id: "Loss", description: "The loss at the end, nats a token." });

const curvePoint = z.object({
  seconds: z.number(),
  tokens: z.number(),
  nats: z.number(),
  p10: z.number().describe("lower end of the law's 80 % interval"),
  p90: z.number(),
});

const sizedRun = z.object({
  parameters: z.number(),
  layers: z.number(),
  width: z.number(),
  seconds: z.number(),
  tokens: z.number(),
  nats: z.number(),
});

const target = z.object({
  nats: z.number(),
  reached: curvePoint.nullable().describe("null: never, with this model"),
  inDomain: z.boolean().nullable().describe("whether the law was fitted on runs as long as that"),
  floorNats: z.number().describe("what this model ends above, however many tokens it sees"),
  sizes: z
    .object({ smallest: sizedRun, quickest: sizedRun })
    .nullable()
    .describe("where this model never does: sizes of its shape that do"),
});

const best = sizedRun.extend({ atEdge: z.boolean(), isLower: z.boolean() });

/** The reply of `estimate`. */
export const estimateSchema = z
  .object({
    schema: z.literal("wallclock/estimate/1"),
    id: z.string().nullable(),
    engine: z.string().describe("version of @wallclock/core"),
    parameters: parametersSchema,
    ledger: z
      .object({
        flopPerStep: z.number(),
        copiesPerStep: z.number(),
        bytesPerStep: z.number(),
        launchesPerStep: z.number(),
      })
      .describe("exact counts of one optimizer step over all devices"),
    step: z.object({
      seconds: interval,
      tokensPerSecond: z.number(),
      mfu: z.number().describe("model FLOPs a second over the dense peak of the precision"),
      parts: z
        .array(
          z.object({
            name: z.string(),
            seconds: z.number(),
            bound: z.enum(["compute", "memory", "launch", "network", "bubble"]),
          }),
        )
        .describe("sum to seconds.p50"),
    }),
    run: z.object({ seconds: interval, steps: z.number(), tokens: z.number(), deviceHours: z.number() }),
    memory: memorySchema,
    loss: lossSchema,
    cost: z.object({
      usd: z.number().nullable(),
      joules: z.number().nullable(),
      kgCo2e: z.number().nullable(),
    }),
    baselines: z
      .object({ flopOnlySeconds: z.number(), copiesOnlySeconds: z.number() })
      .describe("what FLOPs alone and memory copies alone say of a step"),
    assumed: z
      .array(z.object({ path: z.string(), value: z.unknown() }))
      .describe("every default that was used"),
    notes: z.array(noteSchema),
  })
  .meta({ id: "Estimate", description: "Time, memory, loss and cost of one training run." });

const totals = z.object({ flop: z.number(), copies: z.number(), bytes: z.number(), launches: z.number() });
const phase = z.enum(["forward", "backward", "optimizer", "recompute", "collective"]);

/** The reply of `ledger`. */
export const ledgerSchema = z
  .object({
    schema: z.literal("wallclock/ledger/1"),
    id: z.string().nullable(),
    engine: z.string(),
    variant: z.enum(["unfused", "fused"]),
    ops: z.array(
      z.object({
        name: z.string(),
        phase,
        scope: z.enum(["layer", "outside"]),
        count: z.number(),
        flop: z.number(),
        copies: z.number().describe("elements read plus elements written"),
        bytes: z.number(),
        launches: z.number(),
        shape: z.string(),
        formula: z.string(),
      }),
    ),
    byPhase: z.record(phase, totals),
    totals,
    parameters: parametersSchema,
  })
  .meta({ id: "Ledger", description: "One micro-batch on one device, operation by operation." });

/** The reply of `loss`. */
export const lossReplySchema = lossSchema
  .extend({
    curve: z.array(curvePoint).describe("loss against wall time along the run"),
    target: target.optional(),
    bestShape: best
      .optional()
      .describe("where the scenario has a budget: the size of its shape that ends lowest"),
  })
  .meta({ id: "LossReply", description: "What the run reaches, and when." });

export { memorySchema };

/** The reply of `estimate:batch`: an estimate, or what is wrong with the scenario in its place. */
export const batchSchema = z
  .array(
    z.union([
      estimateSchema,
      z.object({ id: z.string().nullable(), line: z.int().min(1), issues: z.array(issueSchema) }),
    ]),
  )
  .meta({ id: "BatchReply", description: "In the order of the scenarios." });

export type Checks = [
  Holds<Same<z.infer<typeof curvePoint>, Writable<CurvePoint>>>,
  Holds<Same<z.infer<typeof target>, Writable<LossTarget>>>,
  Holds<Same<z.infer<typeof best>, Writable<BestShape>>>,
  Holds<
    Same<Pick<z.infer<typeof ledgerSchema>, "totals" | "ops">, Pick<Writable<LedgerReply>, "totals" | "ops">>
  >,
  Holds<
    Same<
      Omit<z.infer<typeof estimateSchema>, "assumed" | "notes">,
      Omit<Writable<Estimate>, "assumed" | "notes">
    >
  >,
];
