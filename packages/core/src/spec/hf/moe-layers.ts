import { type Config, canSpellOut } from "./config.ts";

/** The part of a mixture of experts that says which layers have one. */
export interface Placement {
  readonly denseLayers: number;
  readonly every: number;
}

/**
 * Which layers have experts, as "after the first `denseLayers`, every n-th"; null when none has.
 * An irregular order keeps the number of such layers exact and is noted.
 *
 * @example
 * placeExperts(config, 4, (index) => index % 2 === 1) // => { denseLayers: 0, every: 2 }
 */
export function placeExperts(
  config: Config,
  layers: number,
  isMoe: (index: number) => boolean,
): Placement | null {
  if (!canSpellOut(config, layers)) return null;
  const places = Array.from({ length: layers }, (_, index) => index).filter(isMoe);
  const [first, second] = places;
  if (first === undefined) return null;
  const every = second === undefined ? layers - first : second - first;
  const denseLayers = first + 1 - every;
  if (denseLayers >= 0 && fits({ layers, every, denseLayers }, places)) return { denseLayers, every };
  if (places.length === 1) return { denseLayers: layers - 1, every: 1 };
  const message = `${places.length} of ${layers} layers have experts in no regular order: counted as the last ones`;
  config.note("hf-moe-layers", "num_hidden_layers", message);
  return { denseLayers: layers - places.length, every: 1 };
}

function fits(
  { layers, every, denseLayers }: { layers: number; every: number; denseLayers: number },
  places: readonly number[],
): boolean {
  if (Math.floor((layers - denseLayers) / every) !== places.length) return false;
  return places.every((place, nth) => place === denseLayers + (nth + 1) * every - 1);
}

/** The first `dense` layers have a plain feed-forward, the rest experts (DeepSeek). */
export function afterDense(dense: number): (index: number) => boolean {
  return (index) => index >= dense;
}
