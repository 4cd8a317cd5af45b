import type { HardwareRef } from "../../spec/scenario.ts";
import type { PlanObjective } from "../request.ts";
import type { Least, PlanState } from "../search/state.ts";
import { coordinatesAt } from "../space/coordinates.ts";
import type { Space } from "../space/space.ts";
import type { Ranked } from "./best.ts";

interface Range {
  readonly min: number;
  readonly max: number;
}

/** How flat the space is around its optimum. */
export interface Flat {
  /** How close to the best value, relative. */
  readonly within: number;
  /** Pairs of width and layers with a run that close, of those with any run. */
  readonly shapes: number;
  readonly ofShapes: number;
  readonly width: Range;
  readonly layers: Range;
  /** Global batches with a run that close; null where batches follow from micro-batch and accumulation. */
  readonly globalBatchSequences: Range | null;
}

/** The best value of each width and number of layers. */
export interface WideDeep {
  /** Of which figure: loss in nats, seconds or dollars. */
  readonly objective: PlanObjective;
  readonly width: readonly number[];
  readonly layers: readonly number[];
  /** A row for each width, a column for each number of layers; null: no run. */
  readonly values: readonly (readonly (number | null)[])[];
}

/** The best run on one of the request's machines. */
export interface BestOfMachine {
  readonly hardware: HardwareRef;
  /** Loss in nats, seconds or dollars; null: no run. */
  readonly value: number | null;
}

/** What each machine can do at best. */
export function machinesOf(space: Space, { sites }: Pick<PlanState, "sites">): BestOfMachine[] {
  return space.sites.map(({ ref }, i) => {
    const { value, index } = sites[i]!;
    return { hardware: ref, value: index < 0 ? null : value };
  });
}

const close = 0.005;

/** Widths, layers and batches whose best run is within half a percent of the optimum. */
export function flatOf(
  { axes }: Space,
  { pairs, batches }: Pick<PlanState, "pairs" | "batches">,
  best: number,
): Flat {
  const near = ({ value, index }: Least): boolean => index >= 0 && value <= best * (1 + close);
  const places = pairs.flatMap((pair, place) => (near(pair) ? [place] : []));
  const columns = axes.layers.length;
  const sequences = axes.globalBatch.filter(
    (batch, i): batch is number => batch !== null && near(batches[i]!),
  );
  return {
    within: close,
    shapes: places.length,
    ofShapes: pairs.filter(({ index }) => index >= 0).length,
    width: rangeOf(places.map((place) => axes.width[Math.floor(place / columns)]!)),
    layers: rangeOf(places.map((place) => axes.layers[place % columns]!)),
    globalBatchSequences: sequences.length === 0 ? null : rangeOf(sequences),
  };
}

function rangeOf(values: readonly number[]): Range {
  return { min: values.reduce((a, b) => Math.min(a, b)), max: values.reduce((a, b) => Math.max(a, b)) };
}

/** Rows and columns of the table at most. */
const mostRows = 16;

/** Width against layers: of a long list evenly spaced values, with the ends and the optimum's own. */
export function wideDeepOf(
  space: Space,
  { pairs }: Pick<PlanState, "pairs">,
  best: Pick<Ranked, "index">,
): WideDeep {
  const { axes, request } = space;
  const at = coordinatesAt(space, best.index);
  const rows = thinned(axes.width.length, at.width);
  const columns = thinned(axes.layers.length, at.layers);
  const valueAt = (row: number, column: number): number | null => {
    const { value, index } = pairs[row * axes.layers.length + column]!;
    return index < 0 ? null : value;
  };
  return {
    objective: request.objective ?? "loss",
    width: rows.map((row) => axes.width[row]!),
    layers: columns.map((column) => axes.layers[column]!),
    values: rows.map((row) => columns.map((column) => valueAt(row, column))),
  };
}

function thinned(length: number, kept: number): number[] {
  if (length <= mostRows) return Array.from({ length }, (_, i) => i);
  const even = Array.from({ length: mostRows - 1 }, (_, i) =>
    Math.round((i * (length - 1)) / (mostRows - 2)),
  );
  return [...new Set([...even, kept])].sort((a, b) => a - b);
}
