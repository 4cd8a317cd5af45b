import type { Model } from "../spec/model.ts";
import type { Op } from "./op.ts";
import { elementwise, pushRow, type RowText } from "./row.ts";
import type { Symbols } from "./symbols.ts";

type Moe = NonNullable<Model["moe"]>;

function forward(name: string, shape: string, formula: string): RowText {
  return elementwise("forward", "layer", [name, shape, formula]);
}

function backward(name: string, shape: string, formula: string): RowText {
  return elementwise("backward", "layer", [name, shape, formula]);
}

// X experts; a active experts of a token; R = Ta
const softmaxForward = forward("router-softmax", "[T x X]", "copies 2TX; flop 5TX");
const softmaxBackward = backward("router-softmax", "[T x X]", "copies 3TX; flop 4TX");
const topKForward = forward("router-top-k", "[T x X] -> [T x a]", "copies TX + 2Ta; flop TX");
const topKBackward = backward("router-top-k", "[T x a] -> [T x X]", "copies TX + 2Ta; flop 0");
const fusedForward = forward("router-gates", "[T x X] -> [T x a]", "copies 2TX + 2Ta; flop 6TX");
const fusedBackward = backward("router-gates", "[T x a] -> [T x X]", "copies 2TX + 2Ta; flop 4TX");

/**
 * Gates of the experts: softmax of the router's outputs, then the `active` largest.
 *
 * Formula, unfused: softmax 2TX, 5TX FLOPs; top-k TX + 2Ta (gates and indices), one compare an element.
 * Fused: one kernel, 2TX + 2Ta (probabilities stay written for backward), 6TX FLOPs. Units: FLOPs, elements;
 * X experts, a active.
 * Source: Shazeer et al. 2017, section 2.1. Other convention: top-k by a sort costs X log X compares;
 * renormalising is left out.
 *
 * @example
 * const rows = [];
 * gatesForward(rows, deepSeekLite.moe, symbolsOf(deepSeekLite, workload));
 * rows[1].copies // => 16187392
 */
export function gatesForward(rows: Op[], { experts: X, active }: Moe, symbols: Symbols): void {
  const { moeLayers: n, T } = symbols;
  const all = T * X;
  const picked = 2 * T * active;
  if (symbols.fused) {
    pushRow(rows, fusedForward, n, { flop: 6 * all, copies: 2 * all + picked, launches: 1 });
    return;
  }
  pushRow(rows, softmaxForward, n, { flop: 5 * all, copies: 2 * all, launches: 1 });
  pushRow(rows, topKForward, n, { flop: all, copies: all + picked, launches: 1 });
}

/**
 * Backward of {@link gatesForward}.
 *
 * Formula, unfused: top-k scatters Ta gradients by Ta indices into TX, softmax 3TX, 4TX FLOPs. Fused: one
 * kernel reads the probabilities, gradients and indices and writes TX: 2TX + 2Ta, 4TX FLOPs.
 *
 * @example
 * const rows = [];
 * gatesBackward(rows, deepSeekLite.moe, symbolsOf(deepSeekLite, workload));
 * rows[1].copies // => 40894464
 */
export function gatesBackward(rows: Op[], { experts: X, active }: Moe, symbols: Symbols): void {
  const { moeLayers: n, T } = symbols;
  const all = T * X;
  const picked = 2 * T * active;
  if (symbols.fused) {
    pushRow(rows, fusedBackward, n, { flop: 4 * all, copies: 2 * all + picked, launches: 1 });
    return;
  }
  pushRow(rows, topKBackward, n, { flop: 0, copies: all + picked, launches: 1 });
  pushRow(rows, softmaxBackward, n, { flop: 4 * all, copies: 3 * all, launches: 1 });
}

const dispatchText = forward("dispatch", "[T x d] by [T x a] -> [R x d]", "copies Td + Ta + Rd; flop 0");
const undispatchText = backward(
  "dispatch",
  "[R x d] by [T x a] -> [T x d]",
  "copies Rd + Ta + Td; flop (a - 1)Td",
);
const expertSumText = backward("expert-input-gradient-sum", "[R x d] + [R x d]", "copies 3Rd; flop Rd");
const fusedExpertSumText = backward(
  "expert-input-gradient-sum",
  "[R x d]",
  "copies Rd; flop Rd; read by dispatch's backward",
);

