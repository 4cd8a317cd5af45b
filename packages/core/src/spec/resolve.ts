import type { Note } from "../errors/issue.ts";
import { fail } from "../errors/issue.ts";
import { expandModel } from "./expand-model.ts";
import type { Model } from "./model.ts";
import { resolvedPreset } from "./presets/resolved.ts";
import { type MachineLike, resolveHardware } from "./resolve-hardware.ts";
import { resolveModel } from "./resolve-model.ts";
import { resolveParallel } from "./resolve-parallel.ts";
import { resolveSoftware, resolveTraining } from "./resolve-training.ts";
import type { Assumption, Resolved } from "./resolved.ts";
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
  const expanded = expandModel(scenario.model);
  const resolvedModel =
    expanded.preset === null ? resolveModel(expanded.model) : resolvedPreset(expanded.preset);
  const { hardware, assumed: hardwareAssumed } = resolveHardware(scenario.hardware, machine);
  const layout = resolveParallel(scenario.parallel ?? {}, resolvedModel.model, hardware.count);
  const trained = resolveTraining(scenario.training ?? {}, {
    model: resolvedModel.model,
    device: hardware.device,
    data: layout.parallel.data,
    context: layout.parallel.context,
  });
  const software = resolveSoftware(scenario.software ?? {}, hardware.device);
  const budget = scenario.budget ?? null;
  if (budget !== null && trained.training.tokens !== null) {
    fail(
      "tokens_and_budget",
      "budget",
      "training.tokens and budget were both given: one decides the other",
      "leave one of the two out",
    );
  }
  const model = withPositions(resolvedModel.model, trained.training.contextLength);
  const open = model !== resolvedModel.model;
  // A preset or an imported config is a complete statement: only a model written by hand has defaults worth listing.
  const spoken: Assumption[] = expanded.complete
    ? aliasOf(expanded.alias)
    : resolvedModel.assumed.map((entry) => positionsOf(entry, model.maxPositions));
  const notes: Note[] = [
    ...expanded.notes,
    ...(open ? [] : resolvedModel.notes),
    ...layout.notes,
    ...trained.notes,
  ];
  return {
    id: scenario.id ?? null,
    model,
    training: trained.training,
    software: software.software,
    parallel: layout.parallel,
    hardware,
    budget,
    assumed: [...spoken, ...trained.assumed, ...software.assumed, ...layout.assumed, ...hardwareAssumed],
    notes,
  };
}

/** Learned positions without a table size: the table is as long as the context. */
export function withPositions(model: Model, contextLength: number): Model {
  const open = model.positions === "learned" && model.maxPositions === null;
  return open ? { ...model, maxPositions: contextLength } : model;
}

function positionsOf(entry: Assumption, maxPositions: number | null): Assumption {
  return entry.path === "model.maxPositions" ? { ...entry, value: maxPositions } : entry;
}

function aliasOf(id: string | null): Assumption[] {
  return id === null ? [] : [{ path: "model", value: id }];
}
