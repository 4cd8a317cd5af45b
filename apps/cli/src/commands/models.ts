import { findPreset, presets } from "@wallclock/core";
import { modelTable, renderModel, renderModels } from "@wallclock/core/report";
import type { Context } from "../context.ts";
import { showCatalogue } from "./catalogue.ts";

/** `wallclock models`: the presets. */
export function run(context: Context): Promise<number> {
  return showCatalogue(context, {
    noun: "model",
    entries: presets,
    find: (name) => {
      const found = findPreset(name);
      return found.found ? found.preset : found;
    },
    list: renderModels,
    show: renderModel,
    table: modelTable,
  });
}
