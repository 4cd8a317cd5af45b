import * as z from "zod";

/** What one can learn about a schema without parsing anything with it: forms, keys, ranges in words. */

/** Peels what does not change the shape of the input: optional, nullable, default, refined, transformed. */
export function bare(schema: z.ZodType): z.ZodType {
  let inner = schema;
  for (;;) {
    if (inner instanceof z.ZodPipe) inner = inner.def.in as z.ZodType;
    else if (inner instanceof z.ZodLazy) inner = inner.unwrap() as z.ZodType;
    else if (wraps(inner)) inner = inner.def.innerType as z.ZodType;
    else return inner;
  }
}

function wraps(schema: z.ZodType): schema is z.ZodOptional | z.ZodNullable | z.ZodDefault {
  return (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  );
}

/** Whether null is an answer. */
export function takesNull(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodNullable) return true;
  if (schema instanceof z.ZodPipe) return takesNull(schema.def.in as z.ZodType);
  if (wraps(schema)) return takesNull(schema.def.innerType as z.ZodType);
  return forms(schema).some((form) => form instanceof z.ZodNull);
}

/** The alternatives of a schema, unions within unions flattened; a schema without alternatives is its own. */
export function forms(schema: z.ZodType): z.ZodType[] {
  const inner = bare(schema);
  return inner instanceof z.ZodUnion
    ? inner.options.flatMap((option) => forms(option as z.ZodType))
    : [inner];
}

/** The first description from the outside in, or null. */
export function describe(schema: z.ZodType): string | null {
  if (schema.description !== undefined) return schema.description;
  if (schema instanceof z.ZodPipe) return describe(schema.def.in as z.ZodType);
  return wraps(schema) ? describe(schema.def.innerType as z.ZodType) : null;
}

/** The schemas that may sit under `key`, one for each form that has it. */
function under(schema: z.ZodType, key: PropertyKey): z.ZodType[] {
  const name = String(key);
  return forms(schema).flatMap((form): z.ZodType[] => {
    if (form instanceof z.ZodObject) {
      const shape: Record<string, z.ZodType> = form.shape;
      const inner = Object.hasOwn(shape, name) ? shape[name] : undefined;
      return inner === undefined ? [] : [inner];
    }
    if (form instanceof z.ZodRecord) return [form.valueType as z.ZodType];
    if (form instanceof z.ZodArray && /^\d+$/.test(name)) return [form.element as z.ZodType];
    if (form instanceof z.ZodTuple)
      return form.def.items.slice(Number(name), Number(name) + 1) as z.ZodType[];
    if (form instanceof z.ZodUnknown || form instanceof z.ZodAny) return [form];
    return [];
  });
}

/** The schemas that may sit at a path below `schema`. */
export function at(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
  return path.reduce<z.ZodType[]>((schemas, key) => schemas.flatMap((each) => under(each, key)), [schema]);
}

/** The keys of every object form. */
export function keysOf(schemas: readonly z.ZodType[]): string[] {
  const objects = schemas.flatMap(forms).filter((form) => form instanceof z.ZodObject);
  return [...new Set(objects.flatMap((form) => Object.keys(form.shape)))];
}

/** The words a schema accepts: of its enums, literals and booleans. */
export function wordsOf(schema: z.ZodType): string[] {
  return forms(schema).flatMap((form): string[] => {
    if (form instanceof z.ZodBoolean) return ["true", "false"];
    if (form instanceof z.ZodEnum) return form.options.map(String);
    if (form instanceof z.ZodLiteral) return [...form.values].map(String);
    return [];
  });
}

/** Lowest and highest number a schema takes, and whether the ends belong to it. */
export interface Range {
  readonly min: number;
  readonly minIncluded: boolean;
  readonly max: number;
  readonly maxIncluded: boolean;
}

/** The range of a number, `-Infinity` and `Infinity` where it has no end (a safe integer's ends are none). */
export function rangeOf(schema: z.ZodNumber): Range {
  let range: Range = { min: -Infinity, minIncluded: false, max: Infinity, maxIncluded: false };
  for (const check of schema.def.checks ?? []) {
    const def = check._zod.def as { check: string; value?: number; inclusive?: boolean };
    if (typeof def.value !== "number") continue;
    if (def.check === "greater_than")
      range = { ...range, min: def.value, minIncluded: def.inclusive ?? false };
    if (def.check === "less_than") range = { ...range, max: def.value, maxIncluded: def.inclusive ?? false };
  }
  return range;
}

/**
 * What a schema wants, in words.
 *
 * @example
 * wanted(z.int().min(1)) // => "a whole number ≥ 1"
 */
export function wanted(schema: z.ZodType): string {
  const words = [...new Set(forms(schema).flatMap(wantedForm)), ...(takesNull(schema) ? ["null"] : [])];
  return words.length < 3 ? words.join(" or ") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function wantedForm(form: z.ZodType): string[] {
  if (form instanceof z.ZodNumber) return [wantedNumber(form)];
  if (form instanceof z.ZodString) return ["a string"];
  if (form instanceof z.ZodBoolean || form instanceof z.ZodEnum || form instanceof z.ZodLiteral) {
    return wordsOf(form);
  }
  if (form instanceof z.ZodNull) return [];
  return [form instanceof z.ZodArray || form instanceof z.ZodTuple ? "a list" : "an object"];
}

function wantedNumber(schema: z.ZodNumber): string {
  const kind = schema.isInt ? "a whole number" : "a number";
  const { min, minIncluded, max, maxIncluded } = rangeOf(schema);
  const low = min === -Infinity ? "" : ` ${minIncluded ? "≥" : ">"} ${min}`;
  const high = max === Infinity ? "" : ` ${maxIncluded ? "≤" : "<"} ${max}`;
  return `${kind}${low}${low !== "" && high !== "" ? " and" : ""}${high}`;
}
