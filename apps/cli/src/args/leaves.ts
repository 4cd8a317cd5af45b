import { type Leaf, scenarioLeaves } from "@wallclock/core";
import type { LeafFlag } from "./option.ts";

/** Other names people expect. */
const aliases: Readonly<Record<string, readonly string[]>> = { lossLaw: ["law"] };

/** The field that a flag stands for, by its own name or its dotted path; null when there is none. */
export function findLeafFlag(name: string): LeafFlag | null {
  const leaf = scenarioLeaves().find(({ path, flag }) => {
    return flag === name || path === name || aliases[path]?.includes(name);
  });
  return leaf === undefined ? null : flagOf(leaf);
}

/** Every field of the scenario as a flag, in the order of the format. */
export function leafFlags(): readonly LeafFlag[] {
  return scenarioLeaves().map(flagOf);
}

function flagOf(leaf: Leaf): LeafFlag {
  const { path, flag, nullable, description: summary } = leaf;
  return { path, flag, boolean: leaf.kind === "boolean", nullable, value: placeholder(leaf), summary };
}

const named: Readonly<Record<string, string>> = {
  model: "PRESET|FILE",
  hardware: "NAME|FILE",
  lossLaw: "ID|FILE",
  calibration: "FILE",
  budget: "24h|500usd",
};

const units: Readonly<Record<string, string>> = {
  seconds: "TIME",
  usd: "USD",
  bytes: "BYTES",
  bytesPerSecond: "RATE",
};

function placeholder({ path, kind, values, unit }: Leaf): string {
  if (kind === "enum") return values?.join("|") ?? "WORD";
  return named[path] ?? units[unit ?? ""] ?? (kind === "string" ? "TEXT" : "N");
}
