import * as z from "zod";
import { budgetFrom } from "../budget-text.ts";
import { unitOf } from "../leaves/unit.ts";
import { parseQuantity } from "../quantity.ts";
import { forms, keysOf, rangeOf, wanted } from "./schema.ts";

/** The nearest fix of a value that has none of the forms it may have; null when there is none. */
export function typeHint(schema: z.ZodType, value: unknown, path: string): string | null {
  const number = numberOf(schema);
  if (number !== null && typeof value === "string") {
    const read = parseQuantity(value, unitOf(path, number.isInt));
    return read !== null && inRange(number, read) ? `nearest: ${read}, without quotes` : null;
  }
  if (number?.isInt && typeof value === "number") {
    const { min } = rangeOf(number);
    return `nearest: ${Math.max(Math.round(value), min)}`;
  }
  const boolean = forms(schema).some((form) => form instanceof z.ZodBoolean);
  if (boolean && (value === "true" || value === "false")) return `nearest: ${value}, without quotes`;
  if (typeof value === "string") return budgetHint(keysOf([schema]), value);
  return value === null && schema instanceof z.ZodOptional ? "leave it out to take the default" : null;
}

/**
 * A budget in a text, as the object that it has to be; null for what is no budget, or where none may stand.
 *
 * @param keys what the object there may have
 */
export function budgetHint(keys: readonly string[], text: string): string | null {
  const budget = budgetFrom(text);
  if (budget === null) return null;
  const [[key, amount] = ["", 0]] = Object.entries(budget);
  return keys.includes(key) && amount > 0 ? `nearest: { "${key}": ${amount} }` : null;
}

/** The nearest number within a range, where there is one; else the rule. */
export function rangeHint(schema: z.ZodType | null, value: number, path: string): string | null {
  const number = schema === null ? null : numberOf(schema);
  if (schema === null || number === null) return null;
  const { min, minIncluded, max, maxIncluded } = rangeOf(number);
  const edge = value < min || (value === min && !minIncluded) ? min : max;
  if (!Number.isFinite(edge)) return null;
  const isIncluded = edge === min ? minIncluded : maxIncluded;
  const asPercent = /Share$/.test(path) && value >= 1 ? Number(`${value}e-2`) : Number.NaN;
  if (inRange(number, asPercent)) return `nearest: ${asPercent}, which is ${value} %`;
  if (isIncluded) return Math.abs(edge) < Number.MAX_SAFE_INTEGER ? `nearest: ${edge}` : null;
  return inRange(number, -value) ? `nearest: ${-value}` : wanted(schema);
}

const numberOf = (schema: z.ZodType) => forms(schema).find((form) => form instanceof z.ZodNumber) ?? null;

function inRange(schema: z.ZodNumber, value: number): boolean {
  const { min, minIncluded, max, maxIncluded } = rangeOf(schema);
  const whole = !schema.isInt || Number.isSafeInteger(value);
  return whole && (minIncluded ? value >= min : value > min) && (maxIncluded ? value <= max : value < max);
}
