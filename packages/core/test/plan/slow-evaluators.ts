import { predictTime } from "../../src/calibrate/index.ts";
import { microBatchLedger } from "../../src/ledger/micro-batch.ts";
import { lawAt, lawParameters } from "../../src/loss/index.ts";
import { estimateMemory } from "../../src/memory/index.ts";
import { countParameters } from "../../src/parameters/index.ts";
import type { EvaluatorOf, Terms } from "../../src/plan/search/evaluator.ts";
import type { Family } from "../../src/plan/space/family.ts";
import { scenarioAt } from "../../src/plan/space/point.ts";
import type { Space } from "../../src/plan/space/space.ts";
import { ffnLayers } from "../../src/spec/ffn-layers.ts";
import { resolve } from "../../src/spec/resolve.ts";

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
      const ledger = microBatchLedger(run, counts.total);
      return predictTime(run, ledger, { calibration: space.request.calibration ?? null }).interval.p50;
    },
  };
}
