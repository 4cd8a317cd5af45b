import { type Framework, frameworkBytes } from "./framework.ts";

/** What a stage holds, bytes: all but how many micro-batches are in flight. */
export interface StageMemory {
  readonly weights: number;
  readonly gradients: number;
  readonly optimizer: number;
  /** Short-lived lists of the optimizer's step. */
  readonly stepTemporary: number;
  /** Activations of one micro-batch in flight, and those that are kept once. */
  readonly keptEach: number;
  readonly keptOnce: number;
  /** What one layer needs while it runs backward: what recompute brings back, and gradients. */
  readonly layer: number;
  readonly logits: number;
  readonly communication: number;
}

/** The bytes of a stage at its worst moment by part, in the order in which a reply lists them. */
export interface PeakBytes {
  readonly weights: number;
  readonly gradients: number;
  readonly optimizer: number;
  readonly activations: number;
  readonly logits: number;
  readonly communication: number;
  readonly workspace: number;
  readonly framework: number;
}

/**
 * The worst of three moments, with `inFlight` micro-batches: the loss, a layer's backward, the optimizer's step; each counts
 * for what it exceeds those before it by. Bytes.
 */
export function peakBytes(stage: StageMemory, framework: Framework, inFlight: number): PeakBytes {
  const { weights, gradients, optimizer, logits, communication } = stage;
  const activations = inFlight * stage.keptEach + stage.keptOnce;
  const layer = Math.max(0, stage.layer - logits);
  const step = stage.stepTemporary - activations - logits - communication;
  const workspace = Math.max(layer, step);
  const transientBytes = activations + logits + communication + workspace;
  const heldBytes = weights + gradients + optimizer + transientBytes;
  return {
    weights,
    gradients,
    optimizer,
    activations,
    logits,
    communication,
    workspace,
    framework: frameworkBytes(framework, { transientBytes, heldBytes }),
  };
}

/** The parts together. */
export function bytesOf(peak: PeakBytes): number {
  return (
    peak.weights +
    peak.gradients +
    peak.optimizer +
    peak.activations +
    peak.logits +
    peak.communication +
    peak.workspace +
    peak.framework
  );
}
