import type { Optimizer } from "../ledger/workload.ts";
import { elementBytes } from "../spec/precision.ts";
import type { Resolved } from "../spec/resolved.ts";

/** Bytes one parameter takes before anything is sharded. */
export interface StateBytes {
  readonly weights: number;
  readonly gradients: number;
  /** Moments, and the fp32 master weights if there are any. */
  readonly optimizer: number;
  /** 16-bit copies that autocast keeps of the matrices from the forward to the end of the backward. */
  readonly castCache: number;
  /** Short-lived fp32 lists of an optimizer that handles all tensors at once. */
  readonly stepTemporary: number;
}

/** Moments an optimizer keeps for a parameter of a matrix, in numbers. */
const matrixMoments: Record<Optimizer, number> = {
  adamw: 2,
  adam: 2,
  lamb: 2,
  sgd: 1,
  muon: 1,
  adafactor: 0,
  none: 0,
};
/** The same for embeddings, norms and biases: Muon leaves them to AdamW, Adafactor cannot factor vectors. */
const otherMoments: Record<Optimizer, number> = { ...matrixMoments, muon: 2 };

/**
 * Weights, gradients and optimizer state of one parameter, bytes (M23).
 *
 * | | weights | gradients | Adam |
 * |---|---|---|---|
 * | master, 16 bit and fp8 | 2 | 2 (Megatron 4) | 4 + 8 | ZeRO: K = 12, 16 in all; Megatron 18
 * | autocast | 4 | 4 | 8, and 2 of every matrix while a step lasts |
 * | pure 16 bit | 2 | 2 | 4 |
 * | fp32, tf32 | 4 | 4 | 8 |
 *
 * PyTorch's FSDP keeps master weights as the sharded fp32 parameters themselves, with fp32 gradients: 4 + 4 + 8, the same 16.
 * fp8 weights are cast at use: no copy is kept. Adafactor's row and column statistics, 2 numbers of each matrix row, are left
 * out; SGD has momentum; 8-bit optimizers are not modelled.
 * Source: Rajbhandari et al. 2020 (ZeRO, arXiv 1910.02054), section 3.1; NVIDIA/Megatron-LM
 * megatron/training/theoretical_memory_usage.py for 18.
 *
 * @example
 * stateBytes(bf16WithMasterAndAdam, true) // => { weights: 2, gradients: 2, optimizer: 12, castCache: 0, stepTemporary: 0 }
 */
export function stateBytes({ training, software }: Resolved, isMatrix: boolean): StateBytes {
  const { precision, mixedPrecision, optimizer } = training;
  const moments = (isMatrix ? matrixMoments : otherMoments)[optimizer];
  const wide = elementBytes(precision) === 4;
  const stepTemporary = software.optimizerKernels === "foreach" && optimizer !== "none" ? 4 : 0;
  if (wide || mixedPrecision === "autocast")
    return {
      weights: 4,
      gradients: 4,
      optimizer: 4 * moments,
      castCache: wide || !isMatrix ? 0 : 2,
      stepTemporary,
    };
  if (mixedPrecision === "pure")
    return {
      weights: 2,
      gradients: 2,
      optimizer: 2 * moments,
      castCache: 0,
      stepTemporary: stepTemporary / 2,
    };
  const gradients = software.kernels === "megatron" ? 4 : 2;
  const master = optimizer === "none" ? 0 : 4;
  return { weights: 2, gradients, optimizer: master + 4 * moments, castCache: 0, stepTemporary };
}
