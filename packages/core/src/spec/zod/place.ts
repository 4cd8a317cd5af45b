import type * as z from "zod";
import { clip } from "../../errors/quote.ts";
import { at } from "./schema.ts";

/** Where a schema met an input: what the paths of its complaints are relative to. */
export interface Place {
  readonly schema: z.ZodType;
  readonly input: unknown;
  /** Absolute path of `input`. */
  readonly path: readonly PropertyKey[];
  /** Keys that other forms of the same union know: they cannot stand beside this form's. */
  readonly siblings: readonly string[];
  /** The whole schema, to find where a misplaced key belongs. */
  readonly top: z.ZodType;
}

/** The value at a path below an input; undefined where there is none. */
export function dig(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** The schema at a path below a place: the first form that has it. */
export function schemaAt(place: Place, path: readonly PropertyKey[]): z.ZodType | null {
  return at(place.schema, path)[0] ?? null;
}

/** A path as issues carry it: `model.moe.experts`. */
export function dotted(path: readonly PropertyKey[]): string {
  return path.map((key) => clip(String(key))).join(".");
}

/** A field as messages name it: without the section it is in, which the path says. */
export function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "the input";
  return dotted(path.length > 1 ? path.slice(1) : path);
}
