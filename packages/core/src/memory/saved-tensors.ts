import { isGated, type Model } from "../spec/model.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { KernelClass } from "../spec/software.ts";
import { type Stack, stackOf } from "./stack.ts";

/** A tensor a layer keeps from its forward to its backward pass. */
export interface SavedTensor {
  readonly name: string;
  /** Bytes a token, over all tensor-parallel ranks together. */
  readonly bytes: number;
  /** What divides it: tensor parallelism, or only sequence parallelism (the region between two tensor-parallel ones). */
  readonly split: "tensor" | "sequence";
  /** Share kept under selective recompute. */
  readonly kept: number;
}

/**
 * What a norm keeps of `elements` numbers. Fused: its input. Library RMSNorm is written in Python: an fp32 copy of the input
 * and the normalised input. Hand-written LayerNorm: the centred and the normalised input.
 */
function normBytes(stack: Stack, norm: Model["norm"], elements: number): number {
  const { kernels, residual, element } = stack;
  if (kernels === "megatron" || kernels === "compiled") return residual * elements;
  if (norm === "rmsnorm") return (4 + element) * elements;
  return (kernels === "unfused" ? 2 : 1) * residual * elements;
}

/**
 * Bytes a score element takes when scores are materialised: softmax output (fp32 where autocast makes it so), dropout mask, and
 * the operand of PV where it is another tensor.
 */
function scoreBytes({ kernels, element, residual, dropout }: Stack): number {
  const softmax = kernels === "library" || kernels === "unfused" ? residual : element;
  const castOrDropped = dropout === 1 || softmax !== element ? element : 0;
  return softmax + dropout + castOrDropped;
}

/** How many times f numbers a feed-forward keeps: projections before the activation, its pieces, its result. */
function ffnCopies(kind: Model["ffnKind"], kernels: KernelClass): number {
  if (kind === "relu") return 1;
  if (kind === "relu2") return 2;
  if (kernels === "unfused") return 5;
  if (!isGated(kind)) return 2;
  return kernels === "library" ? 4 : 3;
}

function attentionTensors(model: Model, stack: Stack, contextLength: number): SavedTensor[] {
  const { heads, kvHeads, headDim, mla, width } = model;
  const { element, kernels, flash } = stack;
  const half = stack.perOperation ? 0.5 : 1;
  const whole = stack.perOperation ? 0 : 1;
  const query = heads * (mla === null ? headDim : mla.nopeDim + mla.ropeDim);
  const expanded = mla !== null || kernels === "library" || kernels === "unfused";
  const keys = mla === null ? kvHeads * headDim : query;
  const values = mla === null ? kvHeads * headDim : heads * mla.valueDim;
  const out = mla === null ? heads * headDim : values;
  const repeats = expanded && mla === null ? heads / kvHeads : 1;
  const saved: SavedTensor[] = [
    { name: "attention-input", bytes: element * width, split: "sequence", kept: whole },
    { name: "query", bytes: element * query, split: "tensor", kept: half },
    { name: "key-value", bytes: element * (keys + values) * repeats, split: "tensor", kept: half / repeats },
    { name: "attention-out", bytes: element * out, split: "tensor", kept: 1 },
  ];
  if (flash) saved.push({ name: "log-sum-exp", bytes: 4 * heads, split: "tensor", kept: 1 });
  else
    saved.push({
      name: "scores",
      bytes: scoreBytes(stack) * heads * contextLength,
      split: "tensor",
      kept: 0,
    });
  if (model.qkNorm !== false)
    saved.push({
      name: "query-key-norm",
      bytes: normBytes(stack, model.norm, query + keys),
      split: "tensor",
      kept: whole,
    });
  if (mla !== null) {
    const latent = 2 * (mla.kvRank + (mla.queryRank ?? 0)) + mla.ropeDim;
    saved.push({ name: "latent", bytes: element * latent, split: "sequence", kept: half });
  }
  return saved;
}

function denseFfn(model: Model, stack: Stack, ffn: number, times: number): SavedTensor[] {
  const copies = ffnCopies(model.ffnKind, stack.kernels);
  const projections = isGated(model.ffnKind) ? 2 : 1;
  const computed = stack.pointwise ? Math.min(1, projections / copies) : 1;
  const kept = stack.perOperation ? Math.min(1, projections / 2 / copies) : computed;
  return [{ name: "feed-forward", bytes: stack.element * ffn * times * copies, split: "tensor", kept }];
}

