import { type Collector, collector } from "./collect.ts";
import { type EvaluatorOf, rejectionOf, type Terms } from "./evaluate.ts";
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
  readonly total: number;
  readonly done: boolean;
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
  const families = walk(space, orderOf(space.sites.length * space.blocksPerSite, shard));
  let done = false;
  let block: Block | null = null;
  return {
    advance: (points) => {
      const until = found.visited() + points;
      while (!done && found.visited() < until) {
        const next = families.next();
        if (next.done) {
          done = true;
          break;
        }
        if (next.value.block !== block) found.enter(next.value);
        block = next.value.block;
        visitFamily(context, next.value);
      }
      return { visited: found.visited(), total: space.points, done, best: found.best() };
    },
    state: found.state,
  };
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

/** A batch that divides, and its place among the global batches. */
interface Place {
  readonly place: number;
  readonly batch: BatchOf;
}

function visitFamily(context: Context, family: Family): void {
  const { space, found } = context;
  const { layers, globalBatch } = space.axes;
  found.visit(space.familyPoints);
  if (!divides(space, family)) {
    found.reject("indivisible", space.familyPoints);
    return;
  }
  const places: Place[] = [];
  for (const [place, global] of globalBatch.entries()) {
    const batch = batchAt(space, family, global);
    if (batch !== null) places.push({ place, batch });
  }
  const taken = layers.filter((each) => takesLayers(family, each)).length;
  found.reject("indivisible", space.familyPoints - taken * places.length);
  for (const group of byMicroBatch(places)) visitGroup(context, family, group);
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

function visitGroup(context: Context, family: Family, places: readonly Place[]): void {
  const { space, found } = context;
  const goal = context.goals[family.block.siteIndex]!;
  const { layers } = space.axes;
  const evaluator = attempt(() => context.evaluators(family, places[0]!.batch.microBatch));
  for (const [layer, count] of layers.entries()) {
    if (!takesLayers(family, count)) continue;
    const terms = typeof evaluator === "string" ? evaluator : attempt(() => evaluator.prepare(count));
    const reason = typeof terms === "string" ? terms : constraintOf(space, count, family, terms);
    if (typeof terms === "string" || reason !== null) found.reject(reason ?? "", places.length);
    else visitPoints(context, { family, goal, layer, terms }, places);
  }
}

/** A result, or the name under which those are counted that have none. */
function attempt<T>(make: () => T | Rejection): T | Rejection {
  try {
    return make();
  } catch (error) {
    return rejectionOf(error);
  }
}

function visitPoints(context: Context, at: LayeredFamily, places: readonly Place[]): void {
  for (const place of places) {
    try {
      visitPoint(context, at, place);
    } catch (error) {
      context.found.reject(rejectionOf(error), 1);
    }
  }
}

/** The constraint that a shape breaks; null: none. */
function constraintOf(
  { request }: Space,
  layers: number,
  { block }: Family,
  { parameters }: Terms,
): string | null {
  const { minParameters, maxParameters, aspect } = request.constraints ?? {};
  const ratio = block.shape!.width / layers;
  if (ratio < (aspect?.min ?? 0) || ratio > (aspect?.max ?? Number.POSITIVE_INFINITY)) return "aspect";
  if (parameters < (minParameters ?? 0)) return "too-few-parameters";
  return parameters > (maxParameters ?? Number.POSITIVE_INFINITY) ? "too-many-parameters" : null;
}

interface LayeredFamily {
  readonly family: Family;
  readonly goal: Goal;
  /** Place among the numbers of layers. */
  readonly layer: number;
  readonly terms: Terms;
}

function visitPoint(context: Context, at: LayeredFamily, { place, batch }: Place): void {
  const { space, found, verdict } = context;
  const { family, terms, goal, layer } = at;
  const index = family.index * space.familyPoints + layer * space.axes.globalBatch.length + place;
  const { accumulation } = batch;
  const bytes = terms.bytes(accumulation);
  found.near("bytes", bytes, index);
  const capacity = family.block.site.hardware.device.memoryCapacityBytes;
  if (capacity !== null && bytes > capacity && (space.request.constraints?.fits ?? true)) {
    found.reject("does-not-fit", 1);
    return;
  }
  if (goal.obstacle !== null) {
    found.reject(goal.obstacle, 1);
    return;
  }
  const stepSeconds = terms.stepSeconds(accumulation);
  if (!(stepSeconds > 0 && Number.isFinite(stepSeconds))) {
    found.reject(stepSeconds > 0 ? "out-of-range" : "calibration-beyond", 1);
    return;
  }
  const { lawParameters, parameters } = terms;
  const stepTokens = batch.globalBatch * space.axes.contextLength;
  verdict.rejection = null;
  judge(goal, { stepSeconds, stepTokens, lawParameters }, verdict);
  if (verdict.rejection === null) {
    found.accept({ index, layer, batch: place, bytes, parameters }, verdict);
    return;
  }
  found.reject(verdict.rejection, 1);
  found.near("stepSeconds", stepSeconds, index);
  found.near("size", -lawParameters, index);
  if (verdict.rejection === "over-budget") found.near("overBudget", verdict.value, index);
}
