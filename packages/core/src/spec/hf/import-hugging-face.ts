import { fail, issue, type Note, UserError } from "../../errors/issue.ts";
import { type ModelInput, modelSchema } from "../model.ts";
import { type Config, type Findings, isRecord, openConfig, show } from "./config.ts";
import { chooseReader } from "./model-type.ts";
import { readers } from "./readers.ts";

/** A model read from a Hugging Face config.json. */
export interface HuggingFaceImport {
  /** Every field decided: resolving it assumes nothing. */
  readonly model: ModelInput;
  readonly notes: Note[];
  /** Tokens the model was trained to attend over, where the config says. */
  readonly contextLength?: number;
}

/** The model types that are read exactly, in alphabetical order. */
export function huggingFaceModelTypes(): string[] {
  return Object.keys(readers).sort();
}

/**
 * Reads the contents of a config.json into a model with the same parameters, down to the last one.
 *
 * Formula: countParameters of the result = `sum(p.numel() for p in AutoModelForCausalLM.from_config(config).parameters())`
 * (encoders: AutoModelForMaskedLM; of a multimodal model, its language model and head): tied weights once, buffers not at all. Units: parameters.
 * Source: recorded from Hugging Face transformers 4.57.6 and 5.18.0, see `hf/fixtures`; an absent key takes its class's default.
 * Other convention: a checkpoint's file may hold buffers or a tied head twice; its size / bytes per element is then larger.
 *
 * @throws UserError for a config that is not an object, lacks a size, has a wrong type, or is of an unsupported kind.
 * @example
 * importHuggingFace({ model_type: "gpt2", n_layer: 12, n_embd: 768, n_head: 12, n_positions: 1024, vocab_size: 50257 }).model.ffn // => 3072
 */
export function importHuggingFace(config: unknown, path = "model.hf"): HuggingFaceImport {
  if (!isRecord(config)) {
    fail("hf_not_an_object", path, `the config (${show(config)}) must be the object in a config.json`);
  }
  const findings: Findings = { issues: [], notes: [], defaults: [] };
  const opened = openConfig(config, path, findings);
  const choice = chooseReader(opened);
  const model = choice === null ? null : choice.reader(choice.config);
  if (findings.issues.length > 0 || choice === null || model === null) throw new UserError(findings.issues);
  checkSizes(model, path);
  for (const part of new Set([opened, choice.config])) noteIgnored(part);
  noteDefaults(choice.config);
  const contextLength = trainedContext(choice.config, model);
  return { model, notes: findings.notes, ...(contextLength === null ? {} : { contextLength }) };
}

/** Sizes that are each allowed can still multiply to more than can be counted. */
function checkSizes(model: ModelInput, path: string): void {
  const parsed = modelSchema().safeParse(model);
  if (parsed.success) return;
  throw new UserError(
    parsed.error.issues.map(({ path: keys, message }) =>
      issue("hf_out_of_range", path, `the config gives an impossible ${keys.join(".")}: ${message}`),
    ),
  );
}

function noteIgnored(config: Config): void {
  if (config.has("quantization_config")) {
    const message = "quantization_config is ignored: training keeps every parameter at its full precision";
    config.note("hf-quantization-ignored", "quantization_config", message, "warning");
  }
  for (const key of ["num_nextn_predict_layers", "num_mtp_modules"]) {
    const layers = config.raw(key);
    if (typeof layers !== "number" || layers <= 0) continue;
    const message = `${key} (${layers}): layers for multi-token prediction are not counted`;
    config.note("hf-mtp-ignored", key, message, "warning");
  }
}

function noteDefaults(config: Config): void {
  const { defaults } = config.findings;
  if (defaults.length === 0) return;
  const message = `not in the config, taken from the family's defaults: ${[...new Set(defaults)].join(", ")}`;
  config.findings.notes.push({ code: "hf-defaults", severity: "info", message, path: config.path });
}

/** The positions before a later extension of rope, else all of them. */
function trainedContext(config: Config, model: ModelInput): number | null {
  for (const key of ["rope_scaling", "rope_parameters"]) {
    const rope = config.raw(key);
    const original = isRecord(rope) ? rope.original_max_position_embeddings : undefined;
    if (Number.isSafeInteger(original) && (original as number) > 0) return original as number;
  }
  return model.maxPositions ?? null;
}
