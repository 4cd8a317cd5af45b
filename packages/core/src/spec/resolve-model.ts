import { type Note, UserError } from "../errors/issue.ts";
import { isGated, type Model, type ModelInput } from "./model.ts";
import { modelIssues } from "./resolve-model-checks.ts";
import type { Assumption } from "./resolved.ts";

/** A model with every field decided, and what had to be decided for it. */
export interface ResolvedModel {
  readonly model: Model;
  readonly assumed: Assumption[];
  readonly notes: Note[];
}

/** Gives the value of one field and writes down when it was not the user's. */
type Take = <T>(key: string, given: T | undefined, otherwise: T) => T;

/**
 * Fills every field a model leaves out, and lists what it filled.
 *
 * Formula: kvHeads = heads; headDim = width / heads (MLA: nopeDim + ropeDim); ffn = 4 width, gated
 * ceil(8/3 width / 256) 256; ffnKind gelu; no biases; two rmsnorms a layer with a scale, a final norm, none after the
 * embedding; rope; untied; causal; every position has logits. A layernorm has a bias unless said, an rmsnorm none.
 * Units: elements, layers, heads.
 * Source: Vaswani et al. 2017 for 4 width; Touvron et al. 2023 (LLaMA), section 2.2, for 8/3 width and multiples of 256.
 * Other convention: a parallel block keeps two norms (GPT-NeoX); GPT-J, Phi and Cohere share one: say `norms.perLayer: 1`.
 *
 * @throws UserError with every broken rule between fields, see {@link modelIssues}.
 * @example
 * resolveModel({ layers: 12, width: 768, heads: 12, vocab: 50257 }).model.ffn // => 3072
 */
export function resolveModel(input: ModelInput, path = "model"): ResolvedModel {
  const issues = modelIssues(input, path);
  if (issues.length > 0) throw new UserError(issues);
  const assumed: Assumption[] = [];
  const take: Take = (key, given, otherwise) => {
    if (given !== undefined) return given;
    assumed.push({ path: `${path}.${key}`, value: otherwise });
    return otherwise;
  };
  const model = fill(input, take);
  return { model, assumed, notes: positionNotes(model, path) };
}

/** The fields in the order of the contract, so that `assumed` reads like a model. */
function fill(input: ModelInput, take: Take): Model {
  const { layers, width, heads, vocab } = input;
  const sizes = attentionSizes(input, take);
  const ffnKind = take("ffnKind", input.ffnKind, "gelu");
  return {
    layers,
    width,
    heads,
    ...sizes,
    ffn: denseFfn(input, ffnKind, take),
    ffnKind,
    vocab,
    tiedEmbeddings: take("tiedEmbeddings", input.tiedEmbeddings, false),
    bias: resolveBias(input.bias, take),
    ...resolveNorms(input, take),
    qkNorm: take("qkNorm", input.qkNorm, false),
    parallelBlock: take("parallelBlock", input.parallelBlock, false),
    positions: take("positions", input.positions, "rope"),
    maxPositions: take("maxPositions", input.maxPositions, null),
    causal: take("causal", input.causal, true),
    logitShare: take("logitShare", input.logitShare, 1),
    attentionWindow: resolveWindow(input.attentionWindow, take),
    moe: resolveMoe(input.moe, take),
    mla: resolveMla(input.mla, take),
    extraParameters: { ...take("extraParameters", input.extraParameters, {}) },
  };
}

function attentionSizes({ width, heads, kvHeads, headDim, mla }: ModelInput, take: Take) {
  return {
    kvHeads: take("kvHeads", kvHeads, heads),
    headDim: take("headDim", headDim, mla ? mla.nopeDim + mla.ropeDim : width / heads),
  };
}

function denseFfn({ width, ffn }: ModelInput, ffnKind: Model["ffnKind"], take: Take): number {
  return take("ffn", ffn, isGated(ffnKind) ? Math.ceil((8 * width) / 3 / 256) * 256 : 4 * width);
}

function resolveBias(bias: ModelInput["bias"], take: Take): Model["bias"] {
  if (bias === undefined) {
    const none = { qkv: false, attentionOut: false, mlp: false, head: false };
    take("bias", undefined, false);
    return none;
  }
  if (typeof bias === "boolean") return { qkv: bias, attentionOut: bias, mlp: bias, head: false };
  return {
    qkv: take("bias.qkv", bias.qkv, false),
    attentionOut: take("bias.attentionOut", bias.attentionOut, false),
    mlp: take("bias.mlp", bias.mlp, false),
    head: take("bias.head", bias.head, false),
  };
}

function resolveNorms({ norm: given, norms = {} }: ModelInput, take: Take): Pick<Model, "norm" | "norms"> {
  const norm = take("norm", given, "rmsnorm");
  const perLayer = take("norms.perLayer", norms.perLayer, 2);
  const affine = take("norms.affine", norms.affine, true);
  return {
    norm,
    norms: {
      perLayer,
      affine,
      bias: take("norms.bias", norms.bias, norm === "layernorm" && affine),
      embedding: take("norms.embedding", norms.embedding, false),
      final: take("norms.final", norms.final, true),
    },
  };
}

function resolveWindow(given: ModelInput["attentionWindow"], take: Take): Model["attentionWindow"] {
  const window = take("attentionWindow", given, null);
  if (window === null) return null;
  if (typeof window === "number") return { window, every: 1 };
  if (window.fullEvery !== undefined) return { window: window.window, fullEvery: window.fullEvery };
  return { window: window.window, every: take("attentionWindow.every", window.every, 1) };
}

function resolveMoe(given: ModelInput["moe"], take: Take): Model["moe"] {
  const moe = take("moe", given, null);
  if (moe === null) return null;
  const shared = take("moe.shared", moe.shared, moe.sharedFfn ? 1 : 0);
  return {
    experts: moe.experts,
    active: moe.active,
    shared,
    ffn: moe.ffn,
    sharedFfn: take("moe.sharedFfn", moe.sharedFfn, shared * moe.ffn),
    denseLayers: take("moe.denseLayers", moe.denseLayers, 0),
    every: take("moe.every", moe.every, 1),
  };
}

function resolveMla(given: ModelInput["mla"], take: Take): Model["mla"] {
  const mla = take("mla", given, null);
  if (mla === null) return null;
  return { ...mla, queryRank: take("mla.queryRank", mla.queryRank, null) };
}

function positionNotes(model: Model, path: string): Note[] {
  if (model.positions !== "learned" || model.maxPositions !== null) return [];
  const message = "positions are learned but maxPositions is not given: their parameters are counted as 0";
  return [{ code: "learned-positions-unknown", severity: "warning", message, path: `${path}.maxPositions` }];
}
