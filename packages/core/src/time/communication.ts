import { elementBytes } from "../spec/precision.ts";
import type { Resolved } from "../spec/resolved.ts";
import { exchangesInBuckets } from "./buckets.ts";
import type { TimeConstants } from "./constants.ts";
import type { Geometry } from "./geometry.ts";
import { type RingRate, ringRate } from "./links.ts";
import type { Pass } from "./pass.ts";
import { type Placement, placementOf } from "./placement.ts";

/** Seconds on the wire. Per micro-step unless it says step; nothing is hidden yet. */
export interface Communication {
  readonly tensorSeconds: number;
  readonly contextSeconds: number;
  readonly expertSeconds: number;
  readonly pipelineSeconds: number;
  /** Gathering parameters and scattering gradients under ZeRO-3, each micro-step. */
  readonly gatherSeconds: number;
  /** Data-parallel gradients, once a step. */
  readonly gradientStepSeconds: number;
  /** Latency of the collectives that bring the updated parameters of each rank to the others, once a step. */
  readonly updateStepSeconds: number;
}

interface Wires {
  readonly resolved: Resolved;
  readonly geometry: Geometry;
  readonly constants: TimeConstants;
  readonly place: Placement;
  readonly rate: RingRate;
  readonly pass: Pass;
}

/** Share of a tensor-parallel collective that is left when it is overlapped with matmuls. Assumed. */
const asyncTensorLeft = 0.7;

/**
 * Time of every collective of a micro-step and of the step (M8–M10).
 * Ring all-reduce of S bytes over n ranks: 2 (n − 1) / n · S / rate; all-gather and reduce-scatter half of it.
 */
export function communicationOf(
  resolved: Resolved,
  geometry: Geometry,
  constants: TimeConstants,
  pass: Pass,
): Communication {
  const place = placementOf(resolved.parallel, resolved.hardware.perNode);
  const wires: Wires = {
    resolved,
    geometry,
    constants,
    place,
    rate: ringRate(resolved.hardware, constants),
    pass,
  };
  return {
    tensorSeconds: tensorSeconds(wires),
    contextSeconds: contextSeconds(wires),
    expertSeconds: expertSeconds(wires),
    pipelineSeconds: pipelineSeconds(wires),
    ...dataSeconds(wires),
  };
}

/** Activations of one micro-batch between two layers, bytes. */
function activationBytes({ resolved, geometry }: Wires): number {
  return geometry.tokens * geometry.width * elementBytes(resolved.training.precision);
}

/** Two all-reduces a layer forward, two backward, two more when the forward is recomputed (Shoeybi et al. 2019) (M8). */
function tensorSeconds(wires: Wires): number {
  const { resolved, geometry, constants, place, rate, pass } = wires;
  const { tensor, asyncTensor } = resolved.parallel;
  if (tensor === 1) return 0;
  const reduces = pass === "forward" ? 2 : 4 + (resolved.training.recompute === "full" ? 2 : 0);
  const bytes = ((2 * (tensor - 1)) / tensor) * activationBytes(wires);
  const one = bytes / rate(tensor, place.tensorInNode) + constants.collectiveSeconds;
  return geometry.stage.layers * reduces * one * (asyncTensor ? asyncTensorLeft : 1);
}

/** Ring attention: keys and values pass all ranks forward, and with their gradients backward (Liu et al. 2023). */
function contextSeconds({ resolved, geometry, constants, place, rate, pass }: Wires): number {
  const { context, tensor } = resolved.parallel;
  if (context === 1) return 0;
  const { kvHeads, headDim, mla } = resolved.model;
  const keyValue = mla === null ? 2 * kvHeads * headDim : mla.kvRank + mla.ropeDim;
  const bytes = (geometry.tokens * keyValue * elementBytes(resolved.training.precision)) / tensor;
  const times = pass === "forward" ? 1 : 3;
  // Each rank sends to one neighbour: across nodes, through its own network card alone.
  const crosses = context > place.contextInNode;
  const one = bytes / (crosses ? rate(2, 1) : rate(context, context)) + constants.collectiveSeconds;
  return geometry.stage.layers * times * (context - 1) * one;
}

/** Tokens to their experts and back, forward and backward: four all-to-alls a mixture layer. */
function expertSeconds(wires: Wires): number {
  const { resolved, geometry, constants, place, rate, pass } = wires;
  const { expert, tensor } = resolved.parallel;
  const { moe } = resolved.model;
  if (expert === 1 || moe === null) return 0;
  const inNode = ringRanksInNode(place, expert);
  const bytes = activationBytes(wires) / tensor;
  // Inside the node each expert gets its copy of a token; another node gets one, and passes it on (DeepSeek-V3's dispatch).
  const copies = (moe.active * (inNode - 1)) / expert;
  const inside = inNode > 1 ? (copies * bytes) / rate(inNode, inNode) : 0;
  const outside = expert > inNode ? (otherNodes(expert / inNode, moe.active) * bytes) / rate(2, 1) : 0;
  const one = Math.max(inside, outside) + constants.collectiveSeconds;
  return geometry.stage.mixtures * (pass === "forward" ? 2 : 4) * one;
}