function moeTensors(model: Model, stack: Stack, expertRanks: number): SavedTensor[] {
  const { moe, width } = model;
  if (moe === null) return [];
  const whole = stack.perOperation ? 0 : 1;
  const row = stack.element * width * moe.active;
  // with several expert ranks rows are sorted by rank, sent, and sorted by expert
  const sorted = expertRanks > 1 ? 2 : 1;
  return [
    { name: "router", bytes: 8 * moe.experts, split: "sequence", kept: whole },
    { name: "dispatched", bytes: row * sorted, split: "sequence", kept: whole },
    ...denseFfn(model, stack, moe.ffn, moe.active),
    { name: "expert-out", bytes: row, split: "sequence", kept: stack.perOperation ? 0.5 : 1 },
    ...(moe.sharedFfn > 0 ? denseFfn(model, stack, moe.sharedFfn, 1) : []),
  ];
}

/**
 * Every tensor one layer keeps for its backward pass, bytes a token; the first is the layer's input, which is all that full
 * recompute keeps. With d = width, q and k the projected widths, f the feed-forward, a heads, s context, element e bytes:
 *
 * norms' inputs 2ed, matmul inputs 2ed, Q K V e(q + 2k), attention out eq, scores (e + 1 + e) a s with dropout or e a s
 * without, masks 2d, feed-forward 2ef (gated 3ef), all divided by tensor parallelism but the norms, matmul inputs and masks.
 *
 * For GPT (16 bit, dropout, f = 4d) this is Korthikanti et al. 2022 (arXiv 2205.05198): s b h (34 + 5 a s / h) bytes, equation
 * 1; with tensor parallelism (10 + 24/t + 5as/(ht)), equation 2; with sequence parallelism all of it over t, equation 4.
 * They count a stack with fused softmax and GELU; others keep more (class `library`, `unfused`) or no masks (`compiled`).
 * Selective recompute drops the scores (their section 5) where they are materialised and in Megatron's stack; under flash
 * attention in eager and block-wise compiled stacks it is PyTorch's per-operation policy (torchtitan): the layer's input, the
 * attention's output and every other matmul's output. A step compiled or written as a whole computes activation functions
 * again and keeps the rest (karpathy/llm.c train_gpt2.cu, -r 1). A sliding window changes nothing: materialised scores are masked, not shortened.
 *
 * @example
 * savedTensors(gpt3InMegatron, { moe: false }).reduce((sum, t) => sum + t.bytes, 0) // => 34 h + 5 a s = 1400832 for 175B
 */
export function savedTensors(resolved: Resolved, layer: { readonly moe: boolean }): SavedTensor[] {
  const { model, training, parallel } = resolved;
  const stack = stackOf(resolved);
  const { element, dropout } = stack;
  const { width } = model;
  const whole = stack.perOperation ? 0 : 1;
  const perNorm = normBytes(stack, model.norm, width);
  const input = stack.residual * width;
  const saved: SavedTensor[] = [{ name: "layer-input", bytes: input, split: "sequence", kept: 1 }];
  if (model.norms.perLayer > 0 && perNorm > input)
    saved.push({ name: "first-norm", bytes: perNorm - input, split: "sequence", kept: whole });
  saved.push(...attentionTensors(model, stack, training.contextLength));
  if (dropout > 0) saved.push({ name: "dropout-masks", bytes: 2 * width, split: "sequence", kept: 1 });
  const sharesNorm = model.parallelBlock && model.norms.perLayer === 1;
  if (!sharesNorm) {
    saved.push({ name: "second-norm", bytes: Math.max(input, perNorm), split: "sequence", kept: whole });
    saved.push({ name: "feed-forward-input", bytes: element * width, split: "sequence", kept: whole });
  }
  if (model.norms.perLayer > 2)
    saved.push({
      name: "post-norms",
      bytes: (model.norms.perLayer - 2) * perNorm,
      split: "sequence",
      kept: whole,
    });
  saved.push(
    ...(layer.moe ? moeTensors(model, stack, parallel.expert) : denseFfn(model, stack, model.ffn, 1)),
  );
  return saved;
}
