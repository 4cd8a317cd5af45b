import type { Estimate } from "../estimate/types.ts";
import type { Bound } from "../time/part.ts";
import { formatPercent, formatSeconds } from "./format.ts";
import { assumptionText, partLabel, words } from "./names.ts";
import { remedyForMemory } from "./remedy.ts";

const causes: Readonly<Record<Bound, string>> = {
  compute: "arithmetic",
  memory: "memory traffic",
  launch: "launching kernels",
  network: "communication",
  bubble: "idle pipeline stages",
};

const remedies: Readonly<Record<Bound, string>> = {
  compute: "A lower precision, a smaller model or more devices would shorten it; faster memory would not.",
  memory:
    "Fewer memory copies would shorten it: fused kernels, flash attention, or a wider and shallower model of the same size.",
  launch: "Larger micro-batches or compiled kernels would shorten it; a faster device would not.",
  network: "Faster links, larger batches per device or less tensor parallelism would shorten it.",
  bubble: "More micro-batches a step (accumulation) or interleaved stages would shorten it.",
};

/**
 * Seconds of the step by what limits them, largest first.
 *
 * @example
 * secondsByBound(reply).map(({ bound }) => bound) // => ["compute", "launch", "memory", "network"]
 */
export function secondsByBound({ step }: Estimate): { readonly bound: Bound; readonly seconds: number }[] {
  const bounds = new Map<Bound, number>();
  for (const { bound, seconds } of step.parts) bounds.set(bound, (bounds.get(bound) ?? 0) + seconds);
  return [...bounds].map(([bound, seconds]) => ({ bound, seconds })).sort((a, b) => b.seconds - a.seconds);
}

/** The defaults that move an estimate most, first ones first. */
const weighty = [
  "training.tokens",
  "training.precision",
  "training.microBatchSequences",
  "training.accumulation",
  "software.kernels",
  "parallel.sharding",
  "training.recompute",
];

/**
 * One estimate in plain sentences: what dominates the step, what is assumed, what would change it.
 *
 * @example
 * explainEstimate(reply)[0] // => "Arithmetic takes 35% of a step of 31.6 ms, most of it matmul (29%); launching kernels takes 33%."
 */
export function explainEstimate(estimate: Estimate): string[] {
  return [dominant(estimate), assumed(estimate), change(estimate)].filter((each) => each !== "");
}

function dominant(estimate: Estimate): string {
  const [first, second] = secondsByBound(estimate);
  if (first === undefined) return "";
  const total = estimate.step.seconds.p50;
  const share = (seconds: number): string => formatPercent(total > 0 ? seconds / total : 0);
  const largest = [...estimate.step.parts]
    .filter((part) => part.bound === first.bound)
    .sort((a, b) => b.seconds - a.seconds);
  const main = largest[0]!;
  const other = largest.length > 1 && words(main.name) !== causes[first.bound];
  const most = other ? `, most of it ${partLabel(main.name)} (${share(main.seconds)})` : "";
  const then = second === undefined ? "" : `; ${causes[second.bound]} takes ${share(second.seconds)}`;
  return `${capital(causes[first.bound])} takes ${share(first.seconds)} of a step of ${formatSeconds(total)}${most}${then}.`;
}

function assumed({ assumed: all }: Estimate): string {
  if (all.length === 0) return "Nothing was assumed: the scenario says everything.";
  const heavy = weighty.flatMap((path) => all.filter((each) => each.path === path)).slice(0, 3);
  const count = all.length === 1 ? "One default was taken" : `${all.length} defaults were taken`;
  if (heavy.length === 0) return `${count}.`;
  return `${count}; those that weigh most: ${heavy.map(assumptionText).join(", ")}.`;
}

function change(estimate: Estimate): string {
  if (estimate.memory.fits === false) return `It does not fit. ${capital(remedyForMemory(estimate))}.`;
  const [first] = secondsByBound(estimate);
  return first === undefined ? "" : remedies[first.bound];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
