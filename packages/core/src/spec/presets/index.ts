export { presets } from "./all.ts";
export { findPreset } from "./find.ts";
export type { Preset } from "./preset.ts";
