import { squeeze } from "./not-modelled.ts";

/**
 * What PyTorch, Megatron, DeepSpeed, Lightning and Hugging Face call the words of a field, in squeezed spelling: by field,
 * then by our word. For hints only, an input in these words stays refused.
 */
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  precision: {
    fp32: "float32 float single f32 torchfloat32 32 32true",
    tf32: "tensorfloat32 tensorfloat",
    fp16: "float16 half f16 torchfloat16 torchhalf 16 16mixed 16true",
    bf16: "bfloat16 bfloat torchbfloat16 amp autocast mixed bf16mixed bf16true",
    fp8: "float8 e4m3 e5m2 float8e4m3fn float8e5m2 mxfp8 transformerengine",
  },
  mixedPrecision: {
    master: "o2 deepspeed megatron",
    autocast: "amp o1 accelerate bf16 fp16 fp8",
    pure: "false no none off o0 o3",
  },
  optimizer: {
    adamw: "adamwtorch adamwhf adamw8bit pagedadamw adamwbnb8bit fusedadam fusedadamw bertadam",
    adam: "adam8bit torchadam cpuadam",
    sgd: "momentum nesterov",
    none: "false no off inference",
  },
  recompute: {
    none: "false no off never",
    selective: "coreattn coreattention attention selectivecheckpointing selectiveac sac",
    full: "true yes on all always gradientcheckpointing activationcheckpointing checkpointing checkpoint remat uniform block",
  },
  kernels: {
    unfused: "naive handwritten",
    library: "eager pytorch torch false",
    megatron: "megatronlm megatroncore nemo apex te transformerengine",
    compiled: "torchcompile compile inductor torchinductor xla jax jit fused triton true",
  },
  attention: {
    materialized: "eager math naive standard vanilla full none unfused",
    flash:
      "sdpa torchsdpa scaleddotproductattention flashattention flashattention2 flashattention3 flashattn fa fa2 fa3 fa4 flex flexattention fused cudnn xformers memefficient memoryefficient efficient",
  },
  optimizerKernels: {
    loop: "forloop singletensor eager naive",
    foreach: "multitensor",
    fused: "apex multitensorapply true",
  },
  sharding: {
    none: "ddp dp dataparallel distributeddataparallel noshard zero0 stage0 zerostage0 replicate false off no 0",
    zero1: "zero zerostage1 stage1 distributedoptimizer optimizer os 1",
    zero2: "zerostage2 stage2 shardgradop gradients 2",
    zero3: "zerostage3 stage3 fsdp fsdp1 fsdp2 fullyshard fullshard hsdp hybridshard deepspeed true 3",
  },
  norm: { layernorm: "ln layernorm1p", rmsnorm: "rms t5layernorm" },
  positions: {
    learned: "absolute learnedabsolute wpe",
    rope: "rotary rotaryembedding rotaryembeddings yarn",
    none: "nope no off false",
  },
  ffnKind: {
    gelu: "gelunew gelufast gelupytorchtanh gelutanh quickgelu approximategelu",
    relu2: "squaredrelu relusquared sqrelu relu^2",
    swiglu: "silu swish glu",
    geglu: "gegelu geluglu",
  },
  objective: {
    loss: "quality perplexity nats",
    seconds: "time speed duration hours",
    usd: "cost price money dollars",
  },
  pass: {
    "train-step": "train training step",
    "forward-backward": "fwdbwd fwd+bwd forward+backward",
    forward: "fwd inference prefill",
  },
};

/**
 * The word of `words` that another tool's word stands for; null where none is meant.
 *
 * @param field the field's own name, e.g. `sharding`
 * @example
 * synonymOf("sharding", "FSDP2", ["none", "zero1", "zero2", "zero3"]) // => "zero3"
 */
export function synonymOf(field: string, given: string, words: readonly string[]): string | null {
  const word = squeeze(given);
  const table = Object.hasOwn(tables, field) ? tables[field]! : {};
  const isMeant = (ours: string) =>
    squeeze(ours) === word || (Object.hasOwn(table, ours) && table[ours]!.split(" ").includes(word));
  return words.find(isMeant) ?? null;
}
