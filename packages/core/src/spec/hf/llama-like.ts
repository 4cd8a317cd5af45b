import type { ModelInput } from "../model.ts";
import { ffnKind } from "./activation.ts";
import type { Config, Key } from "./config.ts";
import { readKvHeads, splitWidth } from "./heads.ts";

/** Where a family's class differs from Llama's: its defaults for absent keys, and the shape of its blocks. */
export interface Traits {
  /** Default of tie_word_embeddings. */
  readonly tied: boolean;
  /** Default of num_key_value_heads; Llama: as many as heads. `"heads"`: the class does not read the key. */
  readonly kvHeads?: number | "heads";
  /** Default of head_dim; Llama: width / heads. `"split"`: the class does not read head_dim; `"latent"`: the family sets it. */
  readonly headDim?: number | "split" | "latent";
  /** Default of num_attention_heads; without one, the key must be there, like every size. */
  readonly heads?: number;
  /** Default of vocab_size, likewise. */
  readonly vocab?: number;
  readonly activationKey?: Key;
  readonly activation?: string;
  /** false: two matrices in the feed-forward. */
  readonly gated?: boolean;
}

/** Every bias flag of a model, from four booleans. */
export function biases(
  qkv: boolean,
  attentionOut: boolean,
  mlp = false,
  head = false,
): NonNullable<ModelInput["bias"]> {
  return { qkv, attentionOut, mlp, head };
}

export const rmsNorms = { perLayer: 2, affine: true, bias: false, embedding: false, final: true } as const;
export const layerNorms = { ...rmsNorms, bias: true } as const;

/** What most decoders have: one block after the other, causal attention over all positions, no experts. Families override it. */
export const plainBlocks = {
  qkNorm: false,
  parallelBlock: false,
  positions: "rope",
  maxPositions: null,
  causal: true,
  logitShare: 1,
  attentionWindow: null,
  moe: null,
  mla: null,
  extraParameters: {},
} as const;

/** A pre-norm decoder with the keys of Llama, everything in it decided: families override what differs. */
export function llamaLike(config: Config, traits: Traits) {
  const { gated = true, activation = "silu", activationKey = "hidden_act" } = traits;
  const width = config.count("hidden_size");
  const heads = required(config, "num_attention_heads", traits.heads);
  return {
    layers: config.count("num_hidden_layers"),
    width,
    heads,
    kvHeads: traits.kvHeads === "heads" ? heads : readKvHeads(config, heads, traits.kvHeads),
    headDim: readHeadDim(config, width, heads, traits.headDim),
    ffn: config.count("intermediate_size"),
    ffnKind: ffnKind(config, { key: activationKey, fallback: activation, gated }),
    vocab: required(config, "vocab_size", traits.vocab),
    tiedEmbeddings: config.flag("tie_word_embeddings", traits.tied),
    bias: biases(false, false),
    norm: "rmsnorm",
    norms: rmsNorms,
    ...plainBlocks,
    maxPositions: readPositions(config),
  } satisfies ModelInput;
}

function required(config: Config, key: string, classDefault: number | undefined): number {
  return classDefault === undefined ? config.count(key) : config.countOr(key, classDefault);
}

function readHeadDim(config: Config, width: number, heads: number, trait: Traits["headDim"]): number {
  if (trait === "latent") return 1;
  if (trait !== "split" && config.has("head_dim")) return config.count("head_dim");
  if (typeof trait === "number" && !config.isNull("head_dim")) return config.countOr("head_dim", trait);
  return splitWidth(config, width, heads, "num_attention_heads");
}

/** max_position_embeddings, null when the config does not say: rope and ALiBi need none. */
export function readPositions(config: Config, key: Key = "max_position_embeddings"): number | null {
  const names = typeof key === "string" ? [key] : key;
  return names.some((name) => config.has(name)) ? config.count(names) : null;
}
