import { nearest } from "../../errors/nearest.ts";
import type { LossLaw } from "../law.ts";
import { deepseek2024 } from "./deepseek-2024.ts";
import { gemstones2025 } from "./gemstones-2025.ts";
import { kaplan2020Allocation } from "./kaplan-2020-allocation.ts";
import { liu2026 } from "./liu-2026.ts";
import { llama32024 } from "./llama-3-2024.ts";
import { minicpm2024 } from "./minicpm-2024.ts";
import { nanochat2026 } from "./nanochat-2026.ts";
import { olmo2026 } from "./olmo-2026.ts";
import { porian2024 } from "./porian-2024.ts";
import { findSurface, surfaces } from "./surfaces.ts";

export { defaultLawId } from "./surfaces.ts";

/**
 * Every law shipped: surfaces, the default first, then allocations by year.
 * Source: each law's `citation` and `url`, each coefficient's `status`.
 */
export const laws: readonly LossLaw[] = [
  ...surfaces,
  kaplan2020Allocation,
  deepseek2024,
  llama32024,
  minicpm2024,
  porian2024,
  gemstones2025,
  liu2026,
  nanochat2026,
  olmo2026,
];

/** A law, or what one could have asked for instead. */
export type LawSearch =
  | { readonly found: true; readonly law: LossLaw }
  | { readonly found: false; readonly nearest: readonly string[]; readonly surfaces: readonly string[] };

/**
 * The shipped law with this id; with `+shape` behind it the law that also knows width and depth, {@link withShape}. Otherwise
 * the ids nearest to it and those of all surfaces: what a scenario's `lossLaw` may be.
 *
 * @example
 * findLaw("hoffman-2022") // => { found: false, nearest: ["hoffmann-2022"], surfaces: ["besiroglu-2024", "hoffmann-2022", "muennighoff-2023", "kaplan-2020"] }
 */
export function findLaw(id: string): LawSearch {
  const law = findSurface(id) ?? laws.find((candidate) => candidate.id === id);
  if (law !== undefined) return { found: true, law };
  const ids = laws.map((candidate) => candidate.id);
  return { found: false, nearest: nearest(id, ids, 1), surfaces: surfaces.map((surface) => surface.id) };
}
