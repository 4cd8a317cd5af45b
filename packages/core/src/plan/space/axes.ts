import { type Recompute, recomputes } from "../../ledger/workload.ts";
import { expandModel } from "../../spec/expand-model.ts";
import { type FfnKind, isGated, type ModelInput } from "../../spec/model.ts";
import type { Assumption } from "../../spec/resolved.ts";
import type { PlanRequest, PlanSpace } from "../request.ts";

/** The fields of a model that are fixed. */
export type FixedModel = { readonly [K in keyof ModelInput]?: ModelInput[K] | undefined };

/** Values of the dimensions that do not depend on the machine; a null is fixed by the model, or follows from the others. */
export interface Axes {
  /** What every model of the space has; the dimensions below go over it. */
  readonly model: FixedModel;
  readonly vocab: number;
  readonly layers: readonly number[];
  readonly width: readonly number[];
  /** null: heads are fixed by the model. */
  readonly headDim: readonly (number | null)[];
  /** "usual": 4, gated 8/3; null: ffn is fixed by the model. */
  readonly ffnRatio: readonly (number | "usual" | null)[];
  /** null: kvHeads are fixed by the model. */
  readonly kvRatio: readonly (number | null)[];
  readonly ffnKind: readonly FfnKind[];
  /** A fraction: that many tokens are no whole number of sequences. null: it follows from micro-batch and accumulation. */
  readonly globalBatch: readonly (number | null)[];
  /** null: it follows from global batch and accumulation. */
  readonly microBatch: readonly (number | null)[];
  readonly recompute: readonly Recompute[];
  readonly contextLength: number;
  readonly assumed: readonly Assumption[];
}

const usual = {
  layers: { min: 2, max: 64, step: 2 },
  width: { min: 256, max: 8192, step: 256 },
  headDim: [64, 128],
  vocab: 50257,
  contextLength: 2048,
} as const;

/** Writes down what nobody said. */
type Assume = <T>(path: string, value: T, said?: unknown) => T;

/**
 * The values of every dimension: what the space names, else what the model or the training fixes, else a stated default.
 *
 * @throws UserError for a preset that is none
 */
export function axesOf(request: PlanRequest): Axes {
  const assumed: Assumption[] = [];
  const assume: Assume = (path, value, said = value) => {
    assumed.push({ path, value: said });
    return value;
  };
  const { space = {}, training = {} } = request;
  const model = fixedModel(request);
  const longest = Math.min(model.maxPositions ?? usual.contextLength, usual.contextLength);
  const contextLength = training.contextLength ?? assume("training.contextLength", longest);
  return {
    model,
    vocab: space.vocab ?? model.vocab ?? assume("space.vocab", usual.vocab),
    layers: integers(space.layers ?? model.layers ?? assume("space.layers", usual.layers)),
    width: integers(space.width ?? model.width ?? assume("space.width", usual.width)),
    ...headAxes(space, model, assume),
    ...ffnAxes(space, model, assume),
    ...batchAxes(request, contextLength, assume),
    recompute: recomputeAxis(space, training.recompute, assume),
    contextLength,
    assumed,
  };
}

function fixedModel({ model }: PlanRequest): FixedModel {
  if (model === undefined) return {};
  return typeof model === "string" || "hf" in model ? expandModel(model).model : model;
}

function headAxes(space: PlanSpace, model: FixedModel, assume: Assume): Pick<Axes, "headDim" | "kvRatio"> {
  const fixed = model.heads !== undefined;
  const headDim =
    space.headDim !== undefined
      ? integers(space.headDim)
      : fixed
        ? [null]
        : integers(model.headDim ?? assume("space.headDim", usual.headDim));
  const kvRatio =
    space.kvRatio !== undefined
      ? integers(space.kvRatio)
      : model.kvHeads !== undefined
        ? [null]
        : integers(assume("space.kvRatio", [1]));
  return { headDim, kvRatio };
}

function ffnAxes(space: PlanSpace, model: FixedModel, assume: Assume): Pick<Axes, "ffnRatio" | "ffnKind"> {
  const kinds = space.ffnKind ?? model.ffnKind ?? assume("space.ffnKind", "gelu" as const, ["gelu"]);
  const ffnKind = unique(typeof kinds === "string" ? [kinds] : kinds);
  if (space.ffnRatio !== undefined) return { ffnKind, ffnRatio: values(space.ffnRatio) };
  if (model.ffn !== undefined) return { ffnKind, ffnRatio: [null] };
  const said = [...new Set(ffnKind.map(usualRatio))].sort((a, b) => a - b);
  return { ffnKind, ffnRatio: assume("space.ffnRatio", ["usual" as const], said) };
}

/** ffn / width where nobody says: 4, with a gate 8/3, which has as many weights. */
export function usualRatio(kind: FfnKind): number {
  return isGated(kind) ? 8 / 3 : 4;
}

const powers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => 2 ** (from + index));

function batchAxes(
  { space = {}, training = {} }: PlanRequest,
  contextLength: number,
  assume: Assume,
): Pick<Axes, "globalBatch" | "microBatch"> {
  const global = space.globalBatchSequences ?? training.globalBatchSequences;
  const micro = space.microBatchSequences ?? training.microBatchSequences;
  const counted = training.accumulation !== undefined;
  const globals = (): (number | null)[] => {
    if (global === undefined && counted) return [null];
    const given = global ?? assume("space.globalBatchSequences", "auto" as const);
    return given === "auto" ? powers(15, 22).map((tokens) => tokens / contextLength) : integers(given);
  };
  const micros = (): (number | null)[] => {
    if (micro === undefined && counted && global !== undefined) return [null];
    const given = micro ?? assume("space.microBatchSequences", "auto" as const);
    return given === "auto" ? powers(0, 6) : integers(given);
  };
  return { globalBatch: globals(), microBatch: micros() };
}

function recomputeAxis(space: PlanSpace, fixed: Recompute | undefined, assume: Assume): readonly Recompute[] {
  const given = space.recompute ?? fixed ?? assume("space.recompute", "auto" as const);
  if (given === "auto") return recomputes;
  return unique(typeof given === "string" ? [given] : given);
}

type Values =
  | number
  | readonly number[]
  | { readonly min: number; readonly max: number; readonly step?: number | undefined };

const integers = values;

/** The values of a list or a range, rising, each once. */
function values(given: Values): number[] {
  if (typeof given === "number") return [given];
  if (!("min" in given)) return unique(given).sort((a, b) => a - b);
  const { min, max, step = 1 } = given;
  const count = Math.floor((max - min) / step + 1e-9) + 1;
  return Array.from({ length: count }, (_, index) => min + index * step);
}

function unique<T>(given: readonly T[]): T[] {
  return [...new Set(given)];
}
