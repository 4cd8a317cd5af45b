import { fail, type PlanPoints, type PlanRequest } from "@wallclock/core";

/** Combinations of the listed dimensions that a space may have at all, in one request and in a job. */
export const mostListed = { request: 10_000_000, job: 100_000_000 } as const;

/** Combinations that a job may search; some minutes. */
export const mostPoints = mostListed.job;

/** Machines × widths × head dimensions × … of a job: each costs as much as some sixty combinations. */
const mostShapes = 2_000_000;

/** Pairs of width and layers of a job: every part of it keeps the best of each. */
const mostPairs = 100_000;

/** Combinations of layers and global batches: a part cannot be smaller. */
const mostFamilyPoints = 10_000_000;

/** Work of one part in combinations, and what a family and a shape cost in them: about a second, measured. */
const partWork = 1_000_000;
const familyWork = 5;
const shapeWork = 60;

/** Refuses spaces that would not fit in a Worker, before any of it is laid out. @throws UserError `space_too_large` */
export function checkListed({ space = {} }: PlanRequest, most: number, hint: string): void {
  const sizes = Object.values(space).map((values) =>
    Array.isArray(values) ? values.length : rangeSize(values),
  );
  const combinations = sizes.reduce((product, size) => product * Math.max(1, size), 1);
  if (combinations <= most) return;
  const message = `the space has ${combinations} combinations of its lists and ranges, at most ${most} here`;
  fail("space_too_large", "space", message, hint);
}

function rangeSize(values: unknown): number {
  if (typeof values !== "object" || values === null || !("min" in values)) return 1;
  const { min, max, step = 1 } = values as { min: number; max: number; step?: number };
  return Math.floor((max - min) / step) + 1;
}

/** Refuses spaces that are more than one job. @throws UserError `space_too_large` */
export function checkJob(space: PlanPoints): void {
  const { axes, points, familyPoints } = space;
  const limits: [count: number, most: number, what: string][] = [
    [points, mostPoints, "combinations"],
    [shapesOf(space), mostShapes, "shapes (machines, widths and what goes with a width)"],
    [axes.width.length * axes.layers.length, mostPairs, "pairs of width and layers"],
    [familyPoints, mostFamilyPoints, "pairs of layers and global batch"],
  ];
  for (const [count, most, what] of limits) {
    if (count <= most) continue;
    const message = `the space has ${count} ${what}, a job at most ${most}`;
    fail("space_too_large", "space", message, "larger steps, or the command line");
  }
}

const shapesOf = ({ sites, blocksPerSite }: PlanPoints): number => sites.length * blocksPerSite;

/**
 * Into how many parts a job is divided. No part takes longer than a fraction of the CPU time that the platform gives it; the
 * answer does not depend on them.
 */
export function partsOf(space: PlanPoints): number {
  const work = space.points + familyWork * space.families + shapeWork * shapesOf(space);
  return Math.max(1, Math.ceil(work / partWork));
}
