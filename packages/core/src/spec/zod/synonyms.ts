import { squeeze } from "./not-modelled.ts";

/**
 * What PyTorch, Megatron, DeepSpeed, Lightning and Hugging Face call the words of a field, squeezed and without `torch`: by
 * field, then by our word. Words that contain ours (`adamw_8bit`, `gelu_new`) are near it without being here. For hints only,
 * an input in these words stays refused.
 */
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  precision: {
    fp32: "float32 float single 32",
    fp16: "float16 half 16 16mixed",
    bf16: "bfloat16 amp autocast mixed",
    fp8: "float8 e4m3 e5m2 mxfp8",
  },
  mixedPrecision: { master: "o2", autocast: "amp o1", pure: "false no none off" },
  optimizer: { adamw: "fusedadam bertadam", sgd: "momentum", none: "false off" },
  recompute: {
    none: "false off no",
    selective: "coreattn attention",
    full: "true on all gradientcheckpointing activationcheckpointing checkpointing remat uniform block",
  },
  kernels: {
    unfused: "naive",
    library: "eager pytorch false",
    megatron: "nemo apex te transformerengine",
    compiled: "compile inductor xla jax jit fused true",
  },
  attention: {
    materialized: "eager math naive standard none unfused",
    flash: "sdpa scaleddotproductattention fa fa2 fa3 fa4 fused cudnn xformers memoryefficient",
  },
  optimizerKernels: { loop: "forloop eager naive", foreach: "multitensor", fused: "apex true" },
  sharding: {
    none: "ddp dp noshard zero0 stage0 false off no 0",
    zero1: "stage1 distributedoptimizer 1",
    zero2: "stage2 shardgradop 2",
    zero3: "stage3 fsdp fsdp2 fullyshard fullshard hsdp true 3",
  },
  norm: { layernorm: "ln", rmsnorm: "rms" },
  positions: { learned: "absolute", rope: "rotary", none: "nope false" },
  ffnKind: { relu2: "squaredrelu relusquared relu^2", swiglu: "silu swish" },
  objective: { seconds: "time speed", usd: "cost price money" },
};

/**
 * The word of `words` that another tool's word stands for; null where none is meant.
 *
 * @param field the field's own name, e.g. `sharding`
 * @example
 * synonymOf("sharding", "FSDP2", ["none", "zero1", "zero2", "zero3"]) // => "zero3"
 */
export function synonymOf(field: string, given: string, words: readonly string[]): string | null {
  const word = squeeze(given).replace(/^torch/, "");
  const table = Object.hasOwn(tables, field) ? tables[field]! : {};
  const isMeant = (ours: string) =>
    squeeze(ours) === word || (Object.hasOwn(table, ours) && table[ours]!.split(" ").includes(word));
  return words.find(isMeant) ?? null;
}
