import type { Model } from "../spec/model.ts";
import { type Projection, projectionBackward, projectionForward, projectionText } from "./matmul.ts";
import { type Ffn, ffnBackward, ffnForward, ffnText } from "./mlp.ts";
import type { Op } from "./op.ts";
import { inputGradientSums, moeInputSumText } from "./residual.ts";
import {
  combineBackward,
  combineForward,
  dispatchBackward,
  dispatchForward,
  gatesBackward,
  gatesForward,
} from "./routing.ts";
import type { Symbols } from "./symbols.ts";

// X experts, Y of them touched, x channels of one; R = T active routed rows; S channels of all shared experts together
const routerText = projectionText({ name: "router" }, "T", "d", "X");
const expertText = ffnText("expert-", "R", "x", "Y");
const sharedText = ffnText("shared-expert-", "T", "S");

type Moe = NonNullable<Model["moe"]>;

/**
 * The feed-forward of the mixture-of-experts layers.
 *
 * Formula: router [T x d][d x X] and its gates; dispatch; experts' matmuls over R = T active rows in all, the
 * weights of min(X, R) experts touched once; shared experts as one dense feed-forward of S channels over T
 * rows; combine.
 * Units: FLOPs, elements. Source: Shazeer et al. 2017; DeepSeekMoE (2024) for shared experts. Dropless: no
 * capacity, no balancing loss. Kernels: unfused loops over the touched experts, fused runs one grouped kernel
 * an operation.
 * Other convention: capacity-factor stacks (GShard, Switch) compute X x capacity rows, padded or dropped.
 *
 * @example
 * const rows = [];
 * moeForward(rows, deepSeekLite, symbolsOf(deepSeekLite, workload));
 * rows[0].flop // => 55834574848
 */
export function moeForward(rows: Op[], model: Model, symbols: Symbols): void {
  const { moe } = model;
  if (moe === null || symbols.moeLayers === 0) return;
  projectionForward(rows, router(moe, symbols));
  gatesForward(rows, moe, symbols);
  dispatchForward(rows, moe, symbols);
  ffnForward(rows, experts(moe, symbols), model, symbols);
  if (moe.sharedFfn > 0) ffnForward(rows, sharedExperts(moe, symbols), model, symbols);
  combineForward(rows, moe, symbols);
}

/**
 * Backward of {@link moeForward}, last operation first, with the sum of the gradients of everything that
 * reads its input.
 */
export function moeBackward(rows: Op[], model: Model, symbols: Symbols): void {
  const { moe } = model;
  if (moe === null || symbols.moeLayers === 0) return;
  combineBackward(rows, moe, symbols);
  if (moe.sharedFfn > 0) ffnBackward(rows, sharedExperts(moe, symbols), model, symbols);
  ffnBackward(rows, experts(moe, symbols), model, symbols);
  dispatchBackward(rows, moe, symbols);
  gatesBackward(rows, moe, symbols);
  projectionBackward(rows, router(moe, symbols));
  // router and dispatch read the input, and so do up and gate of the shared experts
  const readers = 2 + (moe.sharedFfn > 0 ? 1 + symbols.ga : 0);
  inputGradientSums(rows, moeInputSumText, symbols.moeLayers * (readers - 1), symbols);
}

function router({ experts: X }: Moe, { moeLayers, T, d }: Symbols): Projection {
  return { text: routerText, count: moeLayers, m: T, r: d, p: X, matrices: 1, bias: 0, kernels: 1 };
}

function experts({ experts: X, active, ffn }: Moe, { moeLayers, fused, T }: Symbols): Ffn {
  const tokens = T * active;
  const touched = Math.min(X, tokens);
  const kernels = fused ? 1 : touched;
  return { text: expertText, count: moeLayers, tokens, inner: ffn, matrices: touched, kernels };
}

function sharedExperts({ sharedFfn }: Moe, { moeLayers, T }: Symbols): Ffn {
  return { text: sharedText, count: moeLayers, tokens: T, inner: sharedFfn, matrices: 1, kernels: 1 };
}
