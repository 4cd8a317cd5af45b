import type { DeviceFacts } from "@wallclock/hardware/schema";
import type { ModelInput } from "../../src/spec/model.ts";
import type { Parallel } from "../../src/spec/parallel.ts";
import { resolveModel } from "../../src/spec/resolve-model.ts";
import type { Resolved, Software, Training } from "../../src/spec/resolved.ts";

/** A resolved scenario in few words; what is not said: bf16 with masters, AdamW, compiled, flash, one device of 80 GB. */
export interface Case {
  readonly model: ModelInput;
  readonly training?: Partial<Training>;
  readonly software?: Partial<Software>;
  readonly parallel?: Partial<Parallel>;
  readonly capacityBytes?: number | null;
}

export function scenario({ model, training, software, parallel, capacityBytes = 80e9 }: Case): Resolved {
  const layout: Parallel = {
    data: 1,
    tensor: 1,
    pipeline: 1,
    context: 1,
    expert: 1,
    sharding: "none",
    interleave: 1,
    sequenceParallel: false,
    asyncTensor: false,
    shardingGroup: parallel?.data ?? 1,
    ...parallel,
  };
  const microBatchSequences = training?.microBatchSequences ?? 1;
  const accumulation = training?.accumulation ?? 1;
  return {
    id: null,
    model: resolveModel(model).model,
    training: {
      contextLength: 1024,
      tokens: 1e9,
      globalBatchSequences: microBatchSequences * accumulation * layout.data,
      microBatchSequences,
      accumulation,
      precision: "bf16",
      mixedPrecision: "master",
      optimizer: "adamw",
      recompute: "none",
      uniqueTokens: null,
      bytesPerToken: null,
      criticalBatchTokens: null,
      overheadShare: 0,
      ...training,
    },
    software: { kernels: "compiled", attention: "flash", optimizerKernels: "fused", year: 2023, ...software },
    parallel: layout,
    hardware: {
      device: { memoryCapacityBytes: capacityBytes } as DeviceFacts,
      count: layout.data * layout.tensor * layout.pipeline * layout.context,
      perNode: 8,
      intraNodeBytesPerSecond: null,
      intraNodeIsHostLink: false,
      fabricDomain: null,
      peerToPeer: true,
      interNodeBytesPerSecond: null,
      hostYear: null,
      usdPerDeviceHour: null,
    },
    budget: null,
    assumed: [],
    notes: [],
  };
}
