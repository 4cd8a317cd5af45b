import { blockOf } from "./family.ts";
import type { Space } from "./space.ts";

/** The dimensions of a space, each by the place of a value among its values; the machine apart. */
export interface Coordinates {
  readonly site: number;
  readonly width: number;
  readonly headDim: number;
  readonly ffnRatio: number;
  readonly kvRatio: number;
  readonly ffnKind: number;
  readonly parallel: number;
  readonly microBatchSequences: number;
  readonly recompute: number;
  readonly layers: number;
  readonly globalBatchSequences: number;
}

export type Dimension = Exclude<keyof Coordinates, "site">;

/** The dimensions of one machine from the outside in, as the points of a space are numbered. */
const order: readonly Dimension[] = [
  "width",
  "headDim",
  "ffnRatio",
  "kvRatio",
  "ffnKind",
  "parallel",
  "microBatchSequences",
  "recompute",
  "layers",
  "globalBatchSequences",
];

/** The values of a dimension; of `parallel` the layouts of a machine. */
export function valuesOf({ axes, sites }: Space, dimension: Dimension, site: number): readonly unknown[] {
  if (dimension === "parallel") return sites[site]!.layouts.map(({ parallel }) => parallel);
  if (dimension === "microBatchSequences") return axes.microBatch;
  return dimension === "globalBatchSequences" ? axes.globalBatch : axes[dimension];
}

/** The place of a point in each dimension. */
export function coordinatesAt(space: Space, index: number): Coordinates {
  const family = Math.floor(index / space.familyPoints);
  const site = Math.floor(blockOf(space, family) / space.blocksPerSite);
  let rest = index - space.sites[site]!.firstFamily * space.familyPoints;
  const places: Partial<Record<Dimension, number>> = {};
  for (const dimension of order.toReversed()) {
    const { length } = valuesOf(space, dimension, site);
    places[dimension] = rest % length;
    rest = Math.floor(rest / length);
  }
  return { site, ...(places as Record<Dimension, number>) };
}

/** The number of the point at some coordinates. */
export function indexAt(space: Space, at: Coordinates): number {
  let index = 0;
  for (const dimension of order) index = index * valuesOf(space, dimension, at.site).length + at[dimension];
  return space.sites[at.site]!.firstFamily * space.familyPoints + index;
}
