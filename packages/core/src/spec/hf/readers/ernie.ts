import { ffnLayers } from "../../ffn-layers.ts";
import type { ModelInput } from "../../model.ts";
import type { Config } from "../config.ts";
import { biases, llamaLike } from "../llama-like.ts";
import { placeExperts } from "../moe-layers.ts";

/** ERNIE 4.5: tied, one key for all biases. */
function readErnie(config: Config): ModelInput {
  const model = llamaLike(config, { tied: true, kvHeads: 2, headDim: 128 });
  const bias = config.flag("use_bias", false);
  return { ...model, bias: biases(bias, bias, bias) };
}

/** ERNIE 4.5 MoE: experts on every n-th layer of a span, shared ones beside them, and a bias for each in the router. */
function readErnieMoe(config: Config): ModelInput {
  const model = llamaLike(config, { tied: true, kvHeads: 4 });
  if (config.flag("use_bias", false)) {
    const message = "use_bias (true): biases everywhere but in the experts are not modelled";
    config.reject("hf_unsupported_bias", "use_bias", message);
  }
  const first = config.wholeOr("moe_layer_start_index", 1);
  const end = "moe_layer_end_index";
  const last = config.raw(end) === -1 ? model.layers - 1 : config.wholeOr(end, model.layers - 1);
  const step = config.countOr("moe_layer_interval", 1);
  const isMoe = (index: number) => index >= first && index <= last && (index + 1) % step === 0;
  const placement = placeExperts(config, model.layers, isMoe);
  const shared = config.wholeOr("moe_num_shared_experts", 2);
  const ffn = config.countOr("moe_intermediate_size", 1536);
  const experts = config.countOr(["moe_num_experts", "num_experts"], 64);
  const active = config.countOr(["moe_k", "num_experts_per_tok"], 6);
  const sizes = { experts, active, shared, ffn, sharedFfn: shared * ffn };
  const moe = placement === null ? null : { ...sizes, ...placement };
  const routerBias = ffnLayers({ layers: model.layers, moe }).moe * experts;
  return { ...model, moe, extraParameters: { routerBias } };
}

export const ernieReaders = { ernie4_5: readErnie, ernie4_5_moe: readErnieMoe };
