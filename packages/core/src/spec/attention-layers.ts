import type { Model } from "./model.ts";

/** How many of the model's layers attend over the whole context and how many over a sliding window. */
export interface AttentionLayers {
  readonly full: number;
  readonly sliding: number;
  /** Window of the sliding layers in tokens; null when none slides. */
  readonly window: number | null;
}

/**
 * Splits the layers by attention span, in the order of the stack: with `every: n`, layers n, 2n, … slide;
 * with `fullEvery: n`, layers n, 2n, … are full and the rest slide.
 *
 * @example
 * attentionLayers({ layers: 26, attentionWindow: { window: 4096, every: 2 } }) // => { full: 13, sliding: 13, window: 4096 }
 */
export function attentionLayers(model: Pick<Model, "layers" | "attentionWindow">): AttentionLayers {
  const { layers, attentionWindow: spec } = model;
  if (spec === null) return { full: layers, sliding: 0, window: null };
  const sliding =
    "every" in spec ? Math.floor(layers / spec.every) : layers - Math.floor(layers / spec.fullEvery);
  return { full: layers - sliding, sliding, window: spec.window };
}
