import type { Note } from "../errors/issue.ts";
import type { ParameterCount } from "../parameters/index.ts";
import { attentionLayers } from "../spec/attention-layers.ts";
import type { Resolved } from "../spec/resolved.ts";

/**
 * Model FLOPs utilisation (M17): (6 × active parameters + 12 × layers × heads × headDim × attended span) × tokens a second
 * over the dense peak of all devices. Recomputed work does not count (Chowdhery et al. 2022, appendix B);
 * the span is min(contextLength, window) and is not halved for causal models, as there.
 */
export function mfuOf(resolved: Resolved, parameters: ParameterCount, tokensPerSecond: number): number {
  const { model, training, hardware } = resolved;
  const peak = hardware.device.matmulFlopPerSecond[training.precision].value ?? Number.NaN;
  const { full, sliding, window } = attentionLayers(model);
  const span =
    full * training.contextLength +
    sliding * Math.min(training.contextLength, window ?? training.contextLength);
  const flopPerToken = 6 * parameters.active + 12 * model.heads * model.headDim * span;
  return (flopPerToken * tokensPerSecond) / (hardware.count * peak);
}

/** An MFU above one is the definition's doing: it counts every parameter as a matmul's weight, tables and absent heads too. */
export function mfuNotes(mfu: number): Note[] {
  if (mfu <= 1) return [];
  const message = `mfu ${mfu.toFixed(2)} is above 1: its definition counts 6 FLOPs for parameters that no matmul uses, such as embedding tables`;
  return [{ code: "mfu-above-one", severity: "info", message, path: "model" }];
}