/**
 * Copies every token to its experts' rows.
 *
 * Formula: reads Td tokens (each once) and Ta indices, writes Rd, R = Ta. Units: elements.
 * Other convention: one-hot dispatch matmuls (GShard) cost 2 T X capacity d FLOPs; here it is a gather.
 *
 * @example
 * const rows = [];
 * dispatchForward(rows, deepSeekLite.moe, symbolsOf(deepSeekLite, workload));
 * rows[0].copies // => 3054731264
 */
export function dispatchForward(rows: Op[], { active }: Moe, { moeLayers, T, d }: Symbols): void {
  const copies = T * d + T * active + T * active * d;
  pushRow(rows, dispatchText, moeLayers, { flop: 0, copies, launches: 1 });
}

/**
 * Backward of {@link dispatchForward}: adds the gradients of a token's rows, (a - 1) Td FLOPs. Gradients of
 * gate and up over the routed rows are added before: 3Rd and a kernel unfused, Rd more to read here when
 * fused.
 *
 * @example
 * const rows = [];
 * dispatchBackward(rows, deepSeekLite.moe, symbolsOf(deepSeekLite, workload));
 * rows[0].flop // => 2617245696
 */
export function dispatchBackward(rows: Op[], { active }: Moe, symbols: Symbols): void {
  const { moeLayers, fused, ga, T, d } = symbols;
  const routed = T * active * d;
  const sum = { flop: routed, copies: (fused ? 1 : 3) * routed, launches: fused ? 0 : 1 };
  pushRow(rows, fused ? fusedExpertSumText : expertSumText, moeLayers * ga, sum);
  const copies = routed + T * active + T * d;
  pushRow(rows, undispatchText, moeLayers, { flop: (active - 1) * T * d, copies, launches: 1 });
}

const combineText = forward(
  "combine",
  "[R x d] by [T x a] -> [T x d]",
  "copies Rd + 2Ta + Td; flop (2a - 1)Td",
);
const uncombineText = backward("combine", "[T x d] by [T x a] -> [R x d]", "copies Td + 2Rd + 3Ta; flop 3Rd");
const sharedAddText = forward("shared-expert-add", "[T x d] + [T x d]", "copies 3Td; flop Td");
const fusedSharedAddText = forward("shared-expert-add", "[T x d]", "copies Td; flop Td; read by combine");

/**
 * Adds the experts' outputs of each token, weighted by its gates, and the shared experts' output.
 *
 * Formula: reads Rd, Ta gates and Ta indices, writes Td; (2a - 1) Td FLOPs. Shared experts: an addition of
 * 3Td unfused, Td more to read in the same kernel fused; Td FLOPs. Units: FLOPs, elements.
 * Other convention: stacks that weight rows before the down projection move Rx instead.
 *
 * @example
 * const rows = [];
 * combineForward(rows, deepSeekLite.moe, symbolsOf(deepSeekLite, workload));
 * rows[0].copies // => 3056009216
 */
export function combineForward(rows: Op[], { active, sharedFfn }: Moe, symbols: Symbols): void {
  const { moeLayers, fused, T, d } = symbols;
  const copies = T * active * d + 2 * T * active + T * d;
  pushRow(rows, combineText, moeLayers, { flop: (2 * active - 1) * T * d, copies, launches: 1 });
  if (sharedFfn === 0) return;
  const added = { flop: T * d, copies: (fused ? 1 : 3) * T * d, launches: fused ? 0 : 1 };
  pushRow(rows, fused ? fusedSharedAddText : sharedAddText, moeLayers, added);
}

/**
 * Backward of {@link combineForward}: the addition of shared experts passes its gradient on; one kernel reads
 * dy, the experts' outputs, gates and indices and writes Rd gradients and Ta of the gates: Td + 2Rd + 3Ta,
 * 3Rd FLOPs (a product, and a dot).
 *
 * @example
 * const rows = [];
 * combineBackward(rows, deepSeekLite.moe, symbolsOf(deepSeekLite, workload));
 * rows[0].copies // => 5674532864
 */
export function combineBackward(rows: Op[], { active }: Moe, { moeLayers, T, d }: Symbols): void {
  const routed = T * active * d;
  const copies = T * d + 2 * routed + 3 * T * active;
  pushRow(rows, uncombineText, moeLayers, { flop: 3 * routed, copies, launches: 1 });
}
