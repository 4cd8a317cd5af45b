import { elementBytes } from "../spec/precision.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { TimeConstants } from "./constants.ts";
import type { Geometry } from "./geometry.ts";
import { type Placement, placementOf, type RingRate, ringRate } from "./links.ts";
import type { Pass } from "./pass.ts";

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
}

interface Wires {
  readonly resolved: Resolved;
  readonly geometry: Geometry;
  readonly constants: TimeConstants;
  readonly place: Placement;
  readonly rate: RingRate;
  readonly pass: Pass;
}

/** Share of a tensor-parallel collective that is left when it is overlapped with matmuls. */
const asyncTensorLeft = 0.7;

/**
 * Time of every collective of a micro-step and of the step.
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

/** Two all-reduces a layer forward, two backward, two more when the forward is recomputed (Shoeybi et al. 2019). */
function tensorSeconds(wires: Wires): number {
  const { resolved, geometry, constants, place, rate, pass } = wires;
  const { tensor, asyncTensor } = resolved.parallel;
  if (tensor === 1) return 0;
  const reduces = pass === "forward" ? 2 : 4 + (resolved.training.recompute === "full" ? 2 : 0);
  const bytes = ((2 * (tensor - 1)) / tensor) * activationBytes(wires);
  const one = bytes / rate(tensor, place.tensorInNode) + constants.collectiveSeconds;
  return geometry.stageLayers * reduces * one * (asyncTensor ? asyncTensorLeft : 1);
}

/** Ring attention: keys and values pass all ranks forward, and with their gradients backward (Liu et al. 2023). */
function contextSeconds({ resolved, geometry, constants, place, rate, pass }: Wires): number {
  const { context, tensor } = resolved.parallel;
  if (context === 1) return 0;
  const { kvHeads, headDim, mla } = resolved.model;
  const keyValue = mla === null ? 2 * kvHeads * headDim : mla.kvRank + mla.ropeDim;
  const bytes = (geometry.tokens * keyValue * elementBytes(resolved.training.precision)) / tensor;
  const times = pass === "forward" ? 1 : 3;
  const one = bytes / rate(context, place.contextInNode) + constants.collectiveSeconds;
  return geometry.stageLayers * times * (context - 1) * one;
}

/** Tokens to their experts and back, forward and backward: four all-to-alls a mixture layer. */
function expertSeconds({ resolved, geometry, constants, place, rate, pass }: Wires): number {
  const { expert, tensor } = resolved.parallel;
  const { moe, layers } = resolved.model;
  if (expert === 1 || moe === null) return 0;
  const inNode = Math.min(expert, place.dataInNode * place.contextInNode);
  const bytes =
    (geometry.tokens * moe.active * geometry.width * elementBytes(resolved.training.precision)) / tensor;
  const one = ((expert - 1) / expert) * (bytes / rate(expert, inNode)) + constants.collectiveSeconds;
  const moeLayers = (geometry.stageLayers * Math.max(0, layers - moe.denseLayers)) / moe.every / layers;
  return moeLayers * (pass === "forward" ? 2 : 4) * one;
}

/** Activations to the next stage and their gradients back; tensor ranks send a share each. */
function pipelineSeconds(wires: Wires): number {
  const { resolved, place, rate, pass } = wires;
  const { pipeline, tensor } = resolved.parallel;
  if (pipeline === 1) return 0;
  const bytes = ((pass === "forward" ? 1 : 2) * activationBytes(wires)) / tensor;
  return bytes / (place.pipelineCrossesNodes ? rate(2, 1) : rate(2, 2));
}

function dataSeconds(wires: Wires): Pick<Communication, "gatherSeconds" | "gradientStepSeconds"> {
  const { resolved, geometry, constants, place, rate, pass } = wires;
  const { data, tensor, pipeline, sharding } = resolved.parallel;
  if (data === 1) return { gatherSeconds: 0, gradientStepSeconds: 0 };
  const held = geometry.trainedWeights / (tensor * pipeline);
  const perByte = (data - 1) / data / rate(data, place.dataInNode);
  if (sharding === "zero3") {
    const collectives = pass === "forward" ? 1 : 3;
    const latency = collectives * geometry.stageLayers * constants.collectiveSeconds;
    return { gatherSeconds: collectives * held * 2 * perByte + latency, gradientStepSeconds: 0 };
  }
  if (pass === "forward") return { gatherSeconds: 0, gradientStepSeconds: 0 };
  return { gatherSeconds: 0, gradientStepSeconds: 2 * held * gradientBytes(resolved) * perByte };
}

/** 16-bit gradients where weights are 16 bit with fp32 masters; else fp32. */
function gradientBytes({ training }: Resolved): number {
  return training.mixedPrecision === "master" ? 2 : 4;
}
