import { once } from "@wallclock/hardware/schema";
import * as z from "zod";
import { calibrationSchema } from "../calibrate/index.ts";
import { fail } from "../errors/issue.ts";
import { quote } from "../errors/quote.ts";
import { recomputes } from "../ledger/workload.ts";
import { lawSchema } from "../loss/index.ts";
import { ffnKinds, modelSchema, positiveInteger } from "../spec/model.ts";
import { parallelSchema } from "../spec/parallel.ts";
import { checkNesting } from "../spec/parse-scenario.ts";
import { budgetSchema, hardwareRefSchema } from "../spec/scenario.ts";
import { softwareSchema } from "../spec/software.ts";
import { trainingSchema } from "../spec/training.ts";
import { parseWith } from "../spec/zod/issues.ts";

const positive = /* @__PURE__ */ once(() => z.number().positive());

/** Whole numbers to try: one, a list, or every `step` from `min` to `max`. */
const integersSchema = /* @__PURE__ */ once(() =>
  z.union([
    positiveInteger(),
    z.array(positiveInteger()).min(1),
    z.strictObject({ min: positiveInteger(), max: positiveInteger(), step: positiveInteger().optional() }),
  ]),
);

/** Ratios to try: one, a list, or every `step` from `min` to `max`. */
const ratiosSchema = /* @__PURE__ */ once(() =>
  z.union([
    positive(),
    z.array(positive()).min(1),
    z.strictObject({ min: positive(), max: positive(), step: positive().optional() }),
  ]),
);

const auto = /* @__PURE__ */ once(() => z.literal("auto"));

/** What may vary. A dimension left out is fixed by `model` or `training`, or takes a stated default. */
export const spaceSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    layers: integersSchema().optional().describe("layers"),
    width: integersSchema().optional().describe("width of the residual stream"),
    headDim: integersSchema().optional().describe("dimension of a head; heads = width / headDim"),
    ffnRatio: ratiosSchema().optional().describe("ffn = ffnRatio × width, to a multiple of 64"),
    kvRatio: integersSchema().optional().describe("kvHeads = heads / kvRatio"),
    ffnKind: z
      .union([z.enum(ffnKinds), z.array(z.enum(ffnKinds)).min(1)])
      .optional()
      .describe("kinds of feed-forward"),
    vocab: positiveInteger()
      .optional()
      .describe("one vocabulary: losses of different ones cannot be compared"),
    globalBatchSequences: z
      .union([auto(), integersSchema()])
      .optional()
      .describe("auto: powers of two from 2^15 to 2^22 tokens"),
    microBatchSequences: z
      .union([auto(), integersSchema()])
      .optional()
      .describe("auto: powers of two from 1 to 64"),
    recompute: z
      .union([auto(), z.enum(recomputes), z.array(z.enum(recomputes)).min(1)])
      .optional()
      .describe("auto: none, selective and full"),
    parallel: z
      .union([auto(), parallelSchema(), z.array(parallelSchema()).min(1)])
      .optional()
      .describe(
        "auto: every layout of the devices in data, tensor and pipeline ranks, sharding none, zero1, zero3",
      ),
  }),
);

const limit = /* @__PURE__ */ once(() => positive().nullable().optional());

const constraintsSchema = /* @__PURE__ */ once(() =>
  z.strictObject({
    fits: z.boolean().optional().describe("only runs that fit in memory; true by default"),
    minParameters: limit().describe("parameters.total at least"),
    maxParameters: limit().describe("parameters.total at most"),
    aspect: z
      .strictObject({ min: limit(), max: limit() })
      .nullable()
      .optional()
      .describe("width / layers, at least and at most"),
  }),
);

