import { batchPenalty, type LossSurface, lawAt, lawParameters, type TargetRun } from "../loss/index.ts";
import { countParameters, type ParameterCount } from "../parameters/index.ts";
import { ffnLayers } from "../spec/ffn-layers.ts";
import type { Resolved } from "../spec/resolved.ts";

type Counts = Pick<ParameterCount, "total" | "active" | "nonEmbedding">;

/**
 * A run as a loss law sees it, but for how long it goes on: the law for its shape, N as the law counts it, the tokens of a
 * step, distinct tokens, and what the batch costs.
 *
 * @example
 * runUnderLaw(besiroglu2024, resolve(scenario, machine)).parameters // => 124439808
 */
export function runUnderLaw(
  law: LossSurface,
  { model, training }: Pick<Resolved, "model" | "training">,
  parameters: Counts = countParameters(model),
): TargetRun {
  const stepTokens = training.globalBatchSequences * training.contextLength;
  return {
    law: lawAt(law, model),
    parameters: lawParameters({ law, parameters, isMoe: ffnLayers(model).moe > 0 }),
    stepTokens,
    uniqueTokens: training.uniqueTokens,
    penalty: batchPenalty(stepTokens, training.criticalBatchTokens),
  };
}
