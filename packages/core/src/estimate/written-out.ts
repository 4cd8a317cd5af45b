import { fail } from "../errors/issue.ts";
import type { ModelInput } from "../spec/model.ts";
import type { MachineLike } from "../spec/resolve-hardware.ts";
import { resolveModel } from "../spec/resolve-model.ts";
import { resolveWithModel } from "../spec/resolve-with-model.ts";
import type { Scenario } from "../spec/scenario.ts";
import { estimateResolved } from "./estimate-resolved.ts";
import type { Estimate } from "./types.ts";

/** A scenario whose model is given by its fields. */
export type WrittenOutScenario = Omit<Scenario, "model"> & { readonly model: ModelInput };

/**
 * `estimate` of the main entry for a model that is written out: the same bytes, without the presets and the readers of Hugging Face
 * configs, which are a third of its code. For pages and Workers that count what they send.
 *
 * @param scenario the run, as in the public format, its model by fields (`expandModel` of the main entry gives them)
 * @param machine a hardware profile, or one with its usual node or a named cluster
 * @throws UserError `model_not_written_out`, and what `estimate` of the main entry throws
 * @example
 * estimate({ model: { layers: 12, width: 768, heads: 12, vocab: 50257 }, hardware: "8x h100", training: { tokens: 1e10 } }, machine).run.steps // => 76294
 */
export function estimate(scenario: WrittenOutScenario, machine: MachineLike): Estimate {
  const model: Scenario["model"] = scenario.model;
  if (typeof model === "string" || "hf" in model) {
    return fail(
      "model_not_written_out",
      "model",
      "model is a name or a Hugging Face config, and @wallclock/core/estimate knows neither",
      "give its fields, or import estimate from @wallclock/core",
    );
  }
  const stated = { notes: [], alias: null, complete: false };
  return estimateResolved(resolveWithModel({ ...resolveModel(model), stated }, scenario, machine), scenario);
}
