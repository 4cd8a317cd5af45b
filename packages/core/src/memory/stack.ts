import { elementBytes } from "../spec/precision.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { KernelClass } from "../spec/software.ts";

/** What decides how many bytes an element takes and which tensors a stack keeps. */
export interface Stack {
  readonly kernels: KernelClass;
  /** Bytes of an operand. */
  readonly element: number;
  /** Bytes of the residual stream: autocast adds 16-bit results to an fp32 stream. */
  readonly residual: number;
  readonly dropout: number;
  readonly flash: boolean;
  /** Selective recompute drops half of the matmul outputs, not only the scores. */
  readonly perOperation: boolean;
  /** Selective recompute drops the results of activation functions. */
  readonly pointwise: boolean;
}

/**
 * Dropout is assumed where a model's family trains with it (learned positions: GPT-2, GPT-3, BERT, OPT), in Megatron and in
 * eager stacks with materialised scores. Models with rotary or ALiBi positions train without, and so do compiled stacks
 * (nanoGPT) and eager ones with flash attention (MPT). Assumed.
 */
export function stackOf({ model, training, software, parallel }: Resolved): Stack {
  const { kernels } = software;
  const element = elementBytes(training.precision);
  const flash = software.attention === "flash";
  const whole = kernels === "compiled" && parallel.sharding !== "zero3";
  const drops = kernels === "megatron" || (kernels !== "compiled" && !flash);
  return {
    kernels,
    element,
    residual: training.mixedPrecision === "autocast" ? 4 : element,
    dropout: model.positions === "learned" && drops ? 1 : 0,
    flash,
    perOperation: flash && kernels !== "megatron" && !whole,
    pointwise: whole,
  };
}
