import type { Case } from "./cases.ts";

/** Mean; null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle value, or the mean of the two; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? null) : mean(sorted.slice(middle - 1, middle + 1));
}

/** Runs by a name, names in the order they first appear. */
export function groupedBy<Name extends string>(
  cases: readonly Case[],
  nameOf: (each: Case) => Name,
): [Name, Case[]][] {
  const groups = new Map<Name, Case[]>();
  for (const each of cases) {
    const name = nameOf(each);
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups];
}

/** The runs of each (group, pass), in the order they first appear. */
export function byGroup(cases: readonly Case[]): Case[][] {
  const nameOf = ({ compared }: Case) => JSON.stringify([compared.group, compared.pass]);
  return groupedBy(cases, nameOf).map(([, members]) => members);
}

/** What a quantity is off by in a run, as a fraction with its sign. */
export type ErrorOf = (each: Case) => number;

/** Error of a predicted time: seconds over the measured ones, less 1. */
export function timeError(seconds: (each: Case) => number): ErrorOf {
  return (each) => seconds(each) / (each.compared.measuredSeconds ?? Number.NaN) - 1;
}

/** Mean over groups of the mean absolute error of their runs. */
export function macroMape(cases: readonly Case[], errorOf: ErrorOf): number | null {
  return mean(byGroup(cases).map((group) => mean(group.map((each) => Math.abs(errorOf(each)))) ?? 0));
}

/** A run's weight such that every group counts as one. */
export function groupWeights(cases: readonly Case[]): Map<Case, number> {
  return new Map(byGroup(cases).flatMap((group) => group.map((each) => [each, 1 / group.length] as const)));
}

/** The value that splits the weights in halves: the smallest with at least half of them at or below it. */
export function weightedMedian(pairs: readonly (readonly [value: number, weight: number])[]): number {
  const sorted = [...pairs].sort(([a], [b]) => a - b);
  const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  let below = 0;
  for (const [value, weight] of sorted) {
    below += weight;
    if (below >= half - 1e-12) return value;
  }
  throw new RangeError("no values");
}

/** Distinct values of a property. */
export function distinct(cases: readonly Case[], of: (each: Case) => string): string[] {
  return [...new Set(cases.map(of))].sort();
}
