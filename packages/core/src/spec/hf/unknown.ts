import type { ModelInput } from "../model.ts";
import { type Config, show } from "./config.ts";
import { biases, llamaLike } from "./llama-like.ts";
import { afterDense, placeExperts } from "./moe-layers.ts";

/** Keys without which a config of an unknown family is not read at all. */
export const standardKeys = [
  "hidden_size",
  "num_hidden_layers",
  "num_attention_heads",
  "vocab_size",
  "intermediate_size",
] as const;

/** A family nobody has described: Llama's blocks, with experts and latent attention where the usual keys say so. */
export function readUnknown(config: Config): ModelInput {
  refuseMixers(config);
  const model = llamaLike(config, { tied: false });
  const all = config.flag("attention_bias", false);
  return {
    ...model,
    bias: biases(all || config.flag("qkv_bias", false), all, config.flag("mlp_bias", false)),
    moe: unknownExperts(config, model.layers, model.ffn),
    ...latentAttention(config),
  };
}

function unknownExperts(config: Config, layers: number, ffn: number): ModelInput["moe"] {
  const names = ["num_experts", "n_routed_experts", "num_local_experts"];
  if (!names.some((name) => config.has(name))) return noExperts(config);
  const experts = config.count(names);
  if (experts < 2) return null;
  const expertFfn = config.countOr("moe_intermediate_size", ffn);
  const shared = config.wholeOr("n_shared_experts", 0);
  const dense = config.wholeOr("first_k_dense_replace", 0);
  const placement = placeExperts(config, layers, afterDense(dense));
  const active = config.count(["num_experts_per_tok", "num_experts_per_token", "moe_topk"]);
  const sizes = { experts, active, shared, ffn: expertFfn, sharedFfn: shared * expertFfn };
  return placement === null ? null : { ...sizes, ...placement };
}

/** A key that speaks of experts under a name nobody reads: the model is not dense, however its other keys look. */
function noExperts(config: Config): null {
  const other = config
    .keys()
    .find((key) => /experts$/.test(key) && [config.raw(key)].flat().some((n) => Number(n) > 1));
  if (other === undefined) return null;
  const message = `${other} (${show(config.raw(other))}): the experts of a family that is not known, under a key that is not read`;
  config.reject("hf_unsupported_experts", other, message, "give the model in full, with moe");
  return null;
}

/** Layers that are no attention over all keys, as two keys in use give away: no Llama, however the other keys look. */
function refuseMixers(config: Config): void {
  const kind = config.list("layer_types")?.find((type) => /linear|mamba|conv|recurrent/.test(show(type)));
  const found = kind !== undefined ? "layer_types" : config.has("index_topk") ? "index_topk" : null;
  if (found === null) return;
  const message = `${found} (${show(kind ?? config.raw(found))}): layers of a family that is not known, of a kind that is not modelled`;
  config.reject("hf_unsupported_layer_type", found, message);
}

function latentAttention(config: Config): Partial<ModelInput> {
  if (!config.has("kv_lora_rank")) return {};
  const nopeDim = config.count("qk_nope_head_dim");
  const ropeDim = config.count("qk_rope_head_dim");
  return {
    kvHeads: config.count("num_attention_heads"),
    headDim: nopeDim + ropeDim,
    mla: {
      kvRank: config.count("kv_lora_rank"),
      queryRank: config.has("q_lora_rank") ? config.count("q_lora_rank") : null,
      nopeDim,
      ropeDim,
      valueDim: config.count("v_head_dim"),
    },
  };
}
