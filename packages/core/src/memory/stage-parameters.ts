import type { ParameterCount } from "../parameters/count.ts";
import { ffnLayers } from "../spec/ffn-layers.ts";
import type { Model } from "../spec/model.ts";
import type { Resolved } from "../spec/resolved.ts";
import type { StageShape } from "./stage.ts";

/** The parameters of a model as its stages divide them. */
export interface ParameterPieces {
  /** Of one layer: attention; a dense feed-forward; a mixture's router, routed and shared experts. */
  readonly attention: number;
  readonly mlp: number;
  readonly router: number;
  readonly experts: number;
  readonly sharedExperts: number;
  /** Of all layers: norms and extra parameters. */
  readonly small: number;
  readonly layers: number;
  readonly positions: number;
  readonly head: number;
}

/** {@link ParameterPieces} of a counted model. */
export function parameterPieces(model: Model, { groups }: ParameterCount): ParameterPieces {
  const group = (name: string): number => groups[name] ?? 0;
  const all = ffnLayers(model);
  const perMoe = (name: string): number => (all.moe === 0 ? 0 : group(name) / all.moe);
  let extra = 0;
  for (const name in groups) if (name.startsWith("extra.")) extra += groups[name] ?? 0;
  return {
    attention: group("attention") / model.layers,
    mlp: all.dense === 0 ? 0 : group("mlp") / all.dense,
    router: perMoe("router"),
    experts: perMoe("experts"),
    sharedExperts: perMoe("sharedExperts"),
    small: group("norms") + extra,
    layers: model.layers,
    positions: group("positionEmbedding"),
    head: group("head"),
  };
}

/** Parameters one device of a stage holds before ZeRO shards them. */
export interface StageParameters {
  /** Matrices of layers and head, experts apart. */
  readonly matrices: number;
  /** Embeddings, norms, extra parameters. */
  readonly other: number;
  /** Routed experts. */
  readonly experts: number;
}

/**
 * Parameters one device of a stage holds. Tensor parallelism divides layer matrices and the vocabulary's rows, not norms,
 * routers and positions; expert parallelism divides routed experts further. A tied embedding is held by the first and
 * the last stage alike.
 */
export function stageParameters(
  { model, parallel }: Pick<Resolved, "model" | "parallel">,
  pieces: ParameterPieces,
  stage: StageShape,
): StageParameters {
  const { tensor, expert } = parallel;
  const layers = stage.dense + stage.moe;
  const vocabulary = vocabRows(model.vocab, tensor);
  const rows = vocabulary * model.width;
  // a tied head has no matrix of its own, but a copy where the embedding is on another stage
  const copied = model.tiedEmbeddings && model.logitShare > 0 && !stage.first ? rows : 0;
  const head = stage.last ? (pieces.head * vocabulary) / model.vocab + copied : 0;
  const sharded = layers * pieces.attention + stage.dense * pieces.mlp + stage.moe * pieces.sharedExperts;
  return {
    matrices: sharded / tensor + stage.moe * pieces.router + head,
    other: Math.max(0, (pieces.small * layers) / pieces.layers) + (stage.first ? rows + pieces.positions : 0),
    experts: (stage.moe * pieces.experts) / (tensor * expert),
  };
}

/** Vocabulary rows one tensor-parallel rank holds; a vocabulary that does not divide is padded. */
export function vocabRows(vocab: number, tensor: number): number {
  return Math.ceil(vocab / tensor);
}
