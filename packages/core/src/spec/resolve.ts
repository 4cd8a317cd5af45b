import { expandModel } from "./expand-model.ts";
import { resolvedPreset } from "./presets/resolved-preset.ts";
import type { MachineLike } from "./resolve-hardware.ts";
import { resolveModel } from "./resolve-model.ts";
import { resolveWithModel } from "./resolve-with-model.ts";
import type { Resolved } from "./resolved.ts";
import type { Scenario } from "./scenario.ts";

/**
 * Turns a scenario into one where nothing is left open: the model in full, every default filled and listed,
 * every rule between fields checked.
 *
 * @throws UserError with every issue of the first stage that has one, in the order model, hardware, layout, training.
 * @example
 * resolve(scenario, machine).parallel.data // => 8
 * resolve(scenario, machine).assumed.length // => 28
 */
export function resolve(scenario: Scenario, machine: MachineLike): Resolved {
  const { preset, model, notes, alias, complete } = expandModel(scenario.model);
  const resolved = preset === null ? resolveModel(model) : resolvedPreset(preset);
  return resolveWithModel({ ...resolved, stated: { notes, alias, complete } }, scenario, machine);
}
