import { fail } from "../errors/issue.ts";
import { ffnLayers } from "../spec/ffn-layers.ts";
import type { Model } from "../spec/model.ts";
import { attentionBiases, ffnBiases } from "./biases.ts";
import { layerMatrices } from "./layer-matrices.ts";
import { normParameters } from "./norms.ts";

/** Parameters of a model, whole and in parts that sum to `total`. */
export interface ParameterCount {
  /** Every trained number once: a tied head is its embedding. */
  readonly total: number;
  /** What one token passes through: all but the experts it is not routed to. */
  readonly active: number;
  /** Without the token embedding, learned positions and an untied head. */
  readonly nonEmbedding: number;
  /** Parts by name, biases in the part they belong to; an extra parameter is `extra.<name>`. */
  readonly groups: Record<string, number>;
}

/**
 * Counts the parameters of a model, exactly.
 *
 * Formula: total = sum of groups; active = total - (experts - active experts) x one expert in each mixture-of-experts
 * layer; nonEmbedding = total - token embedding - learned positions - untied head. Units: parameters (elements).
 * Source: equals `sum(p.numel() for p in model.parameters())` of the PyTorch implementations of the presets' models.
 * Other convention: Kaplan et al. 2020 count nonEmbedding, Hoffmann et al. 2022 total: see {@link parameterConventions}.
 *
 * @throws UserError when the total is not positive or too large to be exact (2^53).
 * @example
 * countParameters(gpt2).total // => 124439808
 */
export function countParameters(model: Model): ParameterCount {
  const groups = parameterGroups(model);
  const total = Object.values(groups).reduce((sum, value) => sum + value, 0);
  if (!Number.isSafeInteger(total)) {
    fail(
      "too_many_parameters",
      "model",
      `the model has ${total} parameters, the most that can be counted is 2^53`,
    );
  }
  const active = total - idleExpertParameters(model);
  const untiedHead = model.tiedEmbeddings ? 0 : (groups.head ?? 0);
  const nonEmbedding = total - (groups.tokenEmbedding ?? 0) - (groups.positionEmbedding ?? 0) - untiedHead;
  const fewest = Math.min(active, nonEmbedding);
  if (fewest < 1) {
    const message = `extraParameters leave the model with ${fewest} parameters`;
    fail("no_parameters", "model.extraParameters", message, "larger extraParameters");
  }
  return { total, active, nonEmbedding, groups };
}

function parameterGroups(model: Model): Record<string, number> {
  const { layers, width, vocab, moe } = model;
  const matrices = layerMatrices(model);
  const count = ffnLayers(model);
  const groups: Record<string, number> = {
    tokenEmbedding: vocab * width,
    positionEmbedding: model.positions === "learned" ? (model.maxPositions ?? 0) * width : 0,
    norms: normParameters(model),
    attention: layers * (matrices.attention + attentionBiases(model)),
    mlp: count.dense * (matrices.mlp + ffnBiases(model, model.ffn)),
    router: count.moe * matrices.router,
    experts: count.moe * (moe?.experts ?? 0) * expertParameters(model),
    sharedExperts: count.moe * (matrices.shared + ffnBiases(model, moe?.sharedFfn ?? 0)),
    head: headParameters(model),
  };
  for (const [name, value] of Object.entries(model.extraParameters)) groups[`extra.${name}`] = value;
  return groups;
}

/** One routed expert with its biases. */
function expertParameters(model: Model): number {
  return layerMatrices(model).expert + ffnBiases(model, model.moe?.ffn ?? 0);
}

function idleExpertParameters(model: Model): number {
  if (model.moe === null) return 0;
  return ffnLayers(model).moe * (model.moe.experts - model.moe.active) * expertParameters(model);
}

/** No logits, no head: with logitShare 0 there is neither a matrix nor a bias. */
function headParameters({ width, vocab, tiedEmbeddings, bias, logitShare }: Model): number {
  if (logitShare === 0) return 0;
  return (tiedEmbeddings ? 0 : vocab * width) + (bias.head ? vocab : 0);
}
