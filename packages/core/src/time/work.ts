import type { Ledger } from "../ledger/build.ts";
import type { OpKind, Phase } from "../ledger/op.ts";
import { elementBytes } from "../spec/precision.ts";
import type { Resolved } from "../spec/resolved.ts";
import { type Geometry, heldWeights } from "./geometry.ts";
import { type KernelClassTraffic, kernelClassTraffic, type PassTraffic } from "./kernel-class.ts";
import type { Pass } from "./pass.ts";

/** What one device does in one micro-step: FLOPs by kind, bytes before any inflation, kernels. */
export interface DeviceWork {
  readonly denseFlop: number;
  readonly scoreFlop: number;
  readonly flashFlop: number;
  /** Score elements of flash attention, in units of one forward and backward pass over it: 14 FLOP × headDim. */
  readonly flashElements: number;
  readonly headFlop: number;
  /** Operands and results of the matmuls of the layers and of attention, bytes. */
  readonly operandBytes: number;
  readonly headOperandBytes: number;
  /** Traffic of the kernel class in the layers, bytes. */
  readonly elementwiseBytes: number;
  /** Traffic of the head's elementwise part, bytes. */
  readonly logitBytes: number;
  /** Embedding and final norm, bytes. */
  readonly outsideBytes: number;
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
/** Casting one weight under autocast moves this many bytes a micro-step: read fp32 and write 16 bit, forward and backward, and the gradient back. */
const castBytesPerWeight = 18;
/** Reads of the new gradient and of the sum, write of the sum. */
const accumulationCopies = 3;

/**
 * Traffic of the operands of dense matmuls in fp8 relative to 16 bit, with the kernels that scale and cast them. In 16 bit an activation costs 12
 * bytes: read and written forward (4), read three times and written once backward (8). In fp8 each read is one byte, but tensors are
 * first read for their largest value (2), read and written once or twice by the cast (3 or 4): about 18. Vendors' stacks
 * cast in the kernel before and scale by past maxima: about 14. Counted, with torchtitan's and NVIDIA's runs in view.
 */
const fp8Traffic = { apart: 18 / 12, fused: 14 / 12 };

/** FLOPs of a score element and dimension in flash attention: 4 forward, 10 backward. */
const flashFlopPerElement = 14;

/** How often each pass's work is done: forward again when activations are recomputed. */
interface Repeats {
  readonly forward: number;
  readonly backward: number;
}

/**
 * Turns the ledger of a micro-batch and the kernel class into one device's work under its parallel layout (M4a–M4d):
 * tensor ranks divide everything but operands of full width, pipeline stages divide the layers, context ranks the tokens.
 */
export function deviceWork(resolved: Resolved, ledger: Ledger, geometry: Geometry, pass: Pass): DeviceWork {
  return workOf({ resolved, geometry, flop: ledgerFlop(ledger), traffic: trafficOf(resolved) }, pass);
}

/** The model on its devices: what is counted, and how it lies there. */
export interface Counted {
  readonly resolved: Resolved;
  readonly geometry: Geometry;
  /** FLOPs of a micro-batch, by kind and phase. */
  readonly flop: LedgerFlop;
  /** What the software does around the matmuls. */
  readonly traffic: KernelClassTraffic;
}

/** {@link kernelClassTraffic} of a run. */
export function trafficOf({ software, training, model }: Resolved): KernelClassTraffic {
  return kernelClassTraffic(software, isAutocast(training), model);
}

/** {@link deviceWork} of what is counted already. */
export function workOf({ resolved, geometry, flop: ledger, traffic }: Counted, pass: Pass): DeviceWork {
  const { parallel, training, model } = resolved;
  const { tensor, pipeline, context } = parallel;
  const autocast = isAutocast(training);
  const repeats = repeatsOf(resolved, pass);
  const { stage } = geometry;
  const ranks = tensor * context;
  const flop = (kind: OpKind): number => flopOf(ledger, kind, pass, repeats.forward - 1);
  const bytes = elementSizes(resolved);
  const accumulates = training.accumulation > 1 && pass !== "forward";
  const held = heldWeights(geometry, parallel);
  const perLayer = layerTraffic(geometry, traffic, repeats, {
    tensor,
    sequenceParallel: parallel.sequenceParallel,
    bytes,
    quantised: quantisation(resolved),
  });
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
    ...outsideWork(resolved, geometry, traffic, repeats),
    castBytes: autocast ? castBytesPerWeight * held * (pass === "forward" ? 1 / 3 : 1) : 0,
    accumulationBytes: accumulates ? accumulationCopies * bytes.element * held : 0,
    backwardKernels: stage.layers * traffic.backward.kernels * repeats.backward,
    layerKernels:
      stage.layers *
      (traffic.forward.kernels * repeats.forward + traffic.backward.kernels * repeats.backward),
    outsideKernels: pass === "forward" ? outsideKernels / 3 : outsideKernels,
  };
}

function quantisation({ training, software }: Resolved): number {
  if (training.precision !== "fp8") return 1;
  return software.kernels === "megatron" ? fp8Traffic.fused : fp8Traffic.apart;
}

/** Bytes of a logit in each pass over the logits: 2 where one kernel reads them as they are, 3 half and half, 4 at FP32. */
function logitBytes({ training, software }: Resolved): number {
  if (elementBytes(training.precision) === 4) return 4;
  if (software.kernels === "compiled") return 2;
  return software.kernels === "library" && software.attention === "materialized" ? 3 : 4;
}

