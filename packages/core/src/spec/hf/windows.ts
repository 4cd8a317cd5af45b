import { attentionLayers } from "../attention-layers.ts";
import type { ModelInput } from "../model.ts";
import { type Config, canSpellOut, show } from "./config.ts";

type Window = NonNullable<ModelInput["attentionWindow"]> | null;

/** Which layers slide: from `layer_types` when it is there, else from the family's own rule. */
export function slidingLayers(config: Config, layers: number, rule: (index: number) => boolean): boolean[] {
  if (!canSpellOut(config, layers)) return [];
  const types = config.list("layer_types");
  if (types === null) return Array.from({ length: layers }, (_, index) => rule(index));
  if (types.length < layers) {
    const message = `layer_types has ${types.length} entries for ${layers} layers`;
    config.reject("hf_layer_types", "layer_types", message, `give ${layers} entries`);
    return [];
  }
  return types.slice(0, layers).map((type) => {
    if (type === "full_attention") return false;
    if (type === "sliding_attention" || type === "chunked_attention") return true;
    const message = `layer_types has ${show(type)}: only layers of full and sliding attention are modelled`;
    config.reject("hf_unsupported_layer_type", "layer_types", message);
    return false;
  });
}

/** A window over every layer; null in the config switches it off, an absent key takes the class's default. */
export function windowOnAll(
  config: Config,
  classDefault: number | null,
): { window: number; every: number } | null {
  const absent = !config.has("sliding_window");
  if (config.isNull("sliding_window") || (absent && classDefault === null)) return null;
  const window = config.wholeOr("sliding_window", classDefault ?? 0);
  return window === 0 ? null : { window, every: 1 };
}

/** The window of `sliding_window` over the layers that slide; null in the config switches it off. */
export function windowOn(config: Config, sliding: readonly boolean[], classDefault: number): Window {
  if (config.isNull("sliding_window")) return null;
  return windowPattern(config, sliding, config.countOr("sliding_window", classDefault));
}

/**
 * The pattern of sliding layers as `every` or `fullEvery`: the same layers where there is such a pattern,
 * otherwise the one with the nearest number of them, with a note.
 *
 * @example
 * windowPattern(config, [true, false, true, false], 128) // => { window: 128, fullEvery: 2 }
 */
export function windowPattern(config: Config, sliding: readonly boolean[], window: number): Window {
  const wanted = sliding.filter(Boolean).length;
  if (wanted === 0) return null;
  if (wanted === sliding.length) return { window, every: 1 };
  const steps = Array.from({ length: sliding.length - 1 }, (_, index) => index + 2);
  for (const step of steps) {
    if (sliding.every((slides, index) => slides === ((index + 1) % step !== 0)))
      return { window, fullEvery: step };
    if (sliding.every((slides, index) => slides === ((index + 1) % step === 0)))
      return { window, every: step };
  }
  return nearestPattern(config, steps, { layers: sliding.length, wanted, window });
}

function nearestPattern(
  config: Config,
  steps: readonly number[],
  { layers, wanted, window }: { layers: number; wanted: number; window: number },
): Window {
  let best: { window: number; every?: number; fullEvery?: number } = { window, every: 1 };
  let bestCount = layers;
  for (const step of steps) {
    for (const pattern of [
      { window, fullEvery: step },
      { window, every: step },
    ]) {
      const { sliding } = attentionLayers({ layers, attentionWindow: pattern });
      if (Math.abs(sliding - wanted) < Math.abs(bestCount - wanted)) [best, bestCount] = [pattern, sliding];
    }
  }
  const message = `${wanted} of ${layers} layers slide in no regular order: taken as ${bestCount} at regular places`;
  config.note("hf-window-pattern", "layer_types", message, bestCount === wanted ? "info" : "warning");
  return best;
}
