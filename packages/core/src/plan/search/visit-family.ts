import { brokenConstraint } from "../space/constraint.ts";
import { type BatchOf, batchAt, divides, type Family, takesLayers } from "../space/family.ts";
import { pointIndex } from "../space/point.ts";
import type { Space } from "../space/space.ts";
import type { Collector, Judged } from "./collect.ts";
import { attempt, type Evaluator, type EvaluatorOf, rejectionOf, type Terms } from "./evaluator.ts";
import { floorOfRun, type Goal, judge, type Rejection, type Verdict } from "./goal.ts";

/** What a visit reads, and where it writes down what it finds. */
export interface VisitContext {
  readonly space: Space;
  readonly evaluators: EvaluatorOf;
  readonly goals: readonly Goal[];
  readonly found: Collector;
  readonly verdict: Verdict;
}

/** About so many points of a family are visited without a rest. */
const mostUnrested = 4096;

/** A batch that divides, and its place among the global batches. */
interface Place {
  readonly place: number;
  readonly batch: BatchOf;
}

/** Visits a family: at once what does not divide, then layers after layers. */
export function* visitFamily(context: VisitContext, family: Family): Generator<void> {
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

function skipIndivisible({ found }: VisitContext, points: number): void {
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
  context: VisitContext,
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
function visitPoints(context: VisitContext, at: LayeredFamily, places: readonly Place[]): number {
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
function visitPoint(context: VisitContext, at: LayeredFamily, { place, batch }: Place): boolean {
  const { space, found } = context;
  const { family, terms, layer } = at;
  const index = pointIndex(space, family.index, layer, place);
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
  { space, found, verdict }: VisitContext,
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
  const run = { stepSeconds, stepTokens, lawParameters: terms.lawParameters, law: terms.law };
  judge(goal, run, verdict);
  if (verdict.rejection === null) {
    found.accept(point, verdict);
    return;
  }
  const { index } = point;
  found.reject(verdict.rejection, 1);
  found.near("stepSeconds", stepSeconds, index);
  if (verdict.rejection === "over-budget") found.near("overBudget", verdict.value, index);
  if (verdict.rejection === "target-unreachable") found.near("floor", floorOfRun(goal, run), index);
}
