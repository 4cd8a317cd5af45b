export { presets } from "./all.ts";
export { findPreset, type PresetLookup } from "./find.ts";
export type { Preset } from "./preset.ts";
