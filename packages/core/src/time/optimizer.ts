import type { Optimizer } from "../ledger/workload.ts";
import { expertStateRanks, stateRanks } from "../spec/parallel.ts";
import type { Resolved, Software } from "../spec/resolved.ts";
import type { TimeConstants } from "./constants.ts";
import type { Geometry } from "./geometry.ts";
import { waitForHost } from "./host.ts";
import type { Rates } from "./rates.ts";

/** Seconds of the update, once a step. */
export interface OptimizerTime {
  /** Matmuls of the update: Muon's Newton–Schulz iterations. */
  readonly matmulSeconds: number;
  /** Reading and writing parameters, gradients and state. */
  readonly memorySeconds: number;
  /** Kernel costs on the GPU, and waiting for the host beyond the GPU's own time. */
  readonly launchSeconds: number;
}

/** Seconds of the pieces of an update before the host is waited for: linear in the work. */
export interface UpdateSeconds {
  readonly matmul: number;
  readonly memory: number;
  readonly kernels: number;
  /** The host's own time to issue the kernels. */
  readonly issue: number;
  /** Synchronising with the device for each tensor. */
  readonly synchronous: number;
}

/** Bytes moved a parameter by an Adam-like update (docs/method.md, "Optimizer"; counted) (M13). */
function adamBytes(software: Software): number {
  if (software.optimizerKernels === "synchronous") return 100;
  if (software.optimizerKernels !== "fused") return 80;
  return software.kernels === "megatron" || software.kernels === "compiled" ? 30 : 40;
}

/** Traffic of an update relative to Adam's: elements read and written of parameter, gradient and state (Adam: 7). */
const relativeTraffic: Record<Optimizer, number> = {
  adamw: 1,
  adam: 1,
  lamb: 1,
  sgd: 5 / 7,
  adafactor: 4 / 7,
  muon: 5 / 7,
  none: 0,
};

const lambBytes = 60;
const fusedKernels = 20;
const kernelsPerTensor = 10;

/** What a device does in the update, once a step, before any rate. */
export interface UpdateWork {
  /** FLOPs of the update's matmuls. */
  readonly matmulFlop: number;
  /** Parameters, gradients and state read and written. */
  readonly bytes: number;
  readonly kernels: number;
  /** Tensors whose update waits for the device. */
  readonly synchronousTensors: number;
}

/** No update at all. */
export const noUpdate: UpdateWork = { matmulFlop: 0, bytes: 0, kernels: 0, synchronousTensors: 0 };

/**
 * The update's share of one device: its ranks divide parameters, and so do those that share state under ZeRO.
 *
 * @param updateFlop FLOPs of the update's matmuls, of the whole model
 */
export function updateWork(
  resolved: Resolved,
  { geometry, updateFlop }: { readonly geometry: Geometry; readonly updateFlop: number },
): UpdateWork {
  const { training, software, parallel } = resolved;
  if (training.optimizer === "none") return noUpdate;
  const perParameter =
    training.optimizer === "lamb" && software.optimizerKernels === "fused"
      ? lambBytes
      : adamBytes(software) * relativeTraffic[training.optimizer];
  const { expert, tensor, pipeline } = parallel;
  const states = stateRanks(parallel);
  const updated =
    (geometry.sharedWeights / states + geometry.expertWeights / expert / expertStateRanks(parallel)) /
    (tensor * pipeline);
  return {
    matmulFlop: (updateFlop * updated) / (geometry.sharedWeights + geometry.expertWeights),
    bytes: perParameter * updated,
    kernels: optimizerKernels(resolved),
    synchronousTensors: synchronousTensors(resolved),
  };
}

/** Work over rates: the update's matmuls, its traffic, its kernels on the GPU and on the host. */
export function updateSeconds(work: UpdateWork, rates: Rates, constants: TimeConstants): UpdateSeconds {
  return {
    matmul: work.matmulFlop / rates.denseFlopPerSecond,
    memory: work.bytes / rates.memoryBytesPerSecond,
    kernels: work.kernels * rates.kernelSeconds,
    issue: work.kernels * constants.hostOptimizerKernelSeconds * rates.hostFactor,
    synchronous: constants.hostSyncTensorSeconds * work.synchronousTensors * rates.hostFactor,
  };
}

/** Time of the optimizer: its traffic at the memory's rate, its kernels on the GPU, and the host that issues them. */
export function optimizerTime({ matmul, memory, kernels, issue, synchronous }: UpdateSeconds): OptimizerTime {
  return {
    matmulSeconds: matmul,
    memorySeconds: memory,
    launchSeconds: kernels + (waitForHost(memory + kernels, issue) + synchronous),
  };
}

function optimizerKernels({ software, model, parallel }: Resolved): number {
  if (software.optimizerKernels === "fused" || software.optimizerKernels === "synchronous")
    return fusedKernels;
  const tensorsPerLayer = software.kernels === "unfused" ? 9 : 12;
  return (kernelsPerTensor * tensorsPerLayer * model.layers) / parallel.pipeline;
}

function synchronousTensors({ software, model, parallel }: Resolved): number {
  return software.optimizerKernels === "synchronous" ? (16 * model.layers) / parallel.pipeline + 6 : 0;
}
