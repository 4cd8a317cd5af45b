import type { DeviceFacts } from "@wallclock/hardware/schema";
import { fail, type Note } from "../errors/issue.ts";
import { assumptionsIn } from "./assume.ts";
import type { Model } from "./model.ts";
import { elementBytes, type Precision, precisions } from "./precision.ts";
import { resolveBatch } from "./resolve-batch.ts";
import type { Assumption, Training } from "./resolved.ts";
import type { TrainingInput } from "./training.ts";

const usualContext = 2048;
/** More tokens than any run will see: beyond it the number is a slip. */
const mostTokens = 1e18;

/** What the training's defaults and checks depend on. */
export interface TrainingBasis {
  readonly model: Model;
  readonly device: DeviceFacts;
  /** Data-parallel ranks. */
  readonly data: number;
  /** Context-parallel ranks. */
  readonly context: number;
}

/**
 * Fills the training with the stated defaults and checks it against the model and the device.
 *
 * @throws UserError `precision_lacking`, `context_exceeds_positions`, `context_not_divisible`, and those of the batch.
 */
export function resolveTraining(
  input: TrainingInput,
  { model, device, data, context }: TrainingBasis,
): { training: Training; assumed: Assumption[]; notes: Note[] } {
  const { assumed, assume } = assumptionsIn<keyof TrainingInput>("training");
  const usual = Math.min(model.maxPositions ?? usualContext, usualContext);
  const contextLength = input.contextLength ?? assume("contextLength", usual);
  const notes = checkContext(contextLength, model, context);
  checkTokens(input.tokens ?? null);
  const { batch, assumed: batchAssumed } = resolveBatch(input, data);
  assumed.push(...batchAssumed);
  const precision = input.precision ?? assume("precision", usualPrecision(device));
  notes.push(...checkPrecision(precision, device));
  const training: Training = {
    contextLength,
    tokens: input.tokens ?? null,
    ...batch,
    precision,
    mixedPrecision: input.mixedPrecision ?? assume("mixedPrecision", usualMixedPrecision(precision)),
    optimizer: input.optimizer ?? assume("optimizer", "adamw" as const),
    recompute: input.recompute ?? assume("recompute", "none" as const),
    uniqueTokens: input.uniqueTokens ?? null,
    bytesPerToken: input.bytesPerToken ?? null,
    criticalBatchTokens: input.criticalBatchTokens ?? null,
    overheadShare: input.overheadShare ?? assume("overheadShare", 0),
  };
  return { training, assumed, notes };
}

/** bf16, else fp16, where a matrix unit has it; else fp32; else whatever the device has. */
function usualPrecision(device: DeviceFacts): Precision {
  const rates = device.matmulFlopPerSecond;
  const withUnit = (["bf16", "fp16"] as const).find((precision) => rates[precision].via === "tensor");
  if (withUnit !== undefined) return withUnit;
  return rates.fp32.value !== null
    ? "fp32"
    : (precisions.find((each) => rates[each].value !== null) ?? "fp32");
}

/** Matmuls at 32 bit need no second copy of the weights; narrower ones are taken to keep fp32 masters. */
function usualMixedPrecision(precision: Precision): Training["mixedPrecision"] {
  return elementBytes(precision) === 4 ? "pure" : "master";
}

function checkPrecision(precision: Precision, device: DeviceFacts): Note[] {
  const rate = device.matmulFlopPerSecond[precision];
  if (rate.value === null) {
    const has = precisions.filter((choice) => device.matmulFlopPerSecond[choice].value !== null);
    const preference: Record<Precision, readonly Precision[]> = {
      fp8: ["bf16", "fp16", "tf32", "fp32"],
      bf16: ["fp16", "tf32", "fp32"],
      fp16: ["bf16", "tf32", "fp32"],
      tf32: ["fp32", "bf16", "fp16"],
      fp32: ["tf32", "bf16", "fp16"],
    };
    const nearest = preference[precision].find((choice) => has.includes(choice));
    const message = `${device.id} has no ${precision} matmul rate that is known`;
    fail(
      "precision_lacking",
      "training.precision",
      message,
      nearest === undefined ? null : `nearest: ${nearest}`,
    );
  }
  if (rate.via === "vector" && precision !== "fp32") {
    const message = `${device.id} has no matrix unit for ${precision}: its vector units do the matmuls`;
    return [{ code: "vector-precision", severity: "warning", message, path: "training.precision" }];
  }
  return [];
}

/**
 * The rules between the context and the model's positions, and the ranks that share it.
 *
 * @throws UserError `context_not_divisible`, `context_exceeds_positions`
 */
export function checkContext(contextLength: number, model: Model, contextRanks: number): Note[] {
  const { maxPositions } = model;
  if (contextLength % contextRanks !== 0) {
    const near = Math.max(1, Math.round(contextLength / contextRanks)) * contextRanks;
    const message = `context (${contextRanks}) must divide contextLength (${contextLength})`;
    fail("context_not_divisible", "parallel.context", message, `nearest contextLength: ${near}`);
  }
  if (maxPositions === null || contextLength <= maxPositions) return [];
  const message = `contextLength (${contextLength}) exceeds the model's maxPositions (${maxPositions})`;
  if (model.positions === "learned") {
    fail("context_exceeds_positions", "training.contextLength", message, `at most ${maxPositions}`);
  }
  return [{ code: "context-beyond-positions", severity: "info", message, path: "training.contextLength" }];
}

function checkTokens(tokens: number | null): void {
  if (tokens === null || tokens <= mostTokens) return;
  fail(
    "out_of_range",
    "training.tokens",
    `tokens (${tokens}) must be at most ${mostTokens}`,
    `at most ${mostTokens}`,
  );
}
