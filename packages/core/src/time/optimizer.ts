import type { Optimizer } from "../ledger/workload.ts";
import type { Resolved, Software } from "../spec/resolved.ts";
import type { TimeConstants } from "./constants.ts";
import type { Geometry } from "./geometry.ts";
import type { Rates } from "./rates.ts";

/** Seconds of the update, once a step. */
export interface OptimizerTime {
  /** Matmuls of the update: Muon's Newton–Schulz iterations. */
  readonly matmulSeconds: number;
  /** Reading and writing parameters, gradients and state. */
  readonly memorySeconds: number;
  /** Kernel costs on the GPU. */
  readonly launchSeconds: number;
  /** Waiting for the host, beyond the GPU's own time. */
  readonly hostSeconds: number;
}

/** Bytes moved a parameter by an Adam-like update (docs/method.md, "Optimizer"; counted). */
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

/** No update at all. */
export const noOptimizer: OptimizerTime = {
  matmulSeconds: 0,
  memorySeconds: 0,
  launchSeconds: 0,
  hostSeconds: 0,
};

/**
 * Time of the optimizer: its traffic at the memory's rate, its kernels on the GPU, and the host that issues them.
 * State shared by ZeRO divides traffic and matmuls.
 *
 * @param updateFlop FLOPs of the update's matmuls, of the whole model
 */
export function optimizerTime(
  resolved: Resolved,
  { geometry, updateFlop }: { readonly geometry: Geometry; readonly updateFlop: number },
  rates: Rates,
  constants: TimeConstants,
): OptimizerTime {
  const { training, software, parallel } = resolved;
  if (training.optimizer === "none") return noOptimizer;
  const perParameter =
    training.optimizer === "lamb" && software.optimizerKernels === "fused"
      ? lambBytes
      : adamBytes(software) * relativeTraffic[training.optimizer];
  const { data, context, expert, tensor, pipeline } = parallel;
  const states = parallel.sharding === "none" ? 1 : parallel.shardingGroup * context;
  // An expert's state is shared by the ranks that hold the same experts.
  const expertStates =
    parallel.sharding === "none" ? 1 : Math.max(1, Math.min(states, (data * context) / expert));
  const updated =
    (geometry.sharedWeights / states + geometry.expertWeights / expert / expertStates) / (tensor * pipeline);
  const memorySeconds = (perParameter * updated) / rates.memoryBytesPerSecond;
  const kernels = optimizerKernels(resolved);
  const launchSeconds = kernels * rates.kernelSeconds;
  const gpu = memorySeconds + launchSeconds;
  const host = kernels * constants.hostOptimizerKernelSeconds * rates.hostFactor;
  const synchronous =
    software.optimizerKernels === "synchronous" ? synchronousSeconds(resolved, rates, constants) : 0;
  const matmulSeconds =
    (updateFlop * updated) / (geometry.sharedWeights + geometry.expertWeights) / rates.denseFlopPerSecond;
  return { matmulSeconds, memorySeconds, launchSeconds, hostSeconds: waitForHost(gpu, host) + synchronous };
}

/** Seconds that the host adds to `gpu` seconds of work it must issue in `host` seconds: a smooth maximum, power 4. */
export function waitForHost(gpu: number, host: number): number {
  return gpu === 0 ? host : gpu * ((1 + (host / gpu) ** 4) ** 0.25 - 1);
}

function optimizerKernels({ software, model, parallel }: Resolved): number {
  if (software.optimizerKernels === "fused" || software.optimizerKernels === "synchronous")
    return fusedKernels;
  const tensorsPerLayer = software.kernels === "unfused" ? 9 : 12;
  return (kernelsPerTensor * tensorsPerLayer * model.layers) / parallel.pipeline;
}

function synchronousSeconds({ model, parallel }: Resolved, rates: Rates, constants: TimeConstants): number {
  const tensors = (16 * model.layers) / parallel.pipeline + 6;
  return constants.hostSyncTensorSeconds * tensors * rates.hostFactor;
}
