import { outsideAllocator } from "../../src/memory/framework.ts";
import { estimateMemory } from "../../src/memory/index.ts";
import { countParameters } from "../../src/parameters/count.ts";
import { megatronRuns } from "./published/megatron.ts";
import { otherRuns } from "./published/others.ts";
import type { PublishedRun } from "./published/published-run.ts";
import { torchtitanRuns } from "./published/torchtitan.ts";
import { scenario } from "./scenario.ts";

/** Every published peak the memory model is held against. */
export const publishedRuns: readonly PublishedRun[] = [...torchtitanRuns, ...megatronRuns, ...otherRuns];

/** What we predict for the kind of figure that was published, bytes. */
export function publishedPeak(run: PublishedRun): number {
  const resolved = scenario(run.case);
  const { bytesPerDevice, parts } = estimateMemory(resolved, countParameters(resolved.model));
  const bytes = (name: string): number => parts.find((part) => part.name === name)?.bytes ?? 0;
  if (run.kind === "activations") return bytes("activations");
  if (run.kind === "states") return bytes("weights") + bytes("gradients") + bytes("optimizer");
  if (run.kind === "allocated") return bytesPerDevice - bytes("framework");
  if (run.kind === "reserved") return bytesPerDevice - outsideAllocator(resolved);
  return bytesPerDevice;
}
