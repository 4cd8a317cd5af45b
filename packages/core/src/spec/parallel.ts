import { once } from "@wallclock/hardware/schema";
import * as z from "zod";
import { positiveInteger } from "./model.ts";

export const shardings = ["none", "zero1", "zero2", "zero3"] as const;
export type Sharding = (typeof shardings)[number];

/** How the model and the batch are spread over the devices. */
export const parallelSchema = /* @__PURE__ */ once(() =>
  z
    .strictObject({
      data: positiveInteger().optional().describe("data-parallel ranks"),
      tensor: positiveInteger().optional().describe("tensor-parallel ranks"),
      pipeline: positiveInteger().optional().describe("pipeline stages"),
      context: positiveInteger().optional().describe("context-parallel ranks"),
      expert: positiveInteger().optional().describe("expert-parallel ranks, taken from data × context"),
      sharding: z
        .enum(shardings)
        .optional()
        .describe("what data-parallel ranks shard: ZeRO 1, 2 or 3 (FSDP)"),
      interleave: positiveInteger().optional().describe("model chunks a pipeline stage holds"),
      sequenceParallel: z
        .boolean()
        .optional()
        .describe("activations between tensor-parallel regions sharded by sequence"),
      asyncTensor: z.boolean().optional().describe("tensor-parallel communication overlapped with matmuls"),
      shardingGroup: positiveInteger()
        .nullable()
        .optional()
        .describe("ranks that share optimizer state; all data ranks by default"),
    })
    .meta({ id: "Parallel", description: "The parallel layout." }),
);

export type ParallelInput = z.infer<ReturnType<typeof parallelSchema>>;

/** A layout with every field decided. */
export interface Parallel {
  readonly data: number;
  readonly tensor: number;
  readonly pipeline: number;
  readonly context: number;
  readonly expert: number;
  readonly sharding: Sharding;
  readonly interleave: number;
  readonly sequenceParallel: boolean;
  readonly asyncTensor: boolean;
  readonly shardingGroup: number;
}

/**
 * Ranks that share optimizer state: `shardingGroup` data ranks times all context ranks, as Megatron's distributed optimizer
 * and FSDP do (torchtitan's peaks stay the same from FSDP 8 x CP 1 to FSDP 1 x CP 8).
 */
export function stateRanks({ sharding, shardingGroup, context }: Parallel): number {
  return sharding === "none" ? 1 : shardingGroup * context;
}

/** Of the ranks that share optimizer state those that hold the same experts: expert ranks are taken from each sharding group. */
export function expertStateRanks(parallel: Parallel): number {
  return Math.max(1, stateRanks(parallel) / parallel.expert);
}
