import type { Columns } from "../front/pareto.ts";
import type { Contender } from "./contenders.ts";

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
