import type { Note } from "../errors/issue.ts";
import type { ParameterCount } from "../parameters/count.ts";
import type { Resolved } from "../spec/resolved.ts";
import { memoryConstants } from "./constants.ts";
import { bytesOf, type PeakBytes, peakBytes } from "./peak.ts";
import { candidateStages, type Stage } from "./stage.ts";
import { memoryTerms, stageMemory } from "./stage-memory.ts";
import { parameterPieces } from "./stage-parameters.ts";

/** What a part of a device's peak takes. */
export interface MemoryPart {
  readonly name: string;
  readonly bytes: number;
}

/** Peak memory of the device that holds the most. */
export interface MemoryEstimate {
  readonly bytesPerDevice: number;
  /** null: unknown, and then so is `fits`. */
  readonly capacityBytes: number | null;
  readonly fits: boolean | null;
  /** Sum to bytesPerDevice. */
  readonly parts: readonly MemoryPart[];
  readonly notes: readonly Note[];
}

/** The parts of the stage that holds the most, and which stage that is. */
function largestStage(resolved: Resolved, counts: ParameterCount): { peak: PeakBytes; stage: Stage } {
  const terms = memoryTerms(resolved);
  const pieces = parameterPieces(resolved.model, counts);
  const peaks = candidateStages(resolved).map((stage) => {
    const peak = peakBytes(stageMemory(resolved, terms, pieces, stage), terms.framework, stage.inFlight);
    return { peak, stage };
  });
  return peaks.reduce((most, each) => (bytesOf(each.peak) > bytesOf(most.peak) ? each : most));
}

function notesOf(resolved: Resolved, stage: Stage, bytes: number): Note[] {
  const capacity = resolved.hardware.device.memoryCapacityBytes;
  const { pipeline } = resolved.parallel;
  const notes: Note[] = [];
  const add = (code: string, severity: Note["severity"], message: string, path: string): void => {
    notes.push({ code, severity, message, path });
  };
  if (pipeline > 1)
    add(
      "memory-of-stage",
      "info",
      `stage ${stage.index + 1} of ${pipeline} holds the most; the memory is of its devices`,
      "parallel.pipeline",
    );
  if (capacity === null)
    add(
      "capacity-unknown",
      "info",
      "the device's memory is unknown: so is whether this fits",
      "hardware.device",
    );
  else if (Math.abs(bytes / capacity - 1) <= memoryConstants.tightShare.value)
    add(
      "memory-tight",
      "warning",
      `${(bytes / 1e9).toFixed(1)} GB is within ten percent of the device's ${(capacity / 1e9).toFixed(1)} GB, about the error of this estimate`,
      "hardware.device",
    );
  return notes;
}

/**
 * Peak memory of the device that holds the most: states, activations in flight, logits, buffers and framework, bytes.
 *
 * Of the pipeline's stages the first (most micro-batches in flight, the embedding), the second and the last (head and
 * logits) are counted and the largest is given. Gradients count throughout, as allocators keep their place. The loss, the
 * backward of one layer (what recompute brings back and its gradients) and the optimizer's step come one after another: the
 * largest of them counts, as `logits` and, for what exceeds those, `workspace`.
 *
 * Source: Rajbhandari et al. 2020 (arXiv 1910.02054) for states, Korthikanti et al. 2022 (arXiv 2205.05198) for
 * activations; see each part. Against 97 published peaks (validation/memory.csv) the mean absolute error is 3.5 %, with the
 * constants of the other sources 3.8 %, the worst 11 %.
 * Other conventions: `max_memory_allocated` leaves out framework, reserved bytes only context and NCCL.
 *
 * @example
 * estimateMemory(resolved, countParameters(gpt2)).bytesPerDevice // => 7.4499e9
 */
export function estimateMemory(resolved: Resolved, counts: ParameterCount): MemoryEstimate {
  const { peak, stage } = largestStage(resolved, counts);
  const bytesPerDevice = bytesOf(peak);
  const capacityBytes = resolved.hardware.device.memoryCapacityBytes;
  const fits = capacityBytes === null ? null : bytesPerDevice <= capacityBytes;
  const parts = Object.entries(peak).map(([name, bytes]) => ({ name, bytes }));
  return { bytesPerDevice, capacityBytes, fits, parts, notes: notesOf(resolved, stage, bytesPerDevice) };
}
