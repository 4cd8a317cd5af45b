import { fail } from "../../errors/issue.ts";
import { lawOf } from "../../estimate/estimate-resolved.ts";
import type { LossSurface } from "../../loss/index.ts";
import type { MachineLookup } from "../../spec/machine.ts";
import { type MachineLike, resolveHardware } from "../../spec/resolve-hardware.ts";
import type { Assumption, Hardware } from "../../spec/resolved.ts";
import type { HardwareRef } from "../../spec/scenario.ts";
import type { PlanRequest } from "../request.ts";
import { type Axes, axesOf } from "./axes.ts";
import { autoLayouts, type Layout } from "./layouts.ts";

/** One of the request's machines, with the layouts to try on it. */
export interface Site {
  readonly ref: HardwareRef;
  readonly machine: MachineLike;
  readonly hardware: Hardware;
  readonly layouts: readonly Layout[];
  /** Families before this site's first, in the order of the space. */
  readonly firstFamily: number;
  /** Blocks before this site's first. */
  readonly firstBlock: number;
}

/**
 * The space as a product that is never written out. From the outside in: machine, width, headDim, ffnRatio, kvRatio,
 * ffnKind (together a block), layout, micro-batch, recompute (with them a family), layers, global batch.
 */
export interface Space {
  readonly request: PlanRequest;
  readonly axes: Axes;
  readonly law: LossSurface;
  readonly sites: readonly Site[];
  /** Blocks of one machine: shapes that differ in nothing but layers; a count. */
  readonly blocksPerSite: number;
  /** Families of all machines: points that differ in layers and batch alone. */
  readonly families: number;
  /** Layers × global batches. */
  readonly familyPoints: number;
  /** Families × familyPoints. */
  readonly points: number;
  readonly assumed: readonly Assumption[];
}

/** Points of a space at most: some ten minutes on two cores, and every point's number is exact. */
const mostPoints = 1e10;

/** Pairs of width and layers at most: the best of each is kept. */
const mostPairs = 1e6;

/**
 * Reads the space of a request: what varies, on which machines.
 *
 * @throws UserError for machines or laws that are none, links that are unknown; `space_too_large`
 * @example
 * planSpace(request, lookup).points // => 108
 */
export function spaceOf(request: PlanRequest, lookup: MachineLookup): Space {
  const axes = axesOf(request);
  const { law, assumed: lawAssumed } = lawOf(request);
  const blocksPerSite =
    axes.width.length *
    axes.headDim.length *
    axes.ffnRatio.length *
    axes.kvRatio.length *
    axes.ffnKind.length;
  const perLayout = axes.microBatch.length * axes.recompute.length;
  const sites: Site[] = [];
  let families = 0;
  for (const ref of distinct(request.hardware)) {
    const machine = lookup(ref);
    const { hardware } = resolveHardware(ref, machine);
    const layouts = layoutsOf(request, hardware);
    const firstBlock = sites.length * blocksPerSite;
    sites.push({ ref, machine, hardware, layouts, firstFamily: families, firstBlock });
    families += blocksPerSite * layouts.length * perLayout;
  }
  const familyPoints = axes.layers.length * axes.globalBatch.length;
  const points = families * familyPoints;
  checkSize(axes, points);
  const layoutAssumed =
    request.space?.parallel === undefined ? [{ path: "space.parallel", value: "auto" }] : [];
  const assumed = [...axes.assumed, ...layoutAssumed, ...lawAssumed];
  return { request, axes, law, sites, blocksPerSite, families, familyPoints, points, assumed };
}

function checkSize(axes: Axes, points: number): void {
  const { width, headDim, ffnRatio, kvRatio, layers, globalBatch, microBatch } = axes;
  const sizes = { width, headDim, ffnRatio, kvRatio, layers };
  const lengths = { ...sizes, globalBatchSequences: globalBatch, microBatchSequences: microBatch };
  const [first, second] = Object.entries(lengths)
    .map(([name, { length }]) => ({ name, length }))
    .sort((a, b) => b.length - a.length);
  const hint = `wider steps: space.${first!.name} has ${first!.length} values, space.${second!.name} ${second!.length}`;
  if (points > mostPoints) {
    const message = `the space has ${points.toExponential(1)} combinations, at most ${mostPoints.toExponential()} are searched`;
    fail("space_too_large", "space", message, hint);
  }
  if (width.length * layers.length > mostPairs) {
    const message = `the space has ${width.length * layers.length} pairs of width and layers, at most ${mostPairs} are kept`;
    fail("space_too_large", "space", message, hint);
  }
}

/** The machines of a request, each once. */
function distinct(hardware: PlanRequest["hardware"]): HardwareRef[] {
  const refs = Array.isArray(hardware) ? hardware : [hardware];
  const seen = new Set<string>();
  return refs.filter((ref) => {
    const key = JSON.stringify(ref);
    return !seen.has(key) && seen.add(key);
  });
}

function layoutsOf({ space }: PlanRequest, { count, perNode }: Hardware): readonly Layout[] {
  const given = space?.parallel ?? "auto";
  if (given === "auto") return autoLayouts(count, perNode);
  const seen = new Set<string>();
  return (Array.isArray(given) ? given : [given])
    .filter((parallel) => {
      const key = JSON.stringify(Object.entries(parallel).sort());
      return !seen.has(key) && seen.add(key);
    })
    .map((parallel) => ({ parallel, strict: false }));
}
