/**
 * Fits the two constants of the memory model that nothing counts: bytes of a model-parallel communicator and the allocator's fragmentation.
 *
 *     node tooling/fit/memory-constants.ts
 *
 * Least mean over sources of the mean absolute relative error on packages/core/test/memory/published-runs.ts, on a grid;
 * runs of hand-written CUDA are left out (they have no caching allocator). Prints the best and the table of errors.
 */

import { modelCommunicators, outsideAllocator } from "../../packages/core/src/memory/framework.ts";
import { estimateMemory, memoryConstants } from "../../packages/core/src/memory/index.ts";
import { countParameters } from "../../packages/core/src/parameters/count.ts";
import { publishedPeak, publishedRuns } from "../../packages/core/test/memory/published-runs.ts";
import { scenario } from "../../packages/core/test/memory/scenario.ts";

const rows = publishedRuns
  .filter((run) => (run.kind === "device" || run.kind === "reserved") && !run.name.startsWith("llm.c"))
  .map((run) => {
    const resolved = scenario(run.case);
    const { parts } = estimateMemory(resolved, countParameters(resolved.model));
    const bytes = (name: string): number => parts.find((part) => part.name === name)?.bytes ?? 0;
    const transient = bytes("activations") + bytes("logits") + bytes("communication") + bytes("workspace");
    const states = bytes("weights") + bytes("gradients") + bytes("optimizer");
    return {
      run,
      transient,
      states,
      kinds: modelCommunicators(resolved),
      outside: outsideAllocator(resolved),
    };
  });

function score(communicator: number, fragmentation: number): number {
  const errors = new Map<string, number[]>();
  for (const { run, transient, states, kinds, outside: shipped } of rows) {
    const moved = kinds * (communicator - memoryConstants.modelCommunicatorBytes.value);
    const outside = run.kind === "device" ? shipped + moved : 0;
    const error = Math.abs((states + transient * (1 + fragmentation) + outside) / run.bytes - 1);
    const group = run.name.split(" ")[0] ?? "";
    errors.set(group, [...(errors.get(group) ?? []), error]);
  }
  const means = [...errors.values()].map((list) => list.reduce((sum, e) => sum + e, 0) / list.length);
  return means.reduce((sum, m) => sum + m, 0) / means.length;
}

let best = { communicator: 0, fragmentation: 0, error: Number.POSITIVE_INFINITY };
for (let communicator = 0; communicator <= 4e9; communicator += 0.1e9) {
  for (let fragmentation = 0; fragmentation <= 0.2; fragmentation += 0.005) {
    const error = score(communicator, fragmentation);
    if (error < best.error) best = { communicator, fragmentation, error };
  }
}
console.log(
  `best: communicator ${best.communicator.toPrecision(3)}, fragmentation ${best.fragmentation.toFixed(3)}, mean error ${(100 * best.error).toFixed(2)} %`,
);
console.log(
  `shipped: mean error ${(100 * score(memoryConstants.modelCommunicatorBytes.value, memoryConstants.fragmentation.value)).toFixed(2)} %`,
);
for (const { run } of rows) {
  const predicted = publishedPeak(run);
  console.log(
    `${run.name.padEnd(50)} ${(run.bytes / 1e9).toFixed(1)} ${(predicted / 1e9).toFixed(1)} ${(100 * (predicted / run.bytes - 1)).toFixed(1)} %`,
  );
}
