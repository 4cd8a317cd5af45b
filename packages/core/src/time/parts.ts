import type { Resolved } from "../spec/resolved.ts";
import type { TimeConstants } from "./constants.ts";
import { exposedDataSeconds } from "./overlap.ts";
import type { Pass } from "./pass.ts";
import type { StepTerms } from "./terms.ts";

/** The seconds of a step by part, in the order in which a reply lists them. */
export interface PartSeconds {
  readonly matmul: number;
  readonly attention: number;
  readonly "memory-traffic": number;
  readonly "kernel-launch": number;
  readonly host: number;
  readonly "tensor-parallel": number;
  readonly "context-parallel": number;
  readonly "expert-parallel": number;
  readonly "pipeline-transfer": number;
  readonly "pipeline-bubble": number;
  readonly "data-parallel": number;
  readonly optimizer: number;
  readonly "optimizer-matmul": number;
  readonly "optimizer-launch": number;
  readonly stragglers: number;
  readonly "step-start": number;
}

/** What decides how micro-steps make up a step. */
export interface StepLayout {
  readonly resolved: Pick<Resolved, "parallel" | "software">;
  readonly constants: TimeConstants;
  readonly pass: Pass;
}

/**
 * The parts of a step of `accumulation` micro-steps (M8–M12 of docs/method.md).
 *
 * Formula: m × each part of a micro-step and its collectives; bubble (p − 1) / v × micro-step, with half a wait for the head
 * on the last stage alone; exposed data-parallel time; optimizer; a share for stragglers; the start of a step. Seconds.
 */
export function partSeconds(terms: StepTerms, layout: StepLayout, accumulation: number): PartSeconds {
  const { micro, wires, optimizer } = terms;
  const { resolved, constants, pass } = layout;
  const { pipeline: p, interleave: v, data, context } = resolved.parallel;
  const m = accumulation;
  const stageSeconds = micro.total + wires.tensorSeconds + wires.expertSeconds + wires.pipelineSeconds;
  // The head sits on the last stage alone: the others wait for it half of the time.
  const imbalance = (m * micro.head * (p - 1)) / 2;
  const parts = {
    matmul: m * micro.matmul,
    attention: m * micro.attention,
    "memory-traffic": m * micro.memory,
    "kernel-launch": m * micro.kernels,
    host: m * micro.host,
    "tensor-parallel": m * wires.tensorSeconds,
    "context-parallel": m * micro.context,
    "expert-parallel": m * wires.expertSeconds,
    "pipeline-transfer": m * wires.pipelineSeconds,
    "pipeline-bubble": ((p - 1) / v) * stageSeconds + imbalance,
    "data-parallel": exposedDataSeconds(resolved, wires, { stageSeconds, accumulation }, constants),
    optimizer: optimizer.memorySeconds,
    "optimizer-matmul": optimizer.matmulSeconds,
    "optimizer-launch": optimizer.launchSeconds,
    stragglers: 0,
    "step-start": 0,
  };
  parts.stragglers = secondsOf(parts) * constants.jitterPerDoubling * Math.log2(data * context);
  parts["step-start"] = pass === "forward" ? 0 : constants.stepStartSeconds;
  return parts;
}

/** The parts together. */
export function secondsOf(parts: PartSeconds): number {
  return (
    parts.matmul +
    parts.attention +
    parts["memory-traffic"] +
    parts["kernel-launch"] +
    parts.host +
    parts["tensor-parallel"] +
    parts["context-parallel"] +
    parts["expert-parallel"] +
    parts["pipeline-transfer"] +
    parts["pipeline-bubble"] +
    parts["data-parallel"] +
    parts.optimizer +
    parts["optimizer-matmul"] +
    parts["optimizer-launch"] +
    parts.stragglers +
    parts["step-start"]
  );
}
