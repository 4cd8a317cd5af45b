import { elementBytes } from "../spec/precision.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { KernelClass } from "../spec/software.ts";
import { tokensOnDevice } from "./activations.ts";
import { vocabRows } from "./stage.ts";

/**
 * Bytes a logit takes at the worst moment of the loss, 16-bit operands first, then fp32 ones. Counted:
 * megatron: an fp32 copy in which softmax and gradient are made in place, and the 16-bit logits or their gradient (4 + 2);
 * compiled: logits and their gradient, softmax never stored (2 + 2);
 * library: fp32 log-softmax, its incoming and its outgoing gradient (4 + 4 + 4; PyTorch's cross_entropy run eagerly, the
 * 16-bit logits freed before); unfused: the same with both copies of the logits still held (2 + 4).
 * Libraries with a fused cross-entropy (llm-foundry, Liger) need 4 or less: there we say too much.
 */
const logitBytes: Record<KernelClass, readonly [narrow: number, wide: number]> = {
  megatron: [6, 8],
  compiled: [4, 8],
  library: [12, 12],
  unfused: [18, 16],
};

/** Year from which stacks that compile block by block compile the loss too (torchtitan: 2025). */
const compiledLossYear = 2025;

/**
 * The class whose loss it is: under ZeRO-3 blocks are gathered, and so compiled, one by one, and the loss outside them runs
 * eagerly (torchtitan at the end of 2024), unless the software is said to be younger.
 */
function lossKernels({ software, parallel }: Resolved): KernelClass {
  const eager = parallel.sharding === "zero3" && (software.year ?? 0) < compiledLossYear;
  return software.kernels === "compiled" && eager ? "library" : software.kernels;
}

/**
 * Bytes of logits, their softmax and gradients on the last stage: tokens x logitShare x vocabulary rows x bytes a logit.
 * Tensor parallelism divides the vocabulary (padded), context parallelism the tokens. Other convention: Korthikanti et al.
 * 2022, section 4.3, count 4 s b v / t for the fp32 logits alone.
 *
 * @example
 * logitsBytes(gpt2With8SequencesOf1024Compiled) // => 8192 x 50257 x 4 = 1.6468e9
 */
export function logitsBytes(resolved: Resolved): number {
  const { model, training, parallel } = resolved;
  const bytes = logitBytes[lossKernels(resolved)][elementBytes(training.precision) === 4 ? 1 : 0];
  return tokensOnDevice(resolved) * model.logitShare * vocabRows(model.vocab, parallel.tensor) * bytes;
}
