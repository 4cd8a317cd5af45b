import type { Resolved } from "../spec/resolved.ts";
import type { TimeConstants } from "./constants.ts";
import { exposedDataSeconds } from "./overlap.ts";
import type { Pass } from "./pass.ts";
import type { StepTerms } from "./terms.ts";

/** Where the seconds of each part stand, in the order in which a reply lists them. */
const slot = {
  matmul: 0,
  attention: 1,
  "memory-traffic": 2,
  "kernel-launch": 3,
  host: 4,
  "tensor-parallel": 5,
  "context-parallel": 6,
  "expert-parallel": 7,
  "pipeline-transfer": 8,
  "pipeline-bubble": 9,
  "data-parallel": 10,
  optimizer: 11,
  "optimizer-matmul": 12,
  "optimizer-launch": 13,
  stragglers: 14,
  "step-start": 15,
} as const;

/** A part of a step. */
export type PartName = keyof typeof slot;

/** The parts of a step, in the order of their seconds. */
export const partNames = Object.keys(slot) as readonly PartName[];

/** The seconds of the parts of a step, in the order of {@link partNames}. */
export type PartSeconds = Float64Array;

/** Seconds to be written to. */
export function noPartSeconds(): PartSeconds {
  return new Float64Array(partNames.length);
}

/** What decides how micro-steps make up a step. */
export interface StepLayout {
  readonly resolved: Pick<Resolved, "parallel" | "software">;
  readonly constants: TimeConstants;
  readonly pass: Pass;
}

/**
 * Writes the parts of a step of `accumulation` micro-steps (M8–M12 of docs/method.md): a search does so for every point, into
 * the same place.
 *
 * Formula: m × each part of a micro-step and its collectives; bubble (p − 1) / v × micro-step, with half a wait for the head
 * on the last stage alone; exposed data-parallel time; optimizer; a share for stragglers; the start of a step. Seconds.
 *
 * @returns the parts together
 */
export function partSeconds(
  terms: StepTerms,
  layout: StepLayout,
  accumulation: number,
  out: PartSeconds,
): number {
  const { micro, wires, optimizer } = terms;
  const { resolved, constants, pass } = layout;
  const { pipeline: p, interleave: v, data, context } = resolved.parallel;
  const m = accumulation;
  const stageSeconds = micro.total + wires.tensorSeconds + wires.expertSeconds + wires.pipelineSeconds;
  // The head sits on the last stage alone: the others wait for it half of the time.
  const imbalance = (m * micro.head * (p - 1)) / 2;
  out[slot.matmul] = m * micro.matmul;
  out[slot.attention] = m * micro.attention;
  out[slot["memory-traffic"]] = m * micro.memory;
  out[slot["kernel-launch"]] = m * micro.kernels;
  out[slot.host] = m * micro.host;
  out[slot["tensor-parallel"]] = m * wires.tensorSeconds;
  out[slot["context-parallel"]] = m * micro.context;
  out[slot["expert-parallel"]] = m * wires.expertSeconds;
  out[slot["pipeline-transfer"]] = m * wires.pipelineSeconds;
  out[slot["pipeline-bubble"]] = ((p - 1) / v) * stageSeconds + imbalance;
  out[slot["data-parallel"]] = exposedDataSeconds(resolved, wires, { stageSeconds, accumulation }, constants);
  out[slot.optimizer] = optimizer.memorySeconds;
  out[slot["optimizer-matmul"]] = optimizer.matmulSeconds;
  out[slot["optimizer-launch"]] = optimizer.launchSeconds;
  out[slot.stragglers] = 0;
  out[slot["step-start"]] = 0;
  out[slot.stragglers] = sumOf(out) * constants.jitterPerDoubling * Math.log2(data * context);
  out[slot["step-start"]] = pass === "forward" ? 0 : constants.stepStartSeconds;
  return sumOf(out);
}

function sumOf(parts: PartSeconds): number {
  let sum = 0;
  for (let i = 0; i < parts.length; i += 1) sum += parts[i]!;
  return sum;
}
