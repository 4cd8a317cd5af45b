import { lossFloor } from "../loss/index.ts";
import { type Collector, collector, type Judged } from "./collect.ts";
import { brokenConstraint } from "./constraint.ts";
import { attempt, type Evaluator, type EvaluatorOf, rejectionOf, type Terms } from "./evaluator.ts";
import {
  type BatchOf,
  type Block,
  batchAt,
  blockAt,
  divides,
  type Family,
  familyAt,
  familyRange,
  takesLayers,
} from "./family.ts";
import { emptyVerdict, type Goal, goalOf, judge, type Rejection, type Verdict } from "./goal.ts";
import { type Order, orderOf, type Shard } from "./order.ts";
import type { Space } from "./space.ts";
import type { Least, PlanState } from "./state.ts";

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

interface Context {
  readonly space: Space;
  readonly evaluators: EvaluatorOf;
  readonly goals: readonly Goal[];
  readonly found: Collector;
  readonly verdict: Verdict;
}

/** Begins to search a space, or a part of it. */
export function startSearch(
  space: Space,
  { evaluators, shard = { part: 0, parts: 1 } }: SearchTools,
): PlanSearch {
  const found = collector(space, space.request.top ?? 10);
  const goals = space.sites.map((site) => goalOf(space, site));
  const context: Context = { space, evaluators, goals, found, verdict: emptyVerdict() };
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
function* visits(context: Context, families: Iterable<Family>): Generator<void> {
  let block: Block | null = null;
  for (const family of families) {
    if (family.block !== block) context.found.enter(family);
    block = family.block;
    yield* visitFamily(context, family);
    yield;
  }
}

/** About so many points of a family are visited without a rest. */
const mostUnrested = 4096;

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

/** A batch that divides, and its place among the global batches. */
interface Place {
  readonly place: number;
  readonly batch: BatchOf;
}

/** Visits a family: at once what does not divide, then layers after layers. */
function* visitFamily(context: Context, family: Family): Generator<void> {
  const { space } = context;
  const { layers, globalBatch } = space.axes;
  if (!divides(space, family)) {
    skipIndivisible(context, space.familyPoints);
    return;
  }
  const places: Place[] = [];
  for (const [place, global] of globalBatch.entries()) {
    const batch = batchAt(space, family, global);
    if (batch !== null) places.push({ place, batch });
  }
  const taken = layers.filter((each) => takesLayers(family, each)).length;
  skipIndivisible(context, space.familyPoints - taken * places.length);
  for (const group of byMicroBatch(places)) yield* visitGroup(context, family, inPieces(group));
}

function skipIndivisible({ found }: Context, points: number): void {
  found.visit(points);
  found.reject("indivisible", points);
}

function byMicroBatch(places: readonly Place[]): Place[][] {
  const groups = new Map<number, Place[]>();
  for (const each of places) {
    const group = groups.get(each.batch.microBatch);
    if (group === undefined) groups.set(each.batch.microBatch, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}

function inPieces(places: readonly Place[]): Place[][] {
  const pieces: Place[][] = [];
  for (let from = 0; from < places.length; from += mostUnrested)
    pieces.push(places.slice(from, from + mostUnrested));
  return pieces;
}

/** Visits the points of one micro-batch. */
function* visitGroup(
  context: Context,
  family: Family,
  pieces: readonly (readonly Place[])[],
): Generator<void> {
  const { space, found } = context;
  const goal = context.goals[family.block.siteIndex]!;
  const { layers } = space.axes;
  const evaluator = attempt(() => context.evaluators(family, pieces[0]![0]!.batch.microBatch));
  const bounded = risesWithLayers(space, family);
  let tooLarge = false;
  let unrested = 0;
  for (const [layer, count] of layers.entries()) {
    if (!takesLayers(family, count)) continue;
    const terms: Terms | Rejection = tooLarge ? "does-not-fit" : termsAt(space, family, evaluator, count);
    let fits = 0;
    for (const places of pieces) {
      if (unrested >= mostUnrested) {
        unrested = 0;
        yield;
      }
      unrested += places.length;
      found.visit(places.length);
      if (typeof terms === "string") found.reject(terms, places.length);
      else fits += visitPoints(context, { family, goal, layer, terms }, places);
    }
    tooLarge ||= typeof terms !== "string" && fits === 0 && bounded;
  }
}

/** The terms of a family at one number of layers, or why it has none. */
function termsAt(
  space: Space,
  family: Family,
  evaluator: Evaluator | Rejection,
  layers: number,
): Terms | Rejection {
  if (typeof evaluator === "string") return evaluator;
  const terms = attempt(() => evaluator.prepare(layers));
  return typeof terms === "string" ? terms : (constraintOf(space, layers, family, terms) ?? terms);
}

/**
 * Whether memory never falls as layers are added, so that where nothing fits nothing larger does: so it is where the stages of
 * the pipeline divide the layers. Where a constraint may reject first, every shape is asked.
 */
function risesWithLayers({ request }: Space, { layout }: Family): boolean {
  const { minParameters, maxParameters, aspect } = request.constraints ?? {};
  const free = minParameters == null && maxParameters == null && aspect == null;
  return free && (layout.strict || (layout.parallel.pipeline ?? 1) === 1);
}

/** Visits points; says how many of them fit, or were refused before that could be known. */
function visitPoints(context: Context, at: LayeredFamily, places: readonly Place[]): number {
  let fits = 0;
  for (const place of places) {
    try {
      if (visitPoint(context, at, place)) fits += 1;
    } catch (error) {
      context.found.reject(rejectionOf(error), 1);
      fits += 1;
    }
  }
  return fits;
}

/** The constraint that a shape breaks; null: none. */
function constraintOf(
  { request }: Space,
  layers: number,
  { block }: Family,
  { parameters }: Terms,
): string | null {
  return brokenConstraint(request.constraints, { layers, width: block.shape!.width }, parameters);
}

interface LayeredFamily {
  readonly family: Family;
  readonly goal: Goal;
  /** Place among the numbers of layers. */
  readonly layer: number;
  readonly terms: Terms;
}

/** Visits one point; says whether it fits. Memory comes first: it is the cheaper, and settles more. */
function visitPoint(context: Context, at: LayeredFamily, { place, batch }: Place): boolean {
  const { space, found } = context;
  const { family, terms, layer } = at;
  const index = family.index * space.familyPoints + layer * space.axes.globalBatch.length + place;
  const bytes = terms.bytes(batch.accumulation);
  found.near("bytes", bytes, index);
  const capacity = family.block.site.hardware.device.memoryCapacityBytes;
  if (capacity !== null && bytes > capacity && (space.request.constraints?.fits ?? true)) {
    found.reject("does-not-fit", 1);
    return false;
  }
  timePoint(context, at, batch, { index, layer, batch: place, bytes, parameters: terms.parameters });
  return true;
}

function timePoint(
  { space, found, verdict }: Context,
  { terms, goal }: LayeredFamily,
  batch: BatchOf,
  point: Judged,
): void {
  if (goal.obstacle !== null) {
    found.reject(goal.obstacle, 1);
    return;
  }
  const stepSeconds = terms.stepSeconds(batch.accumulation);
  const stepTokens = batch.globalBatch * space.axes.contextLength;
  judge(goal, { stepSeconds, stepTokens, lawParameters: terms.lawParameters, law: terms.law }, verdict);
  if (verdict.rejection === null) {
    found.accept(point, verdict);
    return;
  }
  const { index } = point;
  found.reject(verdict.rejection, 1);
  found.near("stepSeconds", stepSeconds, index);
  if (verdict.rejection === "over-budget") found.near("overBudget", verdict.value, index);
  if (verdict.rejection === "target-unreachable")
    found.near("floor", lossFloor(terms.law, terms.lawParameters, goal.uniqueTokens), index);
}