/** What to look for, where, and what it may cost. */
export const planRequestSchema = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      hardware: z.union([hardwareRefSchema(), z.array(hardwareRefSchema()).min(1)]),
      budget: budgetSchema()
        .nullable()
        .optional()
        .describe("what a run may take: time, money or device-hours"),
      objective: z
        .enum(["loss", "seconds", "usd"])
        .optional()
        .describe("what to make least; loss by default"),
      target: z
        .strictObject({ lossNats: positive() })
        .nullable()
        .optional()
        .describe("the loss to reach, with objective seconds or usd"),
      space: spaceSchema().optional(),
      model: z
        .union([
          z.string().min(1),
          z.strictObject({ hf: z.record(z.string(), z.unknown()) }),
          modelSchema().partial(),
        ])
        .optional()
        .describe("what every model has: fixes the fields that the space does not name"),
      training: trainingSchema().optional(),
      software: softwareSchema().optional(),
      lossLaw: z.union([z.string().min(1), lawSchema()]).optional(),
      calibration: calibrationSchema().nullable().optional(),
      constraints: constraintsSchema().optional(),
      top: positiveInteger().max(1000).optional().describe("how many of the best to return; 10 by default"),
    })
    .meta({ id: "PlanRequest", description: "A space of training runs, and which of them to find." }),
);

export type PlanRequest = z.infer<ReturnType<typeof planRequestSchema>>;
export type PlanSpace = z.infer<ReturnType<typeof spaceSchema>>;
export type PlanObjective = "loss" | "seconds" | "usd";

/**
 * A plan request from what JSON.parse gave: its types, single-field rules and the rules between fields are right,
 * defaults are not filled in.
 *
 * @throws UserError with one issue for each fault; `budget_missing`, `target_missing`, `target_without_cost`,
 * `tokens_and_budget`, `range_empty`
 * @example
 * parsePlanRequest({ hardware: "8x h100", budget: { seconds: 3600 } }).budget // => { seconds: 3600 }
 */
export function parsePlanRequest(input: unknown): PlanRequest {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    const message = `a plan request must be an object, not ${quote(input)}`;
    fail("wrong_type", "", message, '{ "hardware": …, "budget": …, "space": … }');
  }
  checkNesting(input, "a plan request");
  const request = parseWith(planRequestSchema(), input);
  checkGoal(request);
  checkRanges(request.space ?? {});
  checkConstraints(request.constraints ?? {});
  return request;
}

function checkGoal({ objective = "loss", target, budget, training }: PlanRequest): void {
  const tokens = training?.tokens ?? null;
  if (tokens !== null && (budget ?? null) !== null) {
    const message = "training.tokens and budget were both given: one decides the other";
    fail("tokens_and_budget", "budget", message, "leave one of the two out");
  }
  if (tokens !== null && (target ?? null) !== null) {
    const message = "training.tokens and target were both given: one decides the other";
    fail("tokens_and_target", "target", message, "leave one of the two out");
  }
  if (objective === "loss" && (target ?? null) !== null) {
    const message = "target goes with objective seconds or usd: the least of either that reaches it";
    fail("target_without_cost", "objective", message, "objective seconds");
  }
  if (objective === "loss" && (budget ?? null) === null && tokens === null) {
    const message = "objective loss needs a budget";
    fail("budget_missing", "budget", message, 'for example { "seconds": 86400 }');
  }
  if (objective !== "loss" && (target ?? null) === null && tokens === null) {
    const message = `objective ${objective} needs a target to reach`;
    fail("target_missing", "target", message, 'for example { "lossNats": 3 }');
  }
}

/** Values of one dimension at most. */
const mostValues = 100_000;

function checkRanges(space: PlanSpace): void {
  for (const [name, value] of Object.entries(space)) {
    if (typeof value !== "object" || value === null || !("min" in value)) continue;
    const { min, max, step = 1 } = value as { min: number; max: number; step?: number };
    if ((max - min) / step >= mostValues) {
      const message = `space.${name} has ${Math.floor((max - min) / step) + 1} values, at most ${mostValues}`;
      fail("out_of_range", `space.${name}`, message, "a wider step");
    }
    if (min > max)
      fail("range_empty", `space.${name}`, `space.${name}: min (${min}) must not exceed max (${max})`);
  }
}

function checkConstraints({
  minParameters,
  maxParameters,
  aspect,
}: z.infer<ReturnType<typeof constraintsSchema>>): void {
  if (minParameters != null && maxParameters != null && minParameters > maxParameters) {
    const message = `minParameters (${minParameters}) must not exceed maxParameters (${maxParameters})`;
    fail("range_empty", "constraints.minParameters", message);
  }
  if (aspect?.min != null && aspect.max != null && aspect.min > aspect.max) {
    const message = `aspect.min (${aspect.min}) must not exceed aspect.max (${aspect.max})`;
    fail("range_empty", "constraints.aspect", message);
  }
}
