/** Longest piece of an input that is quoted back. */
const longest = 40;

/**
 * Text of a stranger made safe to show: control and direction characters become `�`.
 *
 * @example
 * safe("a\u001b[31m") // => "a�[31m"
 */
export function safe(text: string): string {
  return text.replaceAll(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, "�");
}

/**
 * The same, cut to 40 characters.
 *
 * @example
 * clip("a".repeat(50)).length // => 40
 */
export function clip(text: string): string {
  return safe(text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
}

/**
 * A value as it is named in a message: strings in quotes, lists and objects only as such.
 *
 * @example
 * quote("x") // => '"x"'
 * quote([1, 2]) // => "[…]"
 */
export function quote(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return `"${clip(value)}"`;
  if (Array.isArray(value)) return value.length === 0 ? "[]" : "[…]";
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0 ? "{}" : "{…}";
  return clip(String(value));
}
