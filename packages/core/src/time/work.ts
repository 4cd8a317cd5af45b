import type { OpKind } from "../ledger/op.ts";
import { elementBytes } from "../spec/precision.ts";
import type { Counted } from "./counted.ts";
import { isAutocast } from "./element-sizes.ts";
import { heldWeights } from "./geometry.ts";
import { layerTraffic } from "./layer-traffic.ts";
import { flopOf } from "./ledger-flop.ts";
import { type OutsideTraffic, outsideTraffic } from "./outside-traffic.ts";
import type { Pass } from "./pass.ts";
import { repeatsOf } from "./repeats.ts";

/** What one device does in one micro-step: FLOPs by kind, bytes before any inflation, kernels. */
export interface DeviceWork extends OutsideTraffic {
  readonly denseFlop: number;
  readonly scoreFlop: number;
  readonly flashFlop: number;
  /** Score elements of flash attention, in units of one forward and backward pass over it: 14 FLOP × headDim. */
  readonly flashElements: number;
  readonly headFlop: number;
  /** Operands and results of the matmuls of the layers and of attention, bytes. */
  readonly operandBytes: number;
  /** Traffic of the kernel class in the layers, bytes. */
  readonly elementwiseBytes: number;
  /** Casting weights under autocast, bytes. */
  readonly castBytes: number;
  /** Adding the micro-batch's gradients to the sum, bytes. */
  readonly accumulationBytes: number;
  readonly layerKernels: number;
  /** Of the layers' kernels, those that autograd issues. */
  readonly backwardKernels: number;
  readonly outsideKernels: number;
}

/** Kernels outside the layers: embedding, final norm, head, loss and their backward passes. Counted, about. */
const outsideKernels = 30;
/**
 * Casting one weight under autocast moves this many bytes a micro-step: read fp32 and write 16 bit, forward and backward, and
 * the gradient back.
 */
const castBytesPerWeight = 18;
/** Reads of the new gradient and of the sum, write of the sum. */
const accumulationCopies = 3;

/** FLOPs of a score element and dimension in flash attention: 4 forward, 10 backward. */
const flashFlopPerElement = 14;

/**
 * Turns the ledger of a micro-batch and the kernel class into one device's work under its parallel layout (M4a–M4d):
 * tensor ranks divide everything but operands of full width, pipeline stages divide the layers, context ranks the tokens.
 */
export function workOf(counted: Counted, pass: Pass): DeviceWork {
  const { resolved, geometry, flop: ledger, traffic } = counted;
  const { parallel, training, model } = resolved;
  const { tensor, pipeline, context } = parallel;
  const autocast = isAutocast(training);
  const repeats = repeatsOf(resolved, pass);
  const { stage } = geometry;
  const ranks = tensor * context;
  const flop = (kind: OpKind): number => flopOf(ledger, kind, pass, repeats.forward - 1);
  const accumulates = training.accumulation > 1 && pass !== "forward";
  const held = heldWeights(geometry, parallel);
  const perLayer = layerTraffic(counted, repeats);
  return {
    denseFlop: (flop("dense-matmul") * stage.matmulShare) / ranks,
    // Scores written out are whole whatever the window: every layer's are alike.
    scoreFlop: (flop("score-matmul") * stage.layers) / model.layers / ranks,
    flashFlop: (flop("flash-attention") * stage.attentionShare) / ranks,
    flashElements:
      (flop("flash-attention") * stage.attentionShare) / ranks / (flashFlopPerElement * geometry.headDim),
    // The head is outside the layers that are recomputed.
    headFlop: flopOf(ledger, "head-matmul", pass, 0) / (ranks * pipeline),
    operandBytes: stage.layers * perLayer.operands,
    elementwiseBytes: stage.layers * perLayer.elementwise,
    ...outsideTraffic(counted, repeats),
    castBytes: autocast ? castBytesPerWeight * held * (pass === "forward" ? 1 / 3 : 1) : 0,
    accumulationBytes: accumulates ? accumulationCopies * elementBytes(training.precision) * held : 0,
    backwardKernels: stage.layers * traffic.backward.kernels * repeats.backward,
    layerKernels:
      stage.layers *
      (traffic.forward.kernels * repeats.forward + traffic.backward.kernels * repeats.backward),
    outsideKernels: pass === "forward" ? outsideKernels / 3 : outsideKernels,
  };
}
