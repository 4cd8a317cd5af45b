import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "../root.ts";
import { apiPage, type Section } from "./page.ts";
import { readApi } from "./read.ts";
import { schemaFields, schemaNames } from "./schema-fields.ts";

export const apiFile = resolve(root, "docs/api.md");

/** Every public name with its fields. */
export async function readSections(): Promise<readonly Section[]> {
  const api = await readApi();
  const names = await schemaNames(api);
  return Promise.all(
    api.map(async (entry) => ({
      entry,
      fields: entry.schema === null ? entry.fields : await schemaFields(entry, names),
    })),
  );
}

/** docs/api.md as the source says it. */
export const writtenPage = (sections: readonly Section[]): string =>
  apiPage(sections, readFileSync(resolve(import.meta.dirname, "cast.ts"), "utf8"));
