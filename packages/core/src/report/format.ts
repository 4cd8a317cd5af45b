import type { Interval } from "../numeric/interval.ts";

/** Numbers as engineers write them. Null, which stands for what is not known, is always the word "unknown". */

export const unknown = "unknown";

/** Digits in groups of three: `1,234,567`. */
export function grouped(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const groups = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** A number with so many significant digits, in full. */
export function significant(value: number, digits: number): string {
  if (value === 0) return "0";
  const rounded = Number(value.toPrecision(digits));
  const places = digits - 1 - Math.floor(Math.log10(Math.abs(rounded)) + 1e-12);
  return grouped(places > 0 ? rounded.toFixed(Math.min(places, 20)) : String(rounded));
}

/** Three significant digits behind the first prefix that brings the number below 1000. */
function prefixed(value: number, base: number, prefixes: readonly string[]): [string, string] {
  let index = 0;
  let scaled = value;
  while (index < prefixes.length - 1 && Number(scaled.toPrecision(base === 1024 ? 4 : 3)) >= base) {
    scaled /= base;
    index += 1;
  }
  const whole = index === 0 && Number.isInteger(scaled);
  return [
    whole || scaled >= 999.5 ? grouped(String(Math.round(scaled))) : significant(scaled, 3),
    prefixes[index]!,
  ];
}

/** `1.20e21`: for what has no prefix that people read. */
export function exponent(value: number, decimals = 2): string {
  return value.toExponential(decimals).replace("e+", "e");
}

/**
 * A duration.
 *
 * @param seconds seconds, or null when unknown
 * @example
 * formatSeconds(560) // => "9m 20s"
 * formatSeconds(0.4123) // => "412 ms"
 */
export function formatSeconds(seconds: number | null): string {
  if (seconds === null) return unknown;
  if (seconds === 0) return "0 s";
  if (seconds < 0.9995e-3)
    return seconds < 0.9995e-6
      ? `${significant(seconds * 1e9, 3)} ns`
      : `${significant(seconds * 1e6, 3)} µs`;
  if (seconds < 0.9995) return `${significant(seconds * 1e3, 3)} ms`;
  if (seconds < 59.95) return `${significant(seconds, 3)} s`;
  if (seconds < 3599.5) return pair(seconds, 60, "m", "s");
  if (seconds < 86_370) return pair(seconds / 60, 60, "h", "m");
  const days = seconds / 86_400;
  if (days < 99.9) return pair(seconds / 3600, 24, "d", "h");
  if (days < 730) return `${significant(days, 3)} days`;
  const years = days / 365.25;
  return years < 1e6 ? `${significant(years, 3)} years` : `${exponent(years)} years`;
}

function pair(value: number, base: number, large: string, small: string): string {
  const whole = Math.round(value);
  const rest = whole % base;
  return `${Math.floor(whole / base)}${large}${rest === 0 ? "" : ` ${rest}${small}`}`;
}

/**
 * Bytes of memory, in binary units as devices report them.
 *
 * @example
 * formatBytes(33.5e9) // => "31.2 GiB"
 */
export function formatBytes(bytes: number | null): string {
  if (bytes === null) return unknown;
  const [text, unit] = prefixed(bytes, 1024, ["B", "KiB", "MiB", "GiB", "TiB", "PiB"]);
  return `${text} ${unit}`;
}

/** What a memory holds: whole where it is, `80 GiB`. */
export function formatCapacity(bytes: number | null): string {
  return formatBytes(bytes).replace(/^([\d,]+)\.0+ /, "$1 ");
}

/**
 * A part of a number of bytes, the unit once where it is the same.
 *
 * @example
 * formatBytesOf(33.5e9, 80 * 2 ** 30) // => "31.2 of 80 GiB"
 */
export function formatBytesOf(part: number, whole: number): string {
  const [small, large] = [formatBytes(part), formatCapacity(whole)];
  const unit = large.slice(large.indexOf(" "));
  return `${small.endsWith(unit) ? small.slice(0, -unit.length) : small} of ${large}`;
}

/**
 * A number of things: parameters, tokens, steps. Up to 99,999 in full.
 *
 * @example
 * formatCount(8.03e9) // => "8.03B"
 */
export function formatCount(count: number | null): string {
  if (count === null) return unknown;
  if (count > 0 && count < 0.01) return "< 0.01";
  if (count < 99_999.5) return Number.isInteger(count) ? grouped(String(count)) : significant(count, 3);
  if (count >= 1e15) return exponent(count);
  return prefixed(count, 1000, ["", "k", "M", "B", "T"]).join("");
}

/**
 * A number of things in full, as far as anybody reads that: `152,589`.
 *
 * @example
 * formatWhole(152588) // => "152,588"
 */
export function formatWhole(count: number): string {
  return Number.isInteger(count) && count < 1e9 ? grouped(String(count)) : formatCount(count);
}

/**
 * An amount with SI prefixes, three significant digits; from 1e18 as a power of ten, as papers print FLOPs.
 *
 * @param unit `FLOP`, `FLOP/s`, `B/s`, `W`, `Hz` …
 * @example
 * formatSi(989e12, "FLOP/s") // => "989 TFLOP/s"
 */
export function formatSi(value: number | null, unit: string): string {
  if (value === null) return unknown;
  if (value >= 1e18) return `${exponent(value)} ${unit}`;
  const [text, prefix] = prefixed(value, 1000, ["", "k", "M", "G", "T", "P"]);
  return `${text} ${prefix}${unit}`;
}

/**
 * US dollars.
 *
 * @example
 * formatUsd(3.111) // => "$3.11"
 */
export function formatUsd(usd: number | null): string {
  if (usd === null) return unknown;
  if (usd === 0) return "$0";
  if (usd < 0.005) return "< $0.01";
  if (usd < 99.995) return `$${usd.toFixed(2)}`;
  if (usd < 999_999.5) return `$${grouped(String(Math.round(usd)))}`;
  return usd >= 1e15 ? `$${exponent(usd)}` : `$${prefixed(usd, 1000, ["", "k", "M", "B", "T"]).join("")}`;
}

/**
 * A fraction in percent.
 *
 * @example
 * formatPercent(0.034) // => "3.4%"
 */
export function formatPercent(share: number | null): string {
  if (share === null) return unknown;
  const size = Math.abs(share);
  const sign = share < 0 ? "−" : "";
  if (size === 0) return "0%";
  if (size < 0.0005) return "< 0.1%";
  if (size < 0.0995) return `${sign}${(100 * size).toFixed(1)}%`;
  return size >= 1e6
    ? `${sign}${exponent(100 * size)}%`
    : `${sign}${grouped(String(Math.round(100 * size)))}%`;
}

/**
 * An error in percent, to a tenth: errors are compared.
 *
 * @example
 * formatError(0.0345) // => "3.5%"
 */
export function formatError(share: number | null): string {
  if (share === null) return unknown;
  return Math.abs(share) >= 10 ? formatPercent(share) : `${(100 * share).toFixed(1).replace("-", "−")}%`;
}

/**
 * A fraction in percent, always with its sign: `+12%`, `−16%`.
 *
 * @example
 * formatSigned(-0.163) // => "−16%"
 */
export function formatSigned(share: number | null): string {
  if (share === null) return unknown;
  const text = formatPercent(share);
  return share > 0 && !text.startsWith("<") ? `+${text}` : text;
}

/**
 * How many times as much: `×1.32`.
 *
 * @example
 * formatRatio(1.3178) // => "×1.32"
 */
export function formatRatio(ratio: number | null): string {
  if (ratio === null) return "–";
  if (ratio === 0) return "×0";
  return ratio >= 1e6 || ratio < 1e-3 ? `×${exponent(ratio)}` : `×${significant(ratio, 3)}`;
}

/**
 * Energy in watt-hours, as bills print it.
 *
 * @example
 * formatJoules(2.016e7) // => "5.60 kWh"
 */
export function formatJoules(joules: number | null): string {
  return joules === null ? unknown : formatSi(joules / 3600, "Wh");
}

/**
 * The ends of an 80 % interval: `8m 24s – 10m 46s`.
 *
 * @example
 * formatInterval({ p10: 504, p50: 560, p90: 646 }, formatSeconds) // => "8m 24s – 10m 46s"
 */
export function formatInterval(interval: Interval, format: (value: number) => string): string {
  const [low, high] = [format(interval.p10), format(interval.p90)];
  if (low === high) return low;
  const [, unit] = /^[\d.,]+( \S+)$/.exec(high) ?? [];
  const short = unit !== undefined && low.endsWith(unit) ? low.slice(0, -unit.length) : low;
  return `${short} – ${high}`;
}

/**
 * A number and its interval with as many decimals as the interval is worth: one unit of the last is a fifth to a fiftieth of it.
 *
 * @example
 * formatWithin({ p10: 3.291, p50: 3.3702, p90: 3.448 }) // => { value: "3.37", range: "3.29 – 3.45" }
 */
export function formatWithin(interval: Interval): { readonly value: string; readonly range: string } {
  const spread = interval.p90 - interval.p10;
  const places = spread > 0 ? Math.ceil(-Math.log10(spread / 5)) : 3;
  const write = (value: number): string => grouped(value.toFixed(Math.min(6, Math.max(0, places))));
  return { value: write(interval.p50), range: formatInterval(interval, write) };
}
