import * as z from "zod";
import { parseQuantity, type QuantityUnit } from "../quantity.ts";
import { forms, takesNull, wordsOf } from "../zod/schema.ts";
import { unitOf } from "./unit.ts";

export type LeafKind = "integer" | "number" | "boolean" | "string" | "enum";

/** How the text of a scalar is read. */
export interface Scalar {
  /** `json`: any JSON scalar, where no schema says more (inside a Hugging Face config). */
  readonly kind: LeafKind | "json";
  /** The words of an enum. */
  readonly values?: readonly string[];
  readonly nullable: boolean;
  /** What a number counts; null for what is no number. */
  readonly unit: QuantityUnit | null;
}

/** The scalar forms of a schema as one; null when it has only objects and lists. */
export function scalarOf(schema: z.ZodType, path: string): Scalar | null {
  const all = forms(schema);
  const nullable = takesNull(schema);
  const number = all.find((form) => form instanceof z.ZodNumber);
  if (number !== undefined) {
    const kind = number.isInt ? "integer" : "number";
    return { kind, nullable, unit: unitOf(path, number.isInt) };
  }
  if (all.some((form) => form instanceof z.ZodString)) return { kind: "string", nullable, unit: null };
  const values = wordsOf(schema);
  if (values.length > 0) {
    const boolean = values.every((word) => word === "true" || word === "false");
    return boolean
      ? { kind: "boolean", nullable, unit: null }
      : { kind: "enum", values, nullable, unit: null };
  }
  if (all.some((form) => form instanceof z.ZodUnknown)) return { kind: "json", nullable: true, unit: null };
  return null;
}

/**
 * The value a text stands for. What cannot be read stays the text it was, for the schema to complain about.
 *
 * @example
 * readScalar("2.5B", { kind: "number", nullable: true, unit: "count" }) // => 2500000000
 */
export function readScalar(text: string, { kind, nullable, unit, values }: Scalar): unknown {
  const word = text.trim();
  if (kind === "json") return readJson(text);
  if (word === "" && (nullable || kind !== "string")) return null;
  if (kind === "string") return text;
  if (word === "null" && nullable) return null;
  if (unit !== null) {
    const negative = /^-[\d.]/.test(word) ? Number(word) : Number.NaN;
    return parseQuantity(word, unit) ?? (Number.isFinite(negative) ? negative : text);
  }
  const boolean = kind === "boolean" || values?.includes("true");
  if (boolean && (word === "true" || word === "false")) return word === "true";
  return kind === "enum" ? word : text;
}

/** A JSON scalar, `{}` or `[]`; anything else is a text without its quotes. */
function readJson(text: string): unknown {
  if (text === "") return null;
  if (!/^(?:-?\d|true$|false$|"|\{\}$|\[\]$)/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "number" && !Number.isFinite(value) ? text : value;
  } catch {
    return text;
  }
}

/** The text that {@link readScalar} reads as `value`; null when there is none. */
export function writeScalar(value: unknown, kind: Scalar["kind"]): string | null {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string") return null;
  return kind === "json" && readJson(value) !== value ? JSON.stringify(value) : value;
}
