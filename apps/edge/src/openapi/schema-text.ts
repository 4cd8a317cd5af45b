interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly description?: string;
}

/**
 * A JSON schema in the words of a type: `{ seconds: number, id?: string | null }`. A component is `#Name`.
 *
 * @example
 * schemaText({ type: "array", items: { $ref: "#/components/schemas/Note" } }, 0) // => "#Note[]"
 */
export function schemaText(schema: unknown, depth: number): string {
  const {
    $ref,
    enum: words,
    const: constant,
    anyOf,
    oneOf,
    allOf,
    type,
    items,
    properties,
  } = (schema ?? {}) as Schema;
  if ($ref !== undefined) return `#${$ref.slice($ref.lastIndexOf("/") + 1)}`;
  if (constant !== undefined) return JSON.stringify(constant);
  if (words !== undefined) return words.map((word) => JSON.stringify(word)).join(" | ");
  const union = anyOf ?? oneOf;
  if (union !== undefined) return union.map((each) => schemaText(each, depth)).join(" | ");
  if (allOf !== undefined) return allOf.map((each) => schemaText(each, depth)).join(" & ");
  if (properties !== undefined) return objectText(schema as Schema, depth);
  const types = typeof type === "string" ? [type] : (type ?? ["any"]);
  return types.map((each) => typeText(each, schema as Schema, items, depth)).join(" | ");
}

function typeText(type: string, schema: Schema, items: Schema | undefined, depth: number): string {
  if (type === "array") {
    const inner = schemaText(items, depth);
    return inner.includes(" | ") ? `(${inner})[]` : `${inner}[]`;
  }
  if (type !== "object") return type;
  const { additionalProperties } = schema;
  const value = typeof additionalProperties === "object" ? schemaText(additionalProperties, depth) : "any";
  return `{ [name]: ${value} }`;
}

function objectText({ properties = {}, required = [] }: Schema, depth: number): string {
  const indent = "  ".repeat(depth + 1);
  const lines = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? "" : "?";
    const remark = schema.description === undefined ? "" : `  // ${schema.description}`;
    return `${indent}${name}${mark}: ${schemaText(schema, depth + 1)}${remark}`;
  });
  return `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
}
