/** A number the model was given, not derived: where it comes from and what kind of knowledge it is. */
export interface Constant {
  readonly value: number;
  readonly kind: "measured" | "documented" | "fitted" | "assumed";
  readonly source: string;
}

/**
 * Every number of the memory model that is not counted from tensors. The published peaks are those of
 * test/memory/published-runs.ts, each with its source; the command is `node tooling/fit/memory-constants.ts`.
 */
export const memoryConstants = {
  contextBytes: {
    value: 1.3e9,
    kind: "measured",
    source:
      "CUDA context and kernels: 1343 MiB on a V100 with CUDA 11.2 (huggingface/transformers docs/source/en/model_memory_anatomy.md); lazy loading since CUDA 11.7 needs less, cuBLAS and cuDNN workspaces more",
  },
  dataCommunicatorBytes: {
    value: 0.5e9,
    kind: "measured",
    source:
      "GPT-2 XL on 1 and on 4 data-parallel H100: 33.3 and 33.8, 78.5 and 79.0 thousand MiB (vuiseng9/megatron-tutorials 01-dp-zero2.md @0b2c030)",
  },
  modelCommunicatorBytes: {
    value: 2.3e9,
    kind: "fitted",
    source:
      "each of tensor, pipeline and context parallelism in use: NCCL's buffers and memory that several streams cannot share; node tooling/fit/memory-constants.ts on the published peaks, given the fragmentation",
  },
  fragmentation: {
    value: 0.055,
    kind: "fitted",
    source:
      "what the caching allocator holds but cannot hand out, as a share of what comes and goes in a step: the published peaks alone ask for 0.13 (mean error 4.7 % against 5.7 %), but an allocator near its limit gives memory back, and 0.10 would call 34 more of 734 measured training runs too large for the devices they ran on (Lambda's and llm-foundry's largest batches)",
  },
  bucketElements: {
    value: 5e8,
    kind: "documented",
    source: "DeepSpeed's default reduce_bucket_size (deepspeedai/DeepSpeed docs/_pages/config-json.md)",
  },
  tightShare: {
    value: 0.1,
    kind: "assumed",
    source: "twice the mean error on the published peaks: nearer to the capacity than this, fits is a guess",
  },
} as const satisfies Record<string, Constant>;
