import { type Block, blockAt, type Family, familyAt, familyRange } from "../space/family.ts";
import type { Space } from "../space/space.ts";
import { collector } from "./collect.ts";
import type { EvaluatorOf } from "./evaluator.ts";
import { emptyVerdict, goalOf } from "./goal.ts";
import { type Order, orderOf, type Shard } from "./order.ts";
import type { Least, PlanState } from "./state.ts";
import { type VisitContext, visitFamily } from "./visit-family.ts";

/** How far a search has come. */
export interface PlanProgress {
  /** Points visited, those that do not divide among them. */
  readonly visited: number;
  /** Points of the space, those that do not divide among them. */
  readonly total: number;
  readonly done: boolean;
  /** How many of the visited were turned away, by reason. */
  readonly rejected: Readonly<Record<string, number>>;
  /** The best value so far; index -1: none yet. */
  readonly best: Least;
}

/** A search that goes on for as long as it is told to. */
export interface PlanSearch {
  readonly advance: (points: number) => PlanProgress;
  /** What has been seen so far. */
  readonly state: () => PlanState;
}

/** What the search needs beside the space. */
export interface SearchTools {
  readonly evaluators: EvaluatorOf;
  readonly shard?: Shard;
}

/** Begins to search a space, or a part of it. */
export function startSearch(
  space: Space,
  { evaluators, shard = { part: 0, parts: 1 } }: SearchTools,
): PlanSearch {
  const found = collector(space, space.request.top ?? 10);
  const goals = space.sites.map((site) => goalOf(space, site));
  const context: VisitContext = { space, evaluators, goals, found, verdict: emptyVerdict() };
  const rests = visits(context, walk(space, orderOf(space.sites.length * space.blocksPerSite, shard)));
  let done = false;
  return {
    advance: (points) => {
      const until = found.visited() + points;
      while (!done && found.visited() < until) done = rests.next().done === true;
      const [visited, rejected, best] = [found.visited(), found.rejected(), found.best()];
      return { visited, total: space.points, done, rejected, best };
    },
    state: found.state,
  };
}

/** Visits families one after another; rests after each, and within large ones. */
function* visits(context: VisitContext, families: Iterable<Family>): Generator<void> {
  let block: Block | null = null;
  for (const family of families) {
    if (family.block !== block) context.found.enter(family);
    block = family.block;
    yield* visitFamily(context, family);
    yield;
  }
}

/** The families of a part of the space, block by block. */
function* walk(space: Space, order: Order): Generator<Family> {
  for (let k = 0; k < order.blocks; k += 1) {
    if (!order.takesBlock(k)) continue;
    const block = blockAt(space, order.blockAt(k));
    const { from, to } = familyRange(space, block);
    for (let index = from; index < to; index += 1) {
      if (order.takesFamily(index)) yield familyAt(space, block, index);
    }
  }
}
