import { type Leaf, scenarioLeaves } from "@wallclock/core";
import type { LeafFlag } from "./option.ts";

/** Other names people expect. */
const aliases: Readonly<Record<string, readonly string[]>> = { lossLaw: ["law"] };

/** Not offered yet. */
const hidden: ReadonlySet<string> = new Set(["calibration"]);

/** Every field of the scenario as a flag, in the order of the format. */
export function scenarioFlags(): readonly LeafFlag[] {
  return scenarioLeaves
    .filter(({ path }) => !hidden.has(path))
    .map((leaf) => ({
      path: leaf.path,
      flag: leaf.flag,
      aliases: aliases[leaf.path] ?? [],
      boolean: leaf.kind === "boolean",
      value: placeholder(leaf),
      summary: leaf.description,
    }));
}

const named: Readonly<Record<string, string>> = {
  model: "PRESET|FILE",
  hardware: "NAME|FILE",
  lossLaw: "ID|FILE",
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
