import type { Estimate } from "../estimate/types.ts";
import { assumptionText } from "./names.ts";
import { heading, type Line } from "./text.ts";
import { listing } from "./wrap.ts";

type Assumption = Estimate["assumed"][number];

/** Sections of a scenario by what they are called here; what has no section of its own is of the training. */
const sections: readonly (readonly [label: string, roots: readonly string[]])[] = [
  ["model", ["model"]],
  ["training", ["training", "tokens", "lossLaw"]],
  ["software", ["software"]],
  ["layout", ["parallel"]],
  ["hardware", ["hardware"]],
];

/**
 * The defaults that were taken, a paragraph a section; ranks of 1 and what is switched off are only said to be.
 *
 * @example
 * plainText(assumptionLines(reply, 80)).split("\n")[0].trim() // => "ASSUMED                                       other defaults are 1, 0 or off"
 */
export function assumptionLines({ assumed }: Estimate, width: number): Line[] {
  if (assumed.length === 0) return [];
  const shown = assumed.filter((each) => !isIdle(each, assumed));
  const rest = shown.length < assumed.length ? "other defaults are 1, 0 or off" : "";
  const lines = sections.flatMap(([label, roots]) => {
    const own = shown.filter(({ path }) => sectionOf(path) === roots[0]);
    return listing(
      label,
      own.map((each) => textIn(label, each)),
      "dim",
      width,
    );
  });
  return [heading("ASSUMED", rest, width), ...lines];
}

/** What a section is of needs no name in it: `hardware  h100-sxm-80gb`. */
function textIn(label: string, each: Assumption): string {
  const text = assumptionText(each);
  return each.path.endsWith(label) ? text.slice(label.length + 1) : text;
}

function sectionOf(path: string): string {
  const root = path.split(".")[0]!;
  return sections.find(([, roots]) => roots.includes(root))?.[1][0] ?? "training";
}

/** A rank of 1, a switch that is off, a share of 0, or the group of a sharding that there is not. */
function isIdle({ path, value }: Assumption, all: readonly Assumption[]): boolean {
  if (value === false || value === 0) return true;
  if (path === "parallel.shardingGroup") {
    return all.some((each) => each.path === "parallel.sharding" && each.value === "none");
  }
  return path.startsWith("parallel.") && value === 1;
}
