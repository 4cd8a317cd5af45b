import { predictTime } from "../calibrate/index.ts";
import { UserError } from "../errors/issue.ts";
import { workloadOf } from "../estimate/workload.ts";
import { buildLedger } from "../ledger/index.ts";
import { type LossSurface, lawAt, lawParameters } from "../loss/index.ts";
import { estimateMemory } from "../memory/index.ts";
import { countParameters } from "../parameters/index.ts";
import { ffnLayers } from "../spec/ffn-layers.ts";
import { resolve } from "../spec/resolve.ts";
import type { Family } from "./family.ts";
import type { Rejection } from "./goal.ts";
import { scenarioAt } from "./point.ts";
import type { Space } from "./space.ts";

/** A family at one number of layers. Every answer may throw a UserError, as `estimate` does. */
export interface Terms {
  readonly parameters: number;
  /** The law for models of this shape. */
  readonly law: LossSurface;
  /** N as the law counts it. */
  readonly lawParameters: number;
  /** Peak bytes of a device. */
  bytes(accumulation: number): number;
  /** Median seconds of a step. */
  stepSeconds(accumulation: number): number;
}

/** What the search asks of a family. */
export interface Evaluator {
  /** The terms, or why `estimate` refuses that number of layers. @throws UserError the same */
  prepare(layers: number): Terms | Rejection;
}

/** Makes the evaluator of a family at its micro-batch, or says why `estimate` refuses all of it. @throws UserError the same */
export type EvaluatorOf = (family: Family, microBatch: number) => Evaluator | Rejection;

/** The name under which points are counted that `estimate` refuses; any other error is a bug and thrown on. */
export function rejectionOf(error: unknown): Rejection {
  if (!(error instanceof UserError)) throw error;
  return (error.issues[0]?.code ?? "invalid").replaceAll("_", "-");
}

/** Evaluates every point by the stages of `estimate` itself: exact and slow. */
export function slowEvaluators(space: Space): EvaluatorOf {
  return (family, microBatch) => ({ prepare: (layers) => slowTerms(space, family, microBatch, layers) });
}

function slowTerms(space: Space, family: Family, microBatch: number, layers: number): Terms {
  const resolved = (accumulation: number) => {
    const batch = { globalBatch: microBatch * family.data! * accumulation, microBatch, accumulation };
    const scenario = scenarioAt(space, { family, layers, batch }, null);
    return resolve({ ...scenario, budget: null }, family.block.site.machine);
  };
  const { model } = resolved(1);
  const counts = countParameters(model);
  const isMoe = ffnLayers(model).moe > 0;
  return {
    parameters: counts.total,
    law: lawAt(space.law, model),
    lawParameters: lawParameters({ law: space.law, parameters: counts, isMoe }),
    bytes: (accumulation) => estimateMemory(resolved(accumulation), counts).bytesPerDevice,
    stepSeconds: (accumulation) => {
      const run = resolved(accumulation);
      const ledger = buildLedger(run.model, workloadOf(run), counts.total);
      return predictTime(run, ledger, { calibration: space.request.calibration ?? null }).interval.p50;
    },
  };
}
