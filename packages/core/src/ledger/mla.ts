import type { Model } from "../spec/model.ts";
import { type Projection, projectionBackward, projectionForward, projectionText } from "./matmul.ts";
import { type NormSize, normBackward, normForward } from "./norm.ts";
import type { Op } from "./op.ts";
import { elementwisePair, pushRow, type RowPair } from "./row.ts";
import type { Symbols } from "./symbols.ts";

// in the words of shapes: Q query rank, K rank of keys and values, r rotated channels
const downText = projectionText({ name: "latent-down-projection" }, "T", "d", "w");
const directDownText = projectionText({ name: "latent-down-projection", biased: "(K + r)" }, "T", "d", "w");
const queryUpText = projectionText({ name: "latent-query-up-projection" }, "T", "Q", "q");
const keyValueUpText = projectionText({ name: "latent-kv-up-projection" }, "T", "K", "(e + c - r)");

function latentNorm(name: string, rank: string): RowPair {
  return elementwisePair("layer", {
    name,
    shape: `[T x ${rank}]`,
    forward: `copies 2T${rank} + ${rank} + sg T; flop nf T${rank}`,
    backward: `copies 3T${rank} + sg T + 2${rank}; flop 2nf T${rank}`,
  });
}

const queryNormText = latentNorm("latent-query-norm", "Q");
const keyValueNormText = latentNorm("latent-kv-norm", "K");

interface Latent {
  readonly down: Projection;
  readonly keyValueUp: Projection;
  readonly keyValueNorm: NormSize;
  /** Null when queries come straight from the input. */
  readonly queryUp: Projection | null;
  readonly queryNorm: NormSize;
}

function latentParts(mla: NonNullable<Model["mla"]>, { bias }: Model, symbols: Symbols): Latent {
  const { n, T, d, w, q, c, e } = symbols;
  const { kvRank, ropeDim } = mla;
  const queryRank = mla.queryRank ?? 0;
  const common = { count: n, m: T, matrices: 1, bias: 0, kernels: 1 };
  const downBias = bias.qkv ? queryRank + kvRank + ropeDim : 0;
  const text = queryRank === 0 ? directDownText : downText;
  return {
    down: { ...common, text, r: d, p: w, bias: downBias },
    keyValueUp: { ...common, text: keyValueUpText, r: kvRank, p: e + c - ropeDim },
    keyValueNorm: { elements: T * kvRank, vectors: T, channels: kvRank },
    queryUp: queryRank === 0 ? null : { ...common, text: queryUpText, r: queryRank, p: q },
    queryNorm: { elements: T * queryRank, vectors: T, channels: queryRank },
  };
}

/**
 * Multi-head latent attention up to queries, keys and values.
 *
 * Formula: one down-projection [T x d][d x w], w = Q + K + r (h k + K + r when queries have no bottleneck); a
 * norm of each latent; up-projections [T x Q][Q x h k] and [T x K][K x h (nope + value)]. Only
 * down-projections have biases, and not those of unbottlenecked queries. Units: FLOPs, elements.
 * Source: DeepSeek-V2 (2024), section 2.1 and its released code; what reads the same input is one matmul.
 * Other convention: keys concatenated from both parts for every head would be copies; here the shared part is
 * read once.
 *
 * @example
 * const rows = [];
 * latentForward(rows, deepSeekLite, symbolsOf(deepSeekLite, workload));
 * rows[0].flop // => 3304977334272
 */
export function latentForward(rows: Op[], model: Model, symbols: Symbols): void {
  if (model.mla === null) return;
  const { down, keyValueUp, keyValueNorm, queryUp, queryNorm } = latentParts(model.mla, model, symbols);
  const { n, innerNorm } = symbols;
  projectionForward(rows, down);
  if (queryUp !== null) {
    pushRow(rows, queryNormText.forward, n, normForward(innerNorm, queryNorm));
    projectionForward(rows, queryUp);
  }
  pushRow(rows, keyValueNormText.forward, n, normForward(innerNorm, keyValueNorm));
  projectionForward(rows, keyValueUp);
}

/** Backward of {@link latentForward}, last operation first. */
export function latentBackward(rows: Op[], model: Model, symbols: Symbols): void {
  if (model.mla === null) return;
  const { down, keyValueUp, keyValueNorm, queryUp, queryNorm } = latentParts(model.mla, model, symbols);
  const { n, innerNorm } = symbols;
  projectionBackward(rows, keyValueUp);
  pushRow(rows, keyValueNormText.backward, n, normBackward(innerNorm, keyValueNorm));
  if (queryUp !== null) {
    projectionBackward(rows, queryUp);
    pushRow(rows, queryNormText.backward, n, normBackward(innerNorm, queryNorm));
  }
  projectionBackward(rows, down);
}
