import type { LossSurface } from "../law.ts";
import { withShape } from "../shape-term.ts";
import { besiroglu2024 } from "./besiroglu-2024.ts";
import { hoffmann2022 } from "./hoffmann-2022.ts";
import { kaplan2020 } from "./kaplan-2020.ts";
import { muennighoff2023 } from "./muennighoff-2023.ts";

/** The laws that give a loss, which is all an estimate needs of them; the default first. */
export const surfaces: readonly LossSurface[] = [besiroglu2024, hoffmann2022, muennighoff2023, kaplan2020];

/**
 * The law used when a scenario names none.
 * Source: Besiroglu et al. 2024, arXiv 2404.10102: the refit of Hoffmann et al. 2022 that agrees with their data.
 */
export const defaultLawId = "besiroglu-2024";

/** The shipped laws that give no loss: an estimate only has to tell them from names of nothing. */
export const allocationIds = [
  "kaplan-2020-allocation",
  "deepseek-2024",
  "llama-3-2024",
  "minicpm-2024",
  "porian-2024",
  "gemstones-2025",
  "liu-2026",
  "nanochat-2026",
  "olmo-2026",
] as const;

const shapeSuffix = "+shape";

/**
 * The surface with this id; with `+shape` behind it the one that also knows width and depth, {@link withShape}.
 *
 * @example
 * findSurface("besiroglu-2024+shape")?.form // => "chinchilla"
 */
export function findSurface(id: string): LossSurface | undefined {
  const exact = surfaces.find((law) => law.id === id);
  if (exact !== undefined || !id.endsWith(shapeSuffix)) return exact;
  const base = surfaces.find((law) => law.id === id.slice(0, -shapeSuffix.length));
  return base && (withShape(base) ?? undefined);
}
