import type { PlanProgress, PlanSearch } from "@wallclock/core";

/** A search is advanced for about so long at a time, then asks whether it is to go on. */
const sliceMs = 40;
const firstSlice = 2000;

/**
 * Advances a search to its end, or until it is told to stop.
 *
 * @param each called after every slice with how far it is; false ends the search
 */
export async function drive(
  search: PlanSearch,
  each: (progress: PlanProgress) => Promise<boolean> | boolean,
): Promise<void> {
  let slice = firstSlice;
  for (;;) {
    const before = performance.now();
    const progress = search.advance(slice);
    const took = performance.now() - before;
    if (!(await each(progress)) || progress.done) return;
    const factor = Math.min(4, sliceMs / Math.max(took, 1));
    slice = Math.max(1, Math.round(slice * factor));
  }
}

/** Lets signals and timers have their turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
