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
 */
const logitBytes: Record<KernelClass, readonly [narrow: number, wide: number]> = {
  megatron: [6, 8],
  compiled: [4, 8],
  library: [12, 12],
  unfused: [18, 16],
};

/**
 * Bytes of logits, their softmax and gradients on the last stage: tokens x logitShare x vocabulary rows x bytes a logit.
 * Tensor parallelism divides the vocabulary (padded), context parallelism the tokens. Other convention: Korthikanti et al.
 * 2022, section 4.3, count 4 s b v / t for the fp32 logits alone.
 *
 * @example
 * logitsBytes(gpt2With8SequencesOf1024Compiled) // => 8192 x 50257 x 4 = 1.6468e9
 */
export function logitsBytes(resolved: Resolved): number {
  const { model, training, parallel, software } = resolved;
  const bytes = logitBytes[software.kernels][elementBytes(training.precision) === 4 ? 1 : 0];
  return tokensOnDevice(resolved) * model.logitShare * vocabRows(model.vocab, parallel.tensor) * bytes;
}
