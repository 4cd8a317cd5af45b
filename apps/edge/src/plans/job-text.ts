import { type PlanGlimpse, type PlanPoints, planGlimpse, serialize } from "@wallclock/core";
import type { JobStore } from "./store.ts";

/** How far all parts are together. */
export function glimpseOf(parts: readonly PlanGlimpse[]): PlanGlimpse {
  const rejected: Record<string, number> = {};
  let [visited, best] = [0, { value: Number.POSITIVE_INFINITY, index: -1 }];
  for (const part of parts) {
    visited += part.visited;
    for (const [name, count] of Object.entries(part.rejected)) rejected[name] = (rejected[name] ?? 0) + count;
    if (part.best.index >= 0 && part.best.value < best.value) best = part.best;
  }
  return { visited, rejected, best };
}

/** The last answer given to those who ask again and again. */
const written = new WeakMap<JobStore, { readonly of: string; readonly text: string }>();

/**
 * A job as JSON. Its result is put in as the text that it is: an answer of megabytes is not read again for everyone who asks.
 *
 * @param space only asked for where a search is under way
 */
export function jobText(id: string, store: JobStore, space: () => PlanPoints): string {
  const { state, total, explored } = store.record()!;
  const seen = explored === null ? glimpseOf(store.progress()) : null;
  const head = { schema: "wallclock/plan-job/1", id, state, explored: explored ?? seen!.visited, total };
  const partial = seen === null ? store.text("partial") : partialOf(store, space, seen);
  const members = [
    `"partial":${memberOf(partial)}`,
    `"result":${memberOf(store.text("result"))}`,
    `"issues":${memberOf(store.text("issues"), "[]")}`,
    `"impossible":${memberOf(store.text("impossible"))}`,
  ];
  return `${serialize(head).slice(0, -2)},${members.join(",")}}\n`;
}

const memberOf = (text: string | null, none = "null"): string => text?.trimEnd() ?? none;

function partialOf(store: JobStore, space: () => PlanPoints, seen: PlanGlimpse): string | null {
  if (seen.best.index < 0) return null;
  const of = `${seen.visited} ${seen.best.index}`;
  const before = written.get(store);
  if (before?.of === of) return before.text;
  const reply = planGlimpse(space(), seen);
  if (reply === null) return null;
  const text = serialize(reply);
  written.set(store, { of, text });
  return text;
}