/** How many other nodes of `nodes` hold at least one of the `active` experts of a token, with experts drawn at random. */
function otherNodes(nodes: number, active: number): number {
  return (nodes - 1) * (1 - (1 - 1 / nodes) ** active);
}

/** Activations to the next stage and their gradients back; tensor ranks send a share each. */
function pipelineSeconds(wires: Wires): number {
  const { resolved, place, rate, pass } = wires;
  const { pipeline, tensor } = resolved.parallel;
  if (pipeline === 1) return 0;
  const bytes = ((pass === "forward" ? 1 : 2) * activationBytes(wires)) / tensor;
  return bytes / (place.pipelineCrossesNodes ? rate(2, 1) : rate(2, 2));
}

/**
 * Gradients, and under ZeRO-3 parameters, over the ranks that hold the same weights: data × context ranks for most, and
 * expert-parallel ranks fewer for the experts.
 */
function dataSeconds(wires: Wires): DataSeconds {
  const { resolved, geometry, constants, pass } = wires;
  const { data, context, expert, tensor, pipeline, sharding, shardingGroup } = resolved.parallel;
  const ranks = data * context;
  if (ranks === 1) return { gatherSeconds: 0, gradientStepSeconds: 0, updateStepSeconds: 0 };
  const passed =
    ringPasses(wires, ranks, geometry.sharedWeights) +
    ringPasses(wires, ranks / expert, geometry.expertWeights / expert);
  const seconds = passed / (tensor * pipeline);
  const gradients = gradientBytes(resolved);
  const { layers } = geometry.stage;
  if (sharding === "zero3") {
    const parameters = elementBytes(resolved.training.precision);
    const collectives = pass === "forward" ? 1 : 3;
    const bytes = pass === "forward" ? parameters : 2 * parameters + gradients;
    const latency = collectives * layers * (constants.collectiveSeconds + ringLatency(wires, ranks));
    return { gatherSeconds: bytes * seconds + latency, gradientStepSeconds: 0, updateStepSeconds: 0 };
  }
  const updates = pass === "train-step" ? updateCollectives(resolved) * layers : 0;
  return {
    gatherSeconds: 0,
    gradientStepSeconds: pass === "forward" ? 0 : 2 * gradients * seconds,
    updateStepSeconds: updates * ringLatency(wires, shardingGroup * context),
  };
}

type DataSeconds = Pick<Communication, "gatherSeconds" | "gradientStepSeconds" | "updateStepSeconds">;

/**
 * Collectives a layer that ZeRO adds, once a step: each layer is scattered and gathered at once. Older ZeRO-1 gives each of
 * a layer's 12 tensors to one rank, which its gradient is reduced to and which broadcasts what it updated: 24 was chosen so that one
 * latency explains FSDP and ZeRO-1 runs alike, and counting explains it afterwards (docs/log.md, 2026-11-23).
 */
function updateCollectives(resolved: Resolved): number {
  const { sharding } = resolved.parallel;
  if (sharding === "none") return 0;
  return sharding === "zero1" && !exchangesInBuckets(resolved) ? 24 : 2;
}

/**
 * Latency of gathering or scattering across nodes: no tree does it, a ring does, and its ranks pass every piece on one
 * after the other. Inside one node there is none beyond that of any collective.
 */
function ringLatency({ place, constants }: Wires, ranks: number): number {
  return (ranks - ringRanksInNode(place, ranks)) * constants.hopSeconds;
}

/** Seconds in which weights of one byte each pass once around a ring of `ranks`: (n − 1) / n · weights / rate. */
function ringPasses({ place, rate }: Wires, ranks: number, weights: number): number {
  if (ranks <= 1 || weights === 0) return 0;
  return (((ranks - 1) / ranks) * weights) / rate(ranks, ringRanksInNode(place, ranks));
}

/** Of a ring of data and context ranks, those that share a node. */
function ringRanksInNode({ dataInNode, contextInNode }: Placement, ranks: number): number {
  return Math.min(ranks, dataInNode * contextInNode);
}

/** 16-bit gradients where weights are 16 bit; fp32 where they are, or where autocast keeps them so. */
function gradientBytes({ training }: Resolved): number {
  return training.mixedPrecision === "autocast" ? 4 : elementBytes(training.precision);
}
