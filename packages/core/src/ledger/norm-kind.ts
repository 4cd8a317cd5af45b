import type { Model } from "../spec/model.ts";

/** What a norm costs an element, a statistics row and a channel. */
export interface NormKind {
  /** nf: FLOPs per element forward; backward is twice that. */
  readonly flop: number;
  /** sg: statistics saved per normalised vector (mean and deviation, or root mean square). */
  readonly stats: 1 | 2;
  /** 1 with a learned scale, which backward reads. */
  readonly scale: 0 | 1;
  /** Parameters per channel: 0, 1 or 2; Pn = this times d. */
  readonly parameters: 0 | 1 | 2;
}

/**
 * Costs of a norm.
 *
 * Formula: LayerNorm nf = 5 + scale + bias (mean, subtract, square, sum, divide), sg = 2; RMSNorm nf = 3 +
 * scale + bias (square, sum, divide), sg = 1. Units: FLOPs per element. With scale and bias: 7; RMSNorm with
 * a scale: 4.
 * Other convention: counts that give every norm 5 or 7 FLOPs whatever its parameters; it is < 0.1 % of a
 * step.
 *
 * @example
 * normKind("layernorm", true, true).flop // => 7
 */
export function normKind(norm: Model["norm"], affine: boolean, bias: boolean): NormKind {
  const scale = affine ? 1 : 0;
  const parameters = bias ? ((scale + 1) as 1 | 2) : scale;
  const layerNorm = norm === "layernorm";
  return { flop: (layerNorm ? 5 : 3) + parameters, stats: layerNorm ? 2 : 1, scale, parameters };
}
