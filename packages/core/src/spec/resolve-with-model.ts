import { fail, type Note } from "../errors/issue.ts";
import type { ExpandedModel } from "./expand-model.ts";
import type { Model } from "./model.ts";
import { type MachineLike, resolveHardware } from "./resolve-hardware.ts";
import type { ResolvedModel } from "./resolve-model.ts";
import { resolveParallel } from "./resolve-parallel.ts";
import { resolveSoftware } from "./resolve-software.ts";
import { resolveTraining } from "./resolve-training.ts";
import type { Assumption, Resolved } from "./resolved.ts";
import type { Scenario } from "./scenario.ts";

/** Everything a scenario says beside its model. */
export type ScenarioAroundModel = Omit<Scenario, "model">;

/** A model with every field decided, and how the scenario stated it. */
export interface StatedModel extends ResolvedModel {
  readonly stated: Pick<ExpandedModel, "notes" | "alias" | "complete">;
}

/**
 * The rest of a scenario around a model that is known: machine, layout, training and software, with every default listed.
 *
 * @throws UserError with every issue of the first stage that has one, in the order hardware, layout, training.
 */
export function resolveWithModel(
  { model: given, assumed, notes: modelNotes, stated }: StatedModel,
  scenario: ScenarioAroundModel,
  machine: MachineLike,
): Resolved {
  const { hardware, assumed: hardwareAssumed } = resolveHardware(scenario.hardware, machine);
  const layout = resolveParallel(scenario.parallel ?? {}, given, hardware.count);
  const trained = resolveTraining(scenario.training ?? {}, {
    model: given,
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
  const model = withPositions(given, trained.training.contextLength);
  const open = model !== given;
  // Only a model written by hand has defaults worth listing.
  const spoken: Assumption[] = stated.complete
    ? aliasOf(stated.alias)
    : assumed.map((entry) => positionsOf(entry, model.maxPositions));
  const notes: Note[] = [...stated.notes, ...(open ? [] : modelNotes), ...layout.notes, ...trained.notes];
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
