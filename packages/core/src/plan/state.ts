import { type Contender, contenders } from "./contenders.ts";
import type { Columns } from "./pareto.ts";

/** The best point of some part of the space; index -1: none yet. */
export interface Least {
  readonly value: number;
  readonly index: number;
}

/** What a search has seen; plain data, so that it may be sent between threads. */
export interface PlanState {
  /** Points visited, those that are not in the space among them. */
  readonly visited: number;
  /** Points turned away, by why. */
  readonly rejected: Readonly<Record<string, number>>;
  readonly contenders: readonly Contender[];
  readonly front: Columns;
  /** The best of each width and number of layers, width first. */
  readonly pairs: readonly Least[];
  /** The best of each global batch. */
  readonly batches: readonly Least[];
  /** The best on each machine. */
  readonly sites: readonly Least[];
  readonly nearest: Nearest;
}

/** The points that came closest, for when none is possible. */
export interface Nearest {
  /** Least bytes of a device. */
  readonly bytes: Least;
  /** Least time of a step among those that fit. */
  readonly stepSeconds: Least;
  /** Least value of those over the budget beside a target. */
  readonly overBudget: Least;
  /** Least loss that endless training would reach, of those that do not reach the target. */
  readonly floor: Least;
}

export const nothing: Least = { value: Number.POSITIVE_INFINITY, index: -1 };

/** The lesser of two; among equals the one with the lower number. */
export function lesser(a: Least, b: Least): Least {
  if (a.index < 0) return b;
  if (b.index < 0) return a;
  return b.value < a.value || (b.value === a.value && b.index < a.index) ? b : a;
}

export const noneNear: Nearest = {
  bytes: nothing,
  stepSeconds: nothing,
  overBudget: nothing,
  floor: nothing,
};

/** Adds up what the parts of a search have seen. */
export function mergeStates(
  top: number,
  states: readonly PlanState[],
): Omit<PlanState, "front"> & { fronts: Columns[] } {
  const [first] = states;
  if (first === undefined) throw new RangeError("no states to merge");
  const best = contenders(top);
  for (const state of states) for (const one of state.contenders) best.add(one);
  const least = (pick: (state: PlanState) => Least): Least => states.map(pick).reduce(lesser);
  return {
    visited: states.reduce((sum, state) => sum + state.visited, 0),
    rejected: mergeCounts(states.map((state) => state.rejected)),
    contenders: best.all(),
    fronts: states.map((state) => state.front),
    pairs: first.pairs.map((_, i) => least((state) => state.pairs[i]!)),
    batches: first.batches.map((_, i) => least((state) => state.batches[i]!)),
    sites: first.sites.map((_, i) => least((state) => state.sites[i]!)),
    nearest: {
      bytes: least((state) => state.nearest.bytes),
      stepSeconds: least((state) => state.nearest.stepSeconds),
      overBudget: least((state) => state.nearest.overBudget),
      floor: least((state) => state.nearest.floor),
    },
  };
}

/** Sums by name, the two names of every reply first. */
function mergeCounts(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const counts of all) {
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  }
  const { indivisible = 0, "does-not-fit": large = 0, ...others } = sum;
  const rest = Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1));
  return { indivisible, "does-not-fit": large, ...Object.fromEntries(rest) };
}
