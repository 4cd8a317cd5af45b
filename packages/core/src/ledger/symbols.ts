import { attentionLayers } from "../spec/attention-layers.ts";
import { ffnLayers } from "../spec/ffn-layers.ts";
import { isGated, type Model } from "../spec/model.ts";
import { type NormKind, normKind } from "./norm-kind.ts";
import type { Workload } from "./workload.ts";

/**
 * What stands in formulas as a word and is no product of letters. `zeta`: 1 with learned positions; `act`: FLOPs of an
 * activation; of a norm `nf` its FLOPs, `sg` its saved statistics, `Pn` its parameters, `scale` its scale alone; `pre` and
 * `post`: norms after and before a sum, `one`: 1 if any comes after it.
 */
export const formulaWords = [
  "copies",
  "flop",
  "zeta",
  "act",
  "nf",
  "sg",
  "Pn",
  "scale",
  "pre",
  "post",
  "one",
] as const;

/**
 * The symbols of shapes and formulas, computed once. Per token unless said; one letter each, so that `Tdw` is
 * a product; {@link formulaWords} are the exceptions.
 */
export interface Symbols {
  readonly fused: boolean;
  /** Sequences, tokens a sequence, tokens T = b s. */
  readonly b: number;
  readonly s: number;
  readonly T: number;
  /** Layers, width, ffn of a dense layer, vocabulary. */
  readonly n: number;
  readonly d: number;
  readonly f: number;
  readonly v: number;
  /** Heads of queries and of keys. */
  readonly h: number;
  readonly g: number;
  /** Sizes of one head where queries meet keys (k) and of its values (u); equal but for latent attention. */
  readonly k: number;
  readonly u: number;
  /** Elements of queries, keys, values and attention output of a token. */
  readonly q: number;
  readonly c: number;
  readonly e: number;
  readonly o: number;
  /**
   * Outputs of the fused projection that reads the normed input: q + 2c, or the down-projection of latent
   * attention.
   */
  readonly w: number;
  /** Scores of one layer, b h s^2. */
  readonly A: number;
  /** Scores that flash attention computes in one full and in one sliding layer. */
  readonly fullScores: number;
  readonly slidingScores: number;
  readonly fullLayers: number;
  readonly slidingLayers: number;
  /**
   * Layers whose eager scores go through a mask: all when causal, otherwise those with a window shorter than
   * s.
   */
  readonly maskedLayers: number;
  /**
   * Elements of the ALiBi bias eager code adds to a layer's scores: h s when causal (softmax ignores a
   * query's own constant), h s^2 otherwise; 0 without.
   */
  readonly l: number;
  /** 1 with a gate. */
  readonly ga: 0 | 1;
  readonly norm: NormKind;
  /** Norms inside attention (queries and keys, latents): a scale, never a bias. */
  readonly innerNorm: NormKind;
  readonly denseLayers: number;
  readonly moeLayers: number;
}

/**
 * Computes the symbols of one micro-batch.
 *
 * Formula: T = b s; q = h k; c = g k; w = q + 2c; A = b h s^2; with latent attention k = nope + rope, u =
 * value, q = h k, c = h nope + rope (the rotated part is shared by all heads), e = o = h u, w = query part +
 * kvRank + rope.
 * Units: elements, tokens, layers. Source: first-principles, after the memory-copy count idea of arXiv
 * 2406.18922.
 * Other convention: latent attention is often drawn with keys concatenated per head, h (nope + rope) of them:
 * a copy.
 *
 * @example
 * symbolsOf(gpt2, workload).A // => 100663296
 */
export function symbolsOf(model: Model, workload: Workload): Symbols {
  const { batch: b, contextLength: s, variant } = workload;
  const attention = attentionLayers(model);
  const layers = ffnLayers(model);
  const span = attention.window === null ? s : Math.min(attention.window, s);
  const norms = model.norms;
  return {
    fused: variant === "fused",
    b,
    s,
    T: b * s,
    n: model.layers,
    d: model.width,
    f: model.ffn,
    v: model.vocab,
    h: model.heads,
    g: model.kvHeads,
    ...headSizes(model),
    A: b * model.heads * s * s,
    fullScores: b * model.heads * scoresOfHead(s, s, model.causal),
    slidingScores: b * model.heads * scoresOfHead(s, span, model.causal),
    fullLayers: attention.full,
    slidingLayers: attention.sliding,
    maskedLayers: model.causal ? model.layers : span < s ? attention.sliding : 0,
    l: model.positions === "alibi" ? model.heads * s * (model.causal ? 1 : s) : 0,
    ga: isGated(model.ffnKind) ? 1 : 0,
    norm: normKind(model.norm, norms.affine, norms.affine && norms.bias),
    innerNorm: normKind(model.norm, true, false),
    denseLayers: layers.dense,
    moeLayers: layers.moe,
  };
}

/**
 * Scores one head computes for a sequence when blocks that the mask empties are skipped.
 *
 * Formula: causal: sum over queries i = 1..s of min(i, w) = w(w+1)/2 + (s-w) w; otherwise s w. Units: scores.
 * Other convention: tiled kernels compute whole tiles on the diagonal (about s t/2 more at tile t); the edges
 * of a window that looks both ways are not cut off here.
 *
 * @example
 * scoresOfHead(1024, 1024, true) // => 524800
 */
export function scoresOfHead(s: number, window: number, causal: boolean): number {
  const w = Math.min(window, s);
  return causal ? (w * (w + 1)) / 2 + (s - w) * w : s * w;
}

function headSizes({ heads, kvHeads, headDim, mla }: Model) {
  if (mla === null) {
    const q = heads * headDim;
    const c = kvHeads * headDim;
    return { k: headDim, u: headDim, q, c, e: c, o: q, w: q + 2 * c };
  }
  const k = mla.nopeDim + mla.ropeDim;
  const q = heads * k;
  const values = heads * mla.valueDim;
  const down = (mla.queryRank ?? q) + mla.kvRank + mla.ropeDim;
  return { k, u: mla.valueDim, q, c: heads * mla.nopeDim + mla.ropeDim, e: values, o: values, w: down };
}
