import type { Model } from "./model.ts";

/** How many layers have a mixture of experts and how many a dense feed-forward. */
export interface FfnLayers {
  readonly dense: number;
  readonly moe: number;
}

/**
 * After the first `denseLayers`, every n-th layer (`every`) is a mixture of experts.
 *
 * @example
 * ffnLayers({ layers: 27, moe: { denseLayers: 1, every: 1 } }) // => { dense: 1, moe: 26 }
 */
export function ffnLayers(model: {
  readonly layers: number;
  readonly moe: Pick<NonNullable<Model["moe"]>, "denseLayers" | "every"> | null;
}): FfnLayers {
  if (model.moe === null) return { dense: model.layers, moe: 0 };
  const moe = Math.floor(Math.max(0, model.layers - model.moe.denseLayers) / model.moe.every);
  return { dense: model.layers - moe, moe };
}
