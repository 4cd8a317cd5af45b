import { fail, type Note } from "../errors/issue.ts";
import { importHuggingFace } from "./hf/index.ts";
import type { ModelInput } from "./model.ts";
import { findPreset, type Preset } from "./presets/index.ts";
import type { Scenario } from "./scenario.ts";

/** A model as fields, wherever it came from. */
export interface ExpandedModel {
  readonly model: ModelInput;
  readonly notes: readonly Note[];
  /** The preset's id, when another name of it was given. */
  readonly alias: string | null;
  /** The preset itself, where one was named. */
  readonly preset: Preset | null;
  /** True when a preset or an imported config stated the model: what it leaves out is known, not assumed. */
  readonly complete: boolean;
}

/**
 * Turns a preset's id or a Hugging Face config into the model's fields; a model in full stays as it is.
 *
 * @throws UserError `unknown_model` with the nearest presets; those of the import.
 * @example
 * expandModel("gpt2-124m").model.layers // => 12
 */
export function expandModel(ref: Scenario["model"]): ExpandedModel {
  if (typeof ref === "string") {
    const found = findPreset(ref);
    if (found.found) {
      const { preset } = found;
      const alias = ref.toLowerCase() === preset.id ? null : preset.id;
      return { model: preset.model, notes: [], alias, preset, complete: true };
    }
    const hint =
      found.choices.length > 0 ? `nearest: ${found.choices.join(", ")}` : "wallclock models lists them all";
    return fail("unknown_model", "model", `model ("${ref.slice(0, 80)}") is no preset`, hint);
  }
  if ("hf" in ref) {
    const { model, notes } = importHuggingFace(ref.hf);
    return { model, notes, alias: null, preset: null, complete: true };
  }
  return { model: ref, notes: [], alias: null, preset: null, complete: false };
}
