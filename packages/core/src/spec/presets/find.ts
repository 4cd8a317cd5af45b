import { nearest } from "../../errors/nearest.ts";
import { presets } from "./all.ts";
import type { Preset } from "./preset.ts";

/** A preset, or the ids that come nearest to what was asked for. */
export type PresetLookup =
  | { readonly found: true; readonly preset: Preset }
  | { readonly found: false; readonly choices: string[] };

/** Names in use for a preset that its id does not contain. */
const aliases: Readonly<Record<string, string>> = {
  gpt2: "gpt2-124m",
  "gpt2-small": "gpt2-124m",
  "gpt2-medium": "gpt2-medium-355m",
  "gpt2-large": "gpt2-large-774m",
  "gpt2-xl": "gpt2-xl-1.5b",
  distilgpt2: "distilgpt2-82m",
  nanogpt: "nanogpt-124m",
  gpt3: "gpt3-175b",
  "gpt3-small": "gpt3-125m",
  "gpt3-medium": "gpt3-350m",
  "gpt3-large": "gpt3-760m",
  "gpt3-xl": "gpt3-1.3b",
  bloom: "bloom-176b",
  "bloom-1b1": "bloom-1.1b",
  "bloom-1b7": "bloom-1.7b",
  "bloom-7b1": "bloom-7.1b",
  tinyllama: "tinyllama-1.1b",
  mixtral: "mixtral-8x7b",
  "mistral-nemo": "mistral-nemo-12b",
  "phi-1_5": "phi-1.5",
  "phi-3-mini-4k": "phi-3-mini",
  "phi-3-medium-4k": "phi-3-medium",
  "stablelm-3b-4e1t": "stablelm-3b",
  "stablelm-2-1_6b": "stablelm-2-1.6b",
  "c4ai-command-r": "command-r-35b",
  "command-r": "command-r-35b",
  "c4ai-command-r-plus": "command-r-plus-104b",
  "command-r-plus": "command-r-plus-104b",
  starcoder: "starcoder-15b",
  dbrx: "dbrx-132b",
  "glm-4.5-air": "glm-4.5-air-106b",
  "bert-base-uncased": "bert-base",
  "bert-large-uncased": "bert-large",
  "distilbert-base-uncased": "distilbert-base",
  "deepseek-r1": "deepseek-v3",
};

const byId = new Map(presets.map((preset) => [preset.id, preset]));

/** What repositories add to a model's name without changing its shape. */
const suffix = /-(hf|instruct|base|chat|it|pt|deduped|text|uncased|v0\.1|v1\.0|0924|2407|2501|4e1t)$/;

/**
 * Finds a preset by id, without regard to case and to the usual decorations: an organisation before a slash, a
 * `meta-` before the name, `-hf`, `-instruct`, `-base`, `-chat` … after it, and missing or other separators.
 *
 * @example
 * findPreset("meta-llama/Meta-Llama-3-8B-Instruct") // => { found: true, preset: { id: "llama-3-8b", … } }
 */
export function findPreset(id: string): PresetLookup {
  const exact = byId.get(id);
  if (exact !== undefined) return { found: true, preset: exact };
  for (const candidate of spellings(id)) {
    const aliased = Object.hasOwn(aliases, candidate) ? aliases[candidate] : candidate;
    const preset = byId.get(aliased ?? "") ?? bySquashed(candidate);
    if (preset !== undefined) return { found: true, preset };
  }
  const ids = presets.map((preset) => preset.id);
  return { found: false, choices: nearest(spellings(id)[0]?.slice(0, 60) ?? "", ids, 5) };
}

/** The name as given, then with one decoration less each. */
function spellings(id: string): string[] {
  const plain = id.slice(0, 200).trim().toLowerCase().replace(/\s+/g, "-").replace(/^.*\//, "");
  const all = [plain];
  let current = plain.replace(/^meta-/, "");
  all.push(current);
  while (suffix.test(current)) {
    current = current.replace(suffix, "");
    all.push(current);
  }
  return all;
}

/** Letters, digits and dots only, so that `llama3-8b` and `llama-3-8b` are the same. */
function squash(name: string): string {
  return name.replace(/[^a-z0-9.]/g, "");
}

function bySquashed(name: string): Preset | undefined {
  const wanted = squash(name);
  if (wanted === "") return undefined;
  const alias = Object.keys(aliases).find((key) => squash(key) === wanted);
  return presets.find((preset) => squash(preset.id) === wanted || preset.id === aliases[alias ?? ""]);
}
