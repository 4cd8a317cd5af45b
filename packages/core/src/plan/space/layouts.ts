import type { ParallelInput } from "../../spec/parallel.ts";

/** A layout to try. `strict`: tensor must divide kvHeads and pipeline layers as well, as the layouts of `auto` do. */
export interface Layout {
  readonly parallel: ParallelInput;
  readonly strict: boolean;
}

const autoShardings = ["none", "zero1", "zero3"] as const;

/**
 * Every layout of `count` devices in data × tensor × pipeline ranks, tensor within a node, under each sharding; context,
 * expert and interleave 1, no sequence parallelism. What must divide the shape is checked with the shape.
 *
 * @example
 * autoLayouts(2, 8).length // => 9: data 2, tensor 2 or pipeline 2, each with none, zero1 and zero3
 */
export function autoLayouts(count: number, perNode: number): Layout[] {
  const layouts: Layout[] = [];
  for (const tensor of divisors(count)) {
    if (tensor > perNode) break;
    for (const pipeline of divisors(count / tensor)) {
      for (const sharding of autoShardings) {
        layouts.push({
          parallel: plain(count / tensor / pipeline, tensor, pipeline, sharding),
          strict: true,
        });
      }
    }
  }
  return layouts;
}

function plain(
  data: number,
  tensor: number,
  pipeline: number,
  sharding: (typeof autoShardings)[number],
): ParallelInput {
  const ones = { context: 1, expert: 1, sharding, interleave: 1, sequenceParallel: false };
  return { data, tensor, pipeline, ...ones };
}

/** All divisors in rising order. */
function divisors(total: number): number[] {
  const low: number[] = [];
  const high: number[] = [];
  for (let d = 1; d * d <= total; d += 1) {
    if (total % d !== 0) continue;
    low.push(d);
    if (d * d !== total) high.unshift(total / d);
  }
  return [...low, ...high];
}
