import { resolve } from "node:path";
import { scenarioLeaves } from "@wallclock/core";
import * as z from "zod";
import { root } from "../root.ts";
import type { Field } from "./declaration.ts";
import type { Entry } from "./read.ts";

/** The part of JSON Schema that zod writes and a table shows. */
interface Json {
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Json>>;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly allOf?: readonly Json[];
  readonly items?: Json | false;
  readonly prefixItems?: readonly Json[];
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Json | boolean;
}

const choicesOf = (schema: Json): readonly Json[] | undefined => schema.anyOf ?? schema.oneOf;

/** A figure of a profile, which would take four rows. */
const figureUnit = ({ properties }: Json): string | null =>
  properties?.status !== undefined && properties.value !== undefined && properties.unit !== undefined
    ? String(properties.unit.const ?? "")
    : null;

function typeOf(schema: Json): string {
  if (schema.title !== undefined) return schema.title;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = choicesOf(schema);
  if (choices !== undefined) return [...new Set(choices.map(typeOf))].join(" | ");
  const unit = figureUnit(schema);
  if (unit !== null) return unit === "" ? "Figure" : `Figure<"${unit}">`;
  if (schema.type === "array") {
    const item = schema.items ? typeOf(schema.items) : "tuple";
    return item.includes(" | ") ? `(${item})[]` : `${item}[]`;
  }
  return [schema.type ?? "any"].flat().join(" | ");
}

/** The schema with every `$ref` (zod writes one for what has an id) replaced by what it points to. */
function spelledOut(schema: Json, definitions: Readonly<Record<string, Json>>): Json {
  const { $ref, $defs: _, ...rest } = schema;
  const target = $ref === undefined ? undefined : definitions[$ref.replace("#/$defs/", "")];
  if (target !== undefined) return spelledOut({ ...target, ...rest }, definitions);
  const each = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(each);
    return typeof value === "object" && value !== null ? spelledOut(value as Json, definitions) : value;
  };
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, each(value)]));
}

function inside(schema: Json, path: string): Field[] {
  if (schema.title !== undefined || figureUnit(schema) !== null) return [];
  const choices = choicesOf(schema);
  if (choices !== undefined) return choices.flatMap((choice) => inside(choice, path));
  if (schema.items) return inside(schema.items, `${path}[]`);
  const members = Object.entries(schema.properties ?? {});
  return members.flatMap(([key, member]) => {
    const name = path === "" ? key : `${path}.${key}`;
    const isOptional = !(schema.required ?? []).includes(key);
    const field = {
      name: `${name}${isOptional ? "?" : ""}`,
      type: typeOf(member),
      text: member.description ?? "",
    };
    return [field, ...inside(member, name)];
  });
}

const plain = (name: string): string => name.replaceAll("[]", "").replace(/\?$/, "");

/** Fields of the same path, as the members of a union have them, in one row. */
function merged(fields: readonly Field[]): Field[] {
  const rows = new Map<string, Field>();
  for (const field of fields) {
    const key = field.name.replace(/\?$/, "");
    const known = rows.get(key);
    const types = new Set(known === undefined ? [field.type] : [known.type, field.type]);
    rows.set(key, {
      name: known?.name ?? field.name,
      type: [...types].join(" | "),
      text: known?.text || field.text,
    });
  }
  // A field that takes one or a list has the same members twice.
  return [...rows.values()].filter(({ name }) => !name.includes("[]") || !rows.has(plain(name)));
}

/** The schemas of public types, by what they are called: a field of such a type names it instead of spelling it out. */
export async function schemaNames(api: readonly Entry[]): Promise<Map<z.ZodType, string>> {
  const names = new Map<z.ZodType, string>();
  for (const entry of api) {
    if (entry.schema === null || entry.from !== null) continue;
    const schema = await schemaIn(entry.file, entry.schema.name);
    if (schema !== null && !names.has(schema)) names.set(schema, entry.name);
  }
  return names;
}

/** Null for one that its file keeps to itself. */
async function schemaIn(file: string, name: string): Promise<z.ZodType | null> {
  const module: Record<string, unknown> = await import(resolve(root, file));
  const found = module[name];
  const schema: unknown = typeof found === "function" ? found() : found;
  return schema instanceof z.ZodType ? schema : null;
}

/** What the scenario's own list of leaves says of a field: the text that is shown in `--help`. */
function leafText(path: string): string {
  const at = (each: string) => scenarioLeaves().find((leaf) => leaf.path === each)?.description;
  return at(path) ?? at(`model.${path}`) ?? "";
}

/** The fields of a type that a zod schema gives: their dotted paths, types and descriptions. */
export async function schemaFields(entry: Entry, names: ReadonlyMap<z.ZodType, string>): Promise<Field[]> {
  if (entry.schema === null) return [];
  const own = await schemaIn(entry.file, entry.schema.name);
  if (own === null) return [];
  const json = z.toJSONSchema(own, {
    io: "input",
    unrepresentable: "any",
    reused: "inline",
    override: ({ zodSchema, jsonSchema }) => {
      const name = names.get(zodSchema as unknown as z.ZodType);
      if (zodSchema === (own as unknown) || name === undefined) return;
      for (const key of Object.keys(jsonSchema)) if (key !== "description") delete jsonSchema[key];
      jsonSchema.title = name;
    },
  }) as Json;
  const { comments } = entry.schema;
  return merged(inside(spelledOut(json, json.$defs ?? {}), "")).map((field) => {
    const path = field.name.replace(/\?$/, "");
    return { ...field, text: field.text || leafText(path) || (comments[path.replaceAll("[]", "")] ?? "") };
  });
}
