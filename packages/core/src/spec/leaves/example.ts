import type { Leaf } from "./list.ts";

const examples = {
  count: "10B, 2.5e9",
  bytes: "80GB, 64GiB",
  seconds: "24h, 90min",
  usd: "2.50, 500usd",
  bytesPerSecond: "450GB/s, 400Gbit/s",
  number: "0.05, 5%",
} as const;

/**
 * How a number may be written where leaves are texts, on a command line and in a query; null for what is no number.
 *
 * @example
 * exampleOf({ kind: "number", unit: "seconds" }) // => "for example 24h, 90min"
 */
export function exampleOf({ kind, unit }: Pick<Leaf, "kind" | "unit">): string | null {
  if (unit === null) return null;
  return `for example ${kind === "integer" && unit === "count" ? "8, 4k" : examples[unit]}`;
}
