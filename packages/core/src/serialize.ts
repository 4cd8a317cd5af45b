/**
 * The one writer of JSON replies: keys in the order they have, no spaces, one final newline, integers exact,
 * other numbers rounded to 10 significant digits. CLI, API and library give the same bytes because all use it.
 *
 * @throws RangeError for NaN or an infinity: a result that has one is our bug.
 * @example
 * serialize({ a: 1 / 3, b: [1e21, null] }) // => '{"a":0.3333333333,"b":[1e+21,null]}\n'
 */
export function serialize(value: unknown): string {
  return `${JSON.stringify(value, rounded)}\n`;
}

/**
 * A result as its readers have it: what {@link serialize} writes, read again. Tables and pictures that are drawn from it are the same
 * whoever computed it, and however it came.
 */
export function asPrinted<Value>(value: Value): Value {
  return JSON.parse(serialize(value)) as Value;
}

function rounded(key: string, value: unknown): unknown {
  if (typeof value !== "number") return value;
  if (!Number.isFinite(value)) throw new RangeError(`${key} is ${value}: not a JSON number`);
  return printed(value);
}

/** A number as replies have it: exact if whole, else to 10 significant digits. */
export function printed(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(10));
}
