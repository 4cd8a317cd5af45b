/** What a human number counts. */
export type QuantityUnit = "count" | "bytes" | "seconds" | "usd" | "bytesPerSecond" | "number";

const decimalPower = { "": 0, k: 3, m: 6, g: 9, b: 9, t: 12, p: 15 } as const;
const binaryPower = { k: 10, m: 20, g: 30, t: 40, p: 50 } as const;
/** A year is 365.25 days, as `formatSeconds` has it. */
const secondsOf = {
  y: 31_557_600,
  w: 604_800,
  d: 86_400,
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  ns: 1e-9,
} as const;

const number = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:_\d+)*(?:\.\d+)?|\.\d+)(e[+-]?\d+)?`;
const countPattern = new RegExp(`^${number}\\s*([kmbgt]?)$`, "i");
const bytesPattern = new RegExp(`^${number}\\s*(?:([kmgtp]?)b|([kmgtp])ib|([kmgtp]?)|bytes?)$`, "i");
const ratePattern = new RegExp(
  `^${number}\\s*(?:([kKMGTP]?)(i?)B(?:/s|ps)|([kKMGTP]?)(?:b|bit)(?:/s|ps)|([kKMGTP]?))$`,
);
const usdPattern = new RegExp(`^(\\$|usd)?\\s*${number}\\s*([kmb]?)\\s*(\\$|usd)?$`, "i");
const numberPattern = new RegExp(`^${number}\\s*(%?)$`, "i");
const durationPattern = new RegExp(
  `^${number}\\s*(y|yrs?|years?|w|weeks?|d|days?|h|hrs?|hours?|m|min|mins|minutes?|s|sec|secs|seconds?|ms|us|µs|ns)?(?=[\\s\\d.]|$)`,
  "i",
);

/** Longer texts than this are not numbers a human wrote. */
const longest = 64;

/**
 * Reads a number as people write it, strictly: whatever is not one is null, and so is a negative or infinite one.
 * It is the only parser of human numbers.
 *
 * Units of the result: as named (seconds, bytes, bytes/s, US dollars). `GB` is 1e9 and `GiB` 2^30 bytes;
 * in a rate `B` is bytes and `b` bits. Without a unit the number is taken as it stands.
 *
 * @example
 * parseQuantity("2.5B", "count") // => 2500000000
 * parseQuantity("2h30m", "seconds") // => 9000
 * parseQuantity("450GB/s", "bytesPerSecond") // => 450000000000
 */
export function parseQuantity(text: string, unit: QuantityUnit): number | null {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > longest) return null;
  const value = readers[unit](trimmed);
  return value !== null && Number.isFinite(value) && value >= 0 ? value : null;
}

const readers: Record<QuantityUnit, (text: string) => number | null> = {
  count(text) {
    const match = countPattern.exec(text);
    return match === null ? null : scaled(match[1]!, match[2], match[3]);
  },
  number(text) {
    const match = numberPattern.exec(text);
    return match === null ? null : scaled(match[1]!, match[2], "", match[3] === "%" ? -2 : 0);
  },
  usd(text) {
    const match = usdPattern.exec(text);
    if (match === null || (match[1] !== undefined && match[5] !== undefined)) return null;
    return scaled(match[2]!, match[3], match[4]);
  },
  bytes(text) {
    const match = bytesPattern.exec(text);
    if (match === null) return null;
    const [, digits, exponent, decimal, binary, bare] = match;
    if (binary !== undefined) return binaryScaled(digits!, exponent, binary);
    return scaled(digits!, exponent, decimal ?? bare);
  },
  bytesPerSecond(text) {
    const match = ratePattern.exec(text);
    if (match === null) return null;
    const [, digits, exponent, byteScale, binary, bitScale, bare] = match;
    if (binary === "i") return byteScale === "" ? null : binaryScaled(digits!, exponent, byteScale!);
    if (bitScale !== undefined) return scaled(digits!, exponent, bitScale) / 8;
    return scaled(digits!, exponent, byteScale ?? bare);
  },
  seconds: duration,
};

/** The digits times a power of ten, put together as text so that 8.03B is exactly 8030000000. */
function scaled(digits: string, exponent: string | undefined, suffix: string | undefined, shift = 0): number {
  const power = decimalPower[(suffix ?? "").toLowerCase() as keyof typeof decimalPower] + shift;
  const given = exponent === undefined ? 0 : Number(exponent.slice(1));
  return Number(`${digits.replaceAll(/[,_]/g, "")}e${given + power}`);
}

function binaryScaled(digits: string, exponent: string | undefined, suffix: string): number {
  const power = binaryPower[suffix.toLowerCase() as keyof typeof binaryPower];
  return scaled(digits, exponent, "") * 2 ** power;
}

/** One or more parts, the largest unit first and none twice; a bare number only alone. */
function duration(text: string): number | null {
  let rest = text;
  let total = 0;
  let previous = Number.POSITIVE_INFINITY;
  let parts = 0;
  while (rest !== "") {
    const match = durationPattern.exec(rest);
    if (match === null) return null;
    rest = rest.slice(match[0].length).trimStart();
    const word = match[3];
    if (word === undefined && (parts > 0 || rest !== "")) return null;
    const second = secondsOf[timeUnit(word)];
    if (second >= previous) return null;
    total +=
      second < 1
        ? scaled(match[1]!, match[2], "", Math.log10(second))
        : scaled(match[1]!, match[2], "") * second;
    previous = second;
    parts += 1;
  }
  return total;
}

function timeUnit(word: string | undefined): keyof typeof secondsOf {
  const unit = (word ?? "s").toLowerCase().replace("µ", "u");
  if (unit === "ms" || unit === "us" || unit === "ns") return unit;
  return unit[0] as "y" | "w" | "d" | "h" | "m" | "s";
}

/**
 * Writes a number the way a command shows it; `parseQuantity` reads exactly the same number back.
 * Short where that is exact (`2.5B`, `24h`, `80GB`, `500usd`), plain digits otherwise. No shell needs it quoted.
 *
 * Units: as in `parseQuantity`.
 *
 * @throws RangeError for a negative number, NaN or an infinity.
 * @example
 * formatQuantity(2.5e9, "count") // => "2.5B"
 * formatQuantity(9000, "seconds") // => "2h30m"
 */
export function formatQuantity(value: number, unit: QuantityUnit): string {
  if (!(value >= 0 && Number.isFinite(value))) throw new RangeError(`${value} is not a quantity`);
  const plain = String(value === 0 ? 0 : value);
  if (unit === "count") return short(value, ["T", "B", "M", "k"]) ?? plain;
  if (unit === "usd") return `${plain}usd`;
  if (unit === "seconds") return durationText(value) ?? `${plain}s`;
  if (unit === "number") return plain;
  const bytes = short(value, ["T", "G", "M", "k"]) ?? gibibytes(value) ?? plain;
  return unit === "bytes" ? `${bytes}B` : `${bytes}B/s`;
}

/** At most three significant digits in front of a suffix, and only when that is the number exactly. */
function short(value: number, suffixes: readonly string[]): string | null {
  for (const suffix of suffixes) {
    const power = decimalPower[suffix.toLowerCase() as keyof typeof decimalPower];
    if (value < 10 ** power || value >= 10 ** (power + 3)) continue;
    const mantissa = String(Number((value / 10 ** power).toPrecision(3)));
    if (Number(`${mantissa}e${power}`) === value) return `${mantissa}${suffix}`;
  }
  return null;
}

function gibibytes(value: number): string | null {
  return value > 0 && value < 2 ** 53 && value % 2 ** 30 === 0 ? `${value / 2 ** 30}Gi` : null;
}

function durationText(value: number): string | null {
  if (!Number.isSafeInteger(value) || value === 0) return null;
  if (value % 86_400 === 0 && value > 86_400) return `${value / 86_400}d`;
  const hours = Math.floor(value / 3600);
  const minutes = Math.floor(value / 60) % 60;
  const seconds = value % 60;
  const parts = [
    hours > 0 ? `${hours}h` : "",
    minutes > 0 ? `${minutes}m` : "",
    seconds > 0 ? `${seconds}s` : "",
  ];
  return parts.join("");
}