/** Share of a layer's forward that is done again before its backward. */
function recomputedShare({ training, software }: Resolved): number {
  if (training.recompute === "full") return 1;
  // Megatron recomputes the attention core, a small part; FSDP-style selective checkpointing about half the layer.
  return training.recompute === "selective" && software.kernels !== "megatron" ? 0.5 : 0;
}

function repeatsOf(resolved: Resolved, pass: Pass): Repeats {
  if (pass === "forward") return { forward: 1, backward: 0 };
  return { forward: 1 + recomputedShare(resolved), backward: 1 };
}

/** FLOPs of a ledger by kind of operation and phase. */
export type LedgerFlop = Readonly<Record<OpKind, Readonly<Record<Phase, number>>>>;

type FlopSums = { readonly [Kind in OpKind]: Record<Phase, number> };

const noFlop = { forward: 0, backward: 0, optimizer: 0, recompute: 0, collective: 0 };

/** Adds up the FLOPs that {@link deviceWork} and the update turn into time. */
export function ledgerFlop({ ops }: Pick<Ledger, "ops">): LedgerFlop {
  const sums: FlopSums = {
    "dense-matmul": { ...noFlop },
    "score-matmul": { ...noFlop },
    "flash-attention": { ...noFlop },
    "head-matmul": { ...noFlop },
    elementwise: { ...noFlop },
    optimizer: { ...noFlop },
  };
  for (const { kind, phase, flop } of ops) sums[kind][phase] += flop;
  return sums;
}

function flopOf(ledger: LedgerFlop, kind: OpKind, pass: Pass, recomputed: number): number {
  const { forward, backward, recompute } = ledger[kind];
  if (pass === "forward") return forward;
  // Recompute rows of the ledger are exact for "full"; selective stacks differ, so the share of the forward decides.
  const again = recomputed > 0 ? recomputed * forward : recompute;
  return forward + backward + again;
}

/** Bytes an element takes in each kind of tensor; autocast keeps some at fp32. */
interface ElementSizes {
  readonly element: number;
  readonly width: number;
  readonly query: number;
  readonly scores: number;
  readonly ffn: number;
}

/** Autocast has something to cast only where matmuls are narrower than the weights. */
function isAutocast({ mixedPrecision, precision }: Resolved["training"]): boolean {
  return mixedPrecision === "autocast" && elementBytes(precision) === 2;
}

function elementSizes({ training }: Resolved): ElementSizes {
  const element = elementBytes(training.precision);
  if (!isAutocast(training)) {
    return { element, width: element, query: element, scores: element, ffn: element };
  }
  return { element, width: 4, query: 3, scores: 3, ffn: 2 };
}

interface Split {
  readonly tensor: number;
  readonly sequenceParallel: boolean;
  readonly bytes: ElementSizes;
  /** Traffic of the operands of dense matmuls relative to 16 bit. */
  readonly quantised: number;
}

function layerTraffic(
  g: Geometry,
  traffic: { forward: PassTraffic; backward: PassTraffic },
  repeats: Repeats,
  { tensor, sequenceParallel, bytes, quantised }: Split,
): { operands: number; elementwise: number } {
  const times = repeats.forward + 2 * repeats.backward;
  const wide = g.operandsWide * g.tokens * g.width;
  const dense = times * (wide + (g.operandsInner * g.tokens + g.layerWeights) / tensor);
  const column = (key: "width" | "query" | "scores" | "ffn"): number =>
    (traffic.forward[key] * repeats.forward + traffic.backward[key] * repeats.backward) * bytes[key];
  const flash = traffic.forward.scores === 0;
  const query = g.tokens * g.query;
  // Flash reads Q, K, V and writes the output (4), and about twice that and the output again backward (9).
  const attention = flash
    ? query * (2 * repeats.forward + 5 * repeats.backward) +
      g.tokens * g.keyValue * (2 * repeats.forward + 4 * repeats.backward)
    : times * 2 * (2 * query + g.scores);
  return {
    operands: (dense * quantised + attention / tensor) * bytes.element,
    elementwise:
      (g.tokens * g.width * column("width")) / (sequenceParallel ? tensor : 1) +
      (query * column("query") + g.scores * column("scores") + g.tokens * g.ffn * column("ffn")) / tensor,
  };
}

function outsideWork(
  resolved: Resolved,
  g: Geometry,
  traffic: { forward: PassTraffic; backward: PassTraffic },
  repeats: Repeats,
): Pick<DeviceWork, "headOperandBytes" | "logitBytes" | "outsideBytes"> {
  const { tensor, pipeline } = resolved.parallel;
  const element = elementBytes(resolved.training.precision);
  const passes = 1 + 2 * repeats.backward;
  const logits = g.tokens * g.vocab * g.logitShare;
  const weights = g.logitShare > 0 ? g.width * g.vocab : 0;
  const head = g.tokens * g.width * g.logitShare + (weights + logits) / tensor;
  const columns = traffic.forward.logits + traffic.backward.logits * repeats.backward;
  const shareDone = repeats.backward === 0 ? 1 / 3 : 1;
  return {
    headOperandBytes: (passes * head * element) / pipeline,
    logitBytes: (columns * logits * logitBytes(resolved)) / tensor / pipeline,
    outsideBytes:
      ((12 * g.tokens * g.width + (2 * g.vocab * g.width) / tensor) * shareDone * element) / pipeline,
  };
}
