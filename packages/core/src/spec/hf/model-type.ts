import { nearest } from "../../errors/nearest.ts";
import { type Config, isRecord, type Reader, show } from "./config.ts";
import { readers } from "./readers.ts";
import { refusal } from "./refused.ts";
import { readUnknown, standardKeys } from "./unknown.ts";

/** Multimodal types whose text model is read on its own, with the type of one that does not name it. */
const withText: Readonly<Record<string, string>> = {
  gemma3: "gemma3_text",
  llama4: "llama4_text",
  mistral3: "mistral",
  qwen3_vl: "qwen3_vl_text",
  qwen3_vl_moe: "qwen3_vl_moe_text",
  kimi_k25: "deepseek_v3",
};

/** What will read a config, and which part of it. */
export interface Choice {
  readonly reader: Reader;
  readonly config: Config;
}

/** Picks the reader for a config by its model_type; null, with an issue, when it cannot be read. */
export function chooseReader(config: Config): Choice | null {
  if (refuseOtherKinds(config)) return null;
  const type = modelType(config);
  if (type === null) return null;
  if (Object.hasOwn(withText, type) && config.has("text_config")) return chooseText(config, type);
  if (Object.hasOwn(readers, type)) {
    const reader = readers[type];
    return reader === undefined ? null : { reader, config };
  }
  return unknownType(config, type);
}

/** Keys that only an adapter's config has. */
const adapterKeys = ["peft_type", "lora_alpha", "lora_rank", "base_model_name_or_path"] as const;

/** Configs that are no decoder's at all, whatever their model_type says. */
function refuseOtherKinds(config: Config): boolean {
  if (config.has("_diffusers_version") || config.has("_class_name")) {
    const message = `${show(config.raw("_class_name") ?? "diffusers")} is a diffusion model's part: only transformer language models are modelled`;
    config.reject("hf_unsupported_model_type", "_class_name", message);
    return true;
  }
  const adapter = adapterKeys.find((key) => config.has(key));
  if (adapter !== undefined) {
    const message = `${adapter} (${show(config.raw(adapter))}): adapters such as LoRA are not modelled`;
    config.reject("hf_unsupported_adapter", adapter, message, "give the config of the base model");
    return true;
  }
  if (config.raw("is_encoder_decoder") === true) {
    const message = "is_encoder_decoder (true): encoder-decoder models are not modelled";
    config.reject("hf_unsupported_model_type", "is_encoder_decoder", message);
    return true;
  }
  return false;
}

/** The model_type; some configs of multimodal parts leave it out and are read by their keys. */
function modelType(config: Config): string | null {
  const value = config.raw("model_type");
  if (typeof value === "string") return value;
  if (value === undefined && standardKeys.every((key) => config.has(key))) return "";
  if (value === undefined) {
    const message = "model_type is missing from the config";
    config.reject("hf_key_missing", "model_type", message, 'add model_type, e.g. "llama"');
  } else {
    config.reject("hf_key_type", "model_type", `model_type (${show(value)}) must be a string`);
  }
  return null;
}

function chooseText(config: Config, type: string): Choice | null {
  const text = config.child("text_config");
  if (text === null) return null;
  const message = `${type} is multimodal: only its text model (text_config) is read, without the vision part`;
  config.note("hf-text-only", "text_config", message, "warning");
  const inner = text.raw("model_type");
  const textType = typeof inner === "string" ? inner : (withText[type] ?? "");
  const reader = Object.hasOwn(readers, textType) ? readers[textType] : undefined;
  const read = type === "llama4" ? text : withTie(text, config);
  return reader === undefined ? unknownType(read, textType) : { reader, config: read };
}

/** A multimodal config that says tie_word_embeddings says it for its text part too; only Llama 4 leaves it to the text. */
function withTie(text: Config, outer: Config): Config {
  if (!outer.has("tie_word_embeddings")) return text;
  return {
    ...text,
    flag: (key, fallback) => (key === "tie_word_embeddings" ? outer : text).flag(key, fallback),
  };
}

function unknownType(config: Config, type: string): Choice | null {
  const reason = refusal(type);
  const missing = standardKeys.filter((key) => !config.has(key));
  const other = isRecord(config.raw("vision_config")) || isRecord(config.raw("audio_config"));
  if (reason === null && missing.length === 0 && !other) {
    const message = `model_type ${show(type)} is not known: read as a decoder like Llama, check its parameter count`;
    config.note("hf-unknown-model-type", "model_type", message, "warning");
    return { reader: readUnknown, config };
  }
  const near = reason === null ? nearest(type, Object.keys(readers)) : [];
  const hint = near.length === 0 ? "give the model in full" : `nearest: ${near.join(", ")}`;
  const because = reason === null && other ? "a vision or multimodal model" : reason;
  const message =
    because === null
      ? `model_type ${show(type)} is not known, and the config has no ${missing.join(", ")}`
      : `model_type ${show(type)} is ${because}: not modelled`;
  config.reject("hf_unsupported_model_type", "model_type", message, hint);
  return null;
}
