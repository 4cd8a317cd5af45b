import { elementBytes } from "../spec/precision.ts";
import type { Resolved } from "../spec/resolved.ts";
import { tokensOnDevice } from "./activations.ts";
import { vocabRows } from "./stage-parameters.ts";

/** How a stack computes the loss. */
type LossKind = "eager" | "eager-parallel" | "unfused" | "megatron" | "fused" | "in-place";

/**
 * Bytes a logit takes at the worst moment of the loss, 16-bit operands first, then fp32 ones. Counted:
 * eager: fp32 log-softmax, its incoming and its outgoing gradient (4 + 4 + 4; PyTorch's cross_entropy, the 16-bit logits
 * freed before); eager over a divided vocabulary: log-softmax, the targets' share of its gradient, its exponential and their
 * sum (4 x 4; _nll_loss_and_log_softmax_backward in pytorch/pytorch torch/distributed/tensor/parallel/loss.py); unfused: the same with both copies of the logits still held (2 + 4);
 * megatron: an fp32 copy in which softmax and gradient are made in place, and the 16-bit logits or their gradient (4 + 2);
 * fused: logits and their gradient, softmax never stored (2 + 2; Dao-AILab/flash-attention flash_attn/losses/cross_entropy.py,
 * llm-foundry's default loss_fn);
 * in place: the gradient overwrites the logits (2; karpathy/llm.c llmc/fused_classifier.cuh, XLA's buffer assignment).
 */
const logitBytes: Record<LossKind, readonly [narrow: number, wide: number]> = {
  eager: [12, 12],
  "eager-parallel": [16, 16],
  unfused: [18, 16],
  megatron: [6, 8],
  fused: [4, 8],
  "in-place": [2, 4],
};

/** Year from which stacks that compile block by block compile the loss too (torchtitan: 2025). */
const compiledLossYear = 2025;
/**
 * Year from which PyTorch has flash attention of its own (2.2, January 2024). Before, eager stacks took it from the
 * flash-attn package, and the fused cross-entropy with it (llm-foundry); after, they run PyTorch's loss eagerly (torchtitan).
 */
const ownFlashYear = 2024;

/**
 * How the loss is computed. A compiler that sees the whole step reuses the logits' place; under ZeRO-3 blocks are gathered,
 * and so compiled, one by one, and the loss outside them runs eagerly (torchtitan at the end of 2024), or compiled apart,
 * unless the software is said to be younger.
 */
function lossKind({ software, parallel }: Resolved): LossKind {
  const { kernels, attention, year } = software;
  const eager = parallel.tensor > 1 ? "eager-parallel" : "eager";
  if (kernels === "megatron" || kernels === "unfused") return kernels;
  if (kernels === "library") return attention === "flash" && year < ownFlashYear ? "fused" : eager;
  if (parallel.sharding !== "zero3") return "in-place";
  return year < compiledLossYear ? eager : "fused";
}

/**
 * Bytes of logits, their softmax and gradients on the last stage (M25): tokens x logitShare x vocabulary rows x bytes a logit.
 * Tensor parallelism divides the vocabulary (padded), context parallelism the tokens. Other convention: Korthikanti et al.
 * 2022, section 4.3, count 4 s b v / t for the fp32 logits alone.
 *
 * @example
 * logitsBytes(gpt2With8SequencesOf1024Compiled) // => 8192 x 50257 x 2 = 8.234e8
 */
export function logitsBytes(resolved: Resolved): number {
  const { model, training, parallel } = resolved;
  const bytes = logitBytes[lossKind(resolved)][elementBytes(training.precision) === 4 ? 1 : 0];
  return tokensOnDevice(resolved) * model.logitShare * vocabRows(model.vocab, parallel.tensor) * bytes;
}
