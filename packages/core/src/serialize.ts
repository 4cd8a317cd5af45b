/**
 * The one writer of JSON replies: keys in the order they have, no spaces, one final newline, integers exact,
 * other numbers rounded to 10 significant digits. CLI, API and library give the same bytes because all use it.
 *
 * @throws RangeError for NaN or an infinity: a result that has one is our bug.
 * @example
 * serialize({ a: 1 / 3, b: [1e21, null] }) // => '{"a":0.3333333333,"b":[1e+21,null]}\n'
 */
export function serialize(value: unknown): string {
  // Rounded beforehand: a function that JSON.stringify calls for each value takes three times as long.
  return `${JSON.stringify(rounded(value, ""))}\n`;
}

/**
 * A result as its readers have it: what {@link serialize} writes, read again. Tables and pictures that are drawn from it are the same
 * whoever computed it, and however it came.
 *
 * @example
 * asPrinted({ a: 1 / 3 }) // => { a: 0.3333333333 }
 */
export function asPrinted<Value>(value: Value): Value {
  return JSON.parse(serialize(value)) as Value;
}

/** The value with its numbers as printed; what has none to round is itself, not a copy. */
function rounded(value: unknown, key: string): unknown {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`${key} is ${value}: not a JSON number`);
    return printed(value);
  }
  if (typeof value !== "object" || value === null) return value;
  return Array.isArray(value) ? roundedList(value, key) : roundedObject(value as Record<string, unknown>);
}

function roundedList(list: readonly unknown[], key: string): readonly unknown[] {
  let copy: unknown[] | null = null;
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    const part = rounded(item, key);
    if (part !== item) {
      copy ??= list.slice();
      copy[index] = part;
    }
  }
  return copy ?? list;
}

function roundedObject(object: Record<string, unknown>): Record<string, unknown> {
  let copy: Record<string, unknown> | null = null;
  for (const key of Object.keys(object)) {
    const item = object[key];
    const part = rounded(item, key);
    if (part !== item) {
      copy ??= { ...object };
      copy[key] = part;
    }
  }
  return copy ?? object;
}

/** Powers of ten that a double holds exactly. */
const exactPowers = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/**
 * A number as replies have it: exact if whole, else to 10 significant digits.
 *
 * Formula: round(10^k x) / 10^k with k = 9 − floor(log10 |x|). A product within 1e-5 of a tie, or one by a power that no double
 * holds, is left to `toPrecision`, which is exact and takes ten times as long; elsewhere both give the same number.
 *
 * @example
 * printed(2 / 3) // => 0.6666666667
 */
export function printed(value: number): number {
  if (Number.isInteger(value)) return value;
  const power = exactPowers[9 - Math.floor(Math.log10(Math.abs(value)))];
  if (power !== undefined) {
    const digits = value * power;
    const whole = Math.round(digits);
    const size = Math.abs(whole);
    if (size >= 1e9 && size < 1e10 && Math.abs(digits - whole) < 0.49999) return whole / power;
  }
  return Number(value.toPrecision(10));
}
