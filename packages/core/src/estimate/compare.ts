import { asPrinted } from "../serialize.ts";
import { engineVersion } from "../version.ts";
import { figures, type Leaf } from "./compare-figures.ts";
import { explainDifference } from "./explain-difference.ts";
import type { Estimate } from "./types.ts";

/** One figure that differs between estimates. */
export interface Difference {
  /** Dotted path in the estimate. */
  readonly path: string;
  readonly values: readonly (number | string | boolean | null)[];
  /** Last over first; null where one is no number or the first is 0. */
  readonly ratio: number | null;
}

/** The reply of `compare`. */
export interface Comparison {
  readonly schema: "wallclock/comparison/1";
  readonly engine: string;
  readonly estimates: readonly Estimate[];
  readonly differences: readonly Difference[];
  readonly explain: string;
}

/**
 * Sets estimates side by side: the figures that differ, their ratio, and in words what makes the differences. Digits that no
 * reply has decide nothing.
 *
 * @param given two or more
 * @example
 * const twice = estimate({ ...scenario, hardware: "16x h100" }, machine);
 * compareEstimates([reply, twice]).differences[0] // => { path: "run.seconds.p50", values: [4822.5, 2452.8], ratio: 0.50862 }
 */
export function compareEstimates(given: readonly Estimate[]): Comparison {
  const estimates = asPrinted(given);
  const differences: Difference[] = [];
  for (const [path, read] of figures) {
    const values = estimates.map(read);
    if (values.every((value) => value === values[0])) continue;
    differences.push({ path, values, ratio: ratioOf(values) });
  }
  return {
    schema: "wallclock/comparison/1",
    engine: engineVersion,
    estimates,
    differences,
    explain: explainDifference(estimates),
  };
}

function ratioOf(values: readonly Leaf[]): number | null {
  const first = values[0];
  const last = values.at(-1);
  return typeof first === "number" && typeof last === "number" && first !== 0 ? last / first : null;
}
