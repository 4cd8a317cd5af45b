import { frameworkOf } from "../../memory/framework.ts";
import { bytesOf, peakBytes, type StageMemory } from "../../memory/peak.ts";
import { microBatchesInFlight, stageShapes } from "../../memory/stage.ts";
import { type MemoryTerms, memoryTerms, stageMemory } from "../../memory/stage-memory.ts";
import type { Resolved } from "../../spec/resolved.ts";
import type { LayeredModel } from "./shared.ts";

/** Peak bytes of the device that holds the most, by micro-batches a step. */
export type StepBytes = (accumulation: number) => number;

/** The memory of a family, by its layers. */
export type Memory = (layered: LayeredModel) => StepBytes;

/** The memory of a run as a function of its layers; `uniform` when its layers are all alike. */
export function memoryOf(resolved: Resolved, uniform: boolean): Memory {
  const { parallel } = resolved;
  const shared = uniform ? memoryTerms(resolved) : null;
  const framework = frameworkOf(resolved);
  // Never more micro-batches in flight than this: with more a step, memory stays as it is.
  const most = parallel.pipeline * (parallel.interleave > 1 ? 2 : 1);
  return (layered) => {
    const terms: MemoryTerms = shared ?? memoryTerms({ ...resolved, model: layered.model });
    const stages = stageShapes(layered.model, parallel);
    const memories = stages.map((stage) => stageMemory(resolved, terms, layered.pieces, stage));
    const peakOf = (memory: StageMemory, i: number, accumulation: number): number => {
      const inFlight = microBatchesInFlight(stages[i]!.index, parallel, accumulation);
      return bytesOf(peakBytes(memory, framework, inFlight));
    };
    let knownFor = 0;
    let known = 0;
    return (accumulation) => {
      const told = Math.min(accumulation, most);
      if (told !== knownFor) {
        known = 0;
        for (const [i, memory] of memories.entries()) known = Math.max(known, peakOf(memory, i, told));
        knownFor = told;
      }
      return known;
    };
  };
}
