/** A number the model was given, not derived: where it comes from and what kind of knowledge it is. */
export interface Constant {
  readonly value: number;
  readonly kind: "measured" | "documented" | "fitted" | "assumed";
  readonly source: string;
}

/**
 * Every number of the memory model that is not counted from tensors. The published peaks are those of
 * validation/memory.csv, each with its source; the command is `node tooling/fit/memory-constants.ts`.
 */
export const memoryConstants = {
  contextBytes: {
    value: 1.3e9,
    kind: "measured",
    source:
      "CUDA context and kernels: 1343 MiB on a V100 with CUDA 11.2 (huggingface/transformers docs/source/en/model_memory_anatomy.md); lazy loading since CUDA 11.7 needs less, cuBLAS and cuDNN workspaces more",
  },
  communicatorBytes: {
    value: 0.5e9,
    kind: "measured",
    source:
      "GPT-2 XL on 1 and on 4 data-parallel H100: 33.3 and 33.8, 78.5 and 79.0 thousand MiB (vuiseng9/megatron-tutorials 01-dp-zero2.md @0b2c030); tensor, pipeline and context parallelism are taken to need as much each, and fitted they would ask for less",
  },
  eagerFragmentation: {
    value: 0.2,
    kind: "fitted",
    source:
      "what the caching allocator holds beyond live tensors, as a share of what comes and goes in a step, where operations are issued one by one; node tooling/fit/memory-constants.ts on the published peaks",
  },
  compiledFragmentation: {
    value: 0.04,
    kind: "fitted",
    source:
      "the same where a compiler or a programmer lays out the memory of many operations at once; node tooling/fit/memory-constants.ts",
  },
  bucketElements: {
    value: 5e8,
    kind: "documented",
    source: "DeepSpeed's default reduce_bucket_size (deepspeedai/DeepSpeed docs/_pages/config-json.md)",
  },
  apexBucketElements: {
    value: 1e7,
    kind: "documented",
    source:
      "apex.parallel.DistributedDataParallel's default message_size (NVIDIA/apex apex/parallel/distributed.py)",
  },
  tightShare: {
    value: 0.1,
    kind: "assumed",
    source: "twice the mean error on the published peaks: nearer to the capacity than this, fits is a guess",
  },
} as const satisfies Record<string, Constant>;
