import type { Note } from "../errors/issue.ts";
import type { Assumption } from "../spec/resolved.ts";
import { engineVersion } from "../version.ts";
import { bestOf } from "./answer/best.ts";
import { explainPlan } from "./answer/explain.ts";
import { frontierOf, mostFrontier } from "./answer/frontier.ts";
import { impossibleOf, type PlanImpossible } from "./answer/impossible.ts";
import { type Indistinguishable, indistinguishableOf } from "./answer/indistinguishable.ts";
import type { PlanItem } from "./answer/item.ts";
import {
  type BestOfMachine,
  type Flat,
  flatOf,
  machinesOf,
  type WideDeep,
  wideDeepOf,
} from "./answer/landscape.ts";
import { notesOf } from "./answer/notes.ts";
import { type Sensitivity, sensitivityOf } from "./answer/sensitivity.ts";
import { joinStates } from "./search/join.ts";
import type { PlanState } from "./search/state.ts";
import type { Space } from "./space/space.ts";

/** The best runs of a space. */
export interface PlanReply {
  readonly schema: "wallclock/plan/1";
  readonly engine: string;
  readonly best: readonly PlanItem[];
  readonly frontier: readonly PlanItem[];
  /** Points of the space: those that divide. */
  readonly explored: number;
  /** Points turned away, by why. */
  readonly rejected: Readonly<Record<string, number>>;
  readonly truncated: boolean;
  readonly notes: readonly Note[];
  readonly explain: string;
  /** Defaults of the space that were used. */
  readonly assumed: readonly Assumption[];
  /** Runs of the whole frontier, of which `frontier` may hold a part. */
  readonly frontierCount: number;
  /** The optimum's neighbours in every dimension. */
  readonly sensitivity: readonly Sensitivity[];
  readonly flat: Flat;
  readonly wideDeep: WideDeep;
  /** The best on each machine. */
  readonly machines: readonly BestOfMachine[];
  /** null: the law does not say how wrong it is, or the objective is not the loss. */
  readonly indistinguishable: Indistinguishable | null;
}

export interface ReplyOptions {
  /** Runs of the frontier to list at most, 1000 when left out; at some 5 kB each. */
  readonly frontier?: number;
}

/**
 * Whether a request came to nothing.
 *
 * @example
 * isImpossiblePlan(planned) // => false
 * isImpossiblePlan(plan({ ...request, budget: { seconds: 1e-3 } }, lookup)) // => true
 */
export function isImpossiblePlan(outcome: PlanReply | PlanImpossible): outcome is PlanImpossible {
  return outcome.schema === "wallclock/plan-impossible/1";
}

/**
 * What a search, or all parts of one, found.
 *
 * @param states of the parts; of a search that was broken off what it had seen
 * @example
 * const { space, search } = planSearch(request, lookup);
 * search.advance(1000);
 * planReply(space, [search.state()]).frontierCount // => 48
 */
export function planReply(
  space: Space,
  states: Iterable<PlanState>,
  { frontier: most = mostFrontier }: ReplyOptions = {},
): PlanReply | PlanImpossible {
  const merged = joinStates(space, states);
  const best = bestOf(space, merged.contenders);
  const [first] = best;
  if (first === undefined) return impossibleOf(space, merged);
  const frontier = frontierOf(space, merged.front, most);
  const truncated = merged.visited < space.points;
  const sensitivity = sensitivityOf(space, first);
  const flat = flatOf(space, merged, first.value);
  return {
    schema: "wallclock/plan/1",
    engine: engineVersion,
    best: best.map(({ item }) => item),
    frontier: frontier.items,
    explored: merged.visited - (merged.rejected.indivisible ?? 0),
    rejected: merged.rejected,
    truncated,
    notes: [...truncatedNotes(space, merged.visited), ...notesOf(space, first), ...frontier.notes],
    explain: explainPlan(space, first, { sensitivity, flat }),
    assumed: space.assumed,
    frontierCount: frontier.count,
    sensitivity,
    flat,
    wideDeep: wideDeepOf(space, merged, first),
    machines: machinesOf(space, merged),
    indistinguishable: indistinguishableOf(space, merged, first),
  };
}

function truncatedNotes({ points }: Space, visited: number): Note[] {
  if (visited >= points) return [];
  const message = `the search was broken off after ${visited} of ${points} combinations: a better run may be among the others`;
  return [{ code: "truncated", severity: "warning", message, path: "space" }];
}
