import type { Estimate } from "../estimate/types.ts";
import type { Scenario } from "../spec/scenario.ts";
import { fieldOf, partLabel } from "./names.ts";

type Field = (path: string) => unknown;

/**
 * What to try where a run does not fit, by what fills the device most. It promises nothing: none of it was evaluated.
 * What the scenario and the defaults do not tell is left out.
 *
 * @example
 * remedyForMemory(estimate) // => "largest: activations; to try: --recompute full, --micro-batch-sequences 4"
 */
export function remedyForMemory(estimate: Estimate, scenario?: Scenario): string {
  const field: Field = (path) => fieldOf(estimate, scenario, path);
  const [largest] = [...estimate.memory.parts].sort((a, b) => b.bytes - a.bytes);
  if (largest === undefined) return "to try: a device with more memory";
  const ofBatch = [...lessActivations(estimate, field), ...lessBatch(field)];
  const [state, ...states] = lessState(estimate, field);
  const first = state === undefined ? [] : [state];
  const tries = isState.test(largest.name)
    ? [...first, ...ofBatch, ...states]
    : [...ofBatch, ...first, ...states];
  const tail = tries.length === 0 ? "a device with more memory" : tries.slice(0, 3).join(", ");
  return `largest: ${partLabel(largest.name)}; to try: ${tail}`;
}

const isState = /weight|gradient|optimizer|master/;

/** The share of what is needed that parts take. */
function share({ memory }: Estimate, which: RegExp): number {
  const own = memory.parts.filter((part) => which.test(part.name));
  return own.reduce((sum, part) => sum + part.bytes, 0) / memory.bytesPerDevice;
}

/** Less is not worth a try. */
const worthwhile = 0.1;

function lessActivations(estimate: Estimate, field: Field): string[] {
  const known = field("training.recompute");
  const can = known !== undefined && known !== "full";
  return can && share(estimate, /^activations$/) >= worthwhile ? ["--recompute full"] : [];
}

/** A micro-batch's largest divisor below it, so that the batch of a step stays whole. */
function lessBatch(field: Field): string[] {
  const size = field("training.microBatchSequences");
  if (typeof size !== "number" || !Number.isInteger(size) || size < 2) return [];
  const divisors = Array.from({ length: Math.min(64, size - 1) }, (_, index) => index + 2);
  const by = divisors.find((each) => size % each === 0) ?? size;
  return [`--micro-batch-sequences ${size / by}`];
}

/** States are shared by data and context ranks, and split by tensor and pipeline ranks. */
function lessState(estimate: Estimate, field: Field): string[] {
  if (share(estimate, isState) < worthwhile) return [];
  const devices = Math.round((estimate.run.deviceHours * 3600) / estimate.run.seconds.p50);
  if (devices < 2) return ["several devices with --sharding zero3 or one with more memory"];
  const ranks = Number(field("parallel.data")) * Number(field("parallel.context") ?? 1);
  const sharding = field("parallel.sharding");
  const shards = ranks >= 2 && sharding !== undefined && sharding !== "zero3";
  return [
    ...(shards ? ["--sharding zero3"] : []),
    "tensor or pipeline parallelism",
    ...(sharding === "zero3" ? ["more devices"] : []),
  ];
}
