import { type ResolvedModel, resolveModel } from "../resolve-model.ts";
import type { Preset } from "./preset.ts";

const known = new WeakMap<Preset, ResolvedModel>();

/** The model of a preset with every field decided: once for each that is asked for, as presets never change. */
export function resolvedPreset(preset: Preset): ResolvedModel {
  const before = known.get(preset);
  if (before !== undefined) return before;
  const resolved = resolveModel(preset.model);
  known.set(preset, resolved);
  return resolved;
}
