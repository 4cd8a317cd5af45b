import { findLaw, laws } from "@wallclock/core";
import { lawTable, renderLaw, renderLaws } from "@wallclock/core/report";
import type { Context } from "../context.ts";
import { showCatalogue } from "./catalogue.ts";

/** `wallclock laws`: scaling laws of the loss. */
export function run(context: Context): Promise<number> {
  return showCatalogue(context, {
    noun: "law",
    entries: laws,
    find: (name) => {
      const found = findLaw(name);
      return found.found ? found.law : { choices: found.nearest };
    },
    list: renderLaws,
    show: renderLaw,
    table: lawTable,
  });
}
