import type { ModelInput } from "../../../src/spec/model.ts";
import type { Case } from "../scenario.ts";
import { gib, gpt, mib, type PublishedRun } from "./published-run.ts";

/** `max allocated` of Megatron on 8 A100 with its distributed optimizer, no dropout. */
function allocated(): PublishedRun[] {
  const source = "SeunghyunSEO/Megatron-LM moe_exp/README.md @026f2da";
  const shape = { layers: 24, width: 512, heads: 4, kvHeads: 1, headDim: 128, ffn: 1792, vocab: 128_256 };
  const dense: ModelInput = { ...shape, ffnKind: "swiglu" };
  const run = (name: string, value: number, given: Case): PublishedRun => ({
    name: `allocated ${name}`,
    source,
    kind: "allocated",
    bytes: value * mib,
    case: {
      ...given,
      training: { microBatchSequences: 8, contextLength: 2048 },
      software: { kernels: "megatron" },
    },
  });
  const moe: ModelInput = { ...dense, moe: { experts: 64, active: 1, ffn: 1792 } };
  return [
    run("dense", 20_561, { model: dense, parallel: { data: 8, sharding: "zero1" } }),
    run("64 experts over 4", 33_742, { model: moe, parallel: { data: 8, expert: 4, sharding: "zero1" } }),
  ];
}

/** The authors' own figures of states and activations in GiB; those above 80 GiB can't have been measured. */
function korthikanti(): PublishedRun[] {
  const source =
    "Korthikanti et al. 2022 (arXiv 2205.05198), figure 1, as read by calculon-ai/calculon calculon/llm/validation.py @caa4b11";
  const rows = [
    {
      name: "22B",
      layers: 48,
      width: 6144,
      heads: 64,
      parallel: { pipeline: 1, interleave: 1 },
      batch: [4, 1],
      gib: [45.5625, 59.25, 9.5625],
    },
    {
      name: "175B",
      layers: 96,
      width: 12_288,
      heads: 96,
      parallel: { pipeline: 8, interleave: 3 },
      batch: [1, 64],
      gib: [45.5625, 66.84375, 12.3515625],
    },
    {
      name: "530B",
      layers: 105,
      width: 20_480,
      heads: 128,
      parallel: { pipeline: 35, interleave: 3 },
      batch: [1, 280],
      gib: [31.640625, 114.0234375, 23.076171875],
    },
    {
      name: "1T",
      layers: 128,
      width: 25_600,
      heads: 160,
      parallel: { pipeline: 64, interleave: 1 },
      batch: [1, 512],
      gib: [32.958984375, 131.25, 26.5625],
    },
  ];
  return rows.flatMap(
    ({ name, layers, width, heads, parallel, batch, gib: [states = 0, plain = 0, selective = 0] }) => {
      const [microBatchSequences = 1, accumulation = 1] = batch;
      const given: Case = {
        model: { ...gpt(layers, width, heads, 2048), vocab: 51_200 },
        training: { microBatchSequences, accumulation, contextLength: 2048, precision: "fp16" },
        software: { kernels: "megatron", attention: "materialized" },
        parallel: { ...parallel, tensor: 8 },
      };
      const saved: Case = {
        ...given,
        training: { ...given.training, recompute: "selective" },
        parallel: { ...given.parallel, sequenceParallel: true },
      };
      const run = (what: string, kind: "states" | "activations", value: number, of: Case): PublishedRun => ({
        name: `figure 1 ${name} ${what}`,
        source,
        kind,
        bytes: value * gib,
        case: of,
      });
      return [
        run("states", "states", states, given),
        run("activations", "activations", plain, given),
        run("activations, sequence parallel and selective", "activations", selective, saved),
      ];
    },
  );
}

/** BERT-large with a classifier on sequences of 512, V100 16 GB, CUDA 11.2. */
function huggingFace(): PublishedRun[] {
  const source = "huggingface/transformers docs/source/en/perf_train_gpu_one.mdx @0016acf";
  const model: ModelInput = { ...gpt(24, 1024, 16, 512), vocab: 30_522, causal: false, logitShare: 0 };
  const software = { kernels: "library", attention: "materialized", optimizerKernels: "loop" } as const;
  const run = (name: string, value: number, training: NonNullable<Case["training"]>): PublishedRun => ({
    name: `BERT-large ${name}`,
    source,
    kind: "device",
    bytes: value * mib,
    case: {
      model,
      software,
      training: { contextLength: 512, precision: "fp32", mixedPrecision: "pure", ...training },
    },
  });
  const half = { precision: "fp16", mixedPrecision: "autocast" } as const;
  const small = { accumulation: 4, recompute: "full" } as const;
  return [
    run("batch 4", 14_949, { microBatchSequences: 4 }),
    run("batch 1", 8681, { accumulation: 4 }),
    run("batch 1 full recompute", 6775, small),
    run("fp16 batch 4", 13_939, { ...half, microBatchSequences: 4 }),
    run("fp16 batch 1 full recompute", 7275, { ...half, ...small }),
    run("Adafactor batch 4", 12_295, { microBatchSequences: 4, optimizer: "adafactor" }),
    run("Adafactor fp16 batch 1 full recompute", 4847, { ...half, ...small, optimizer: "adafactor" }),
  ];
}

/** llm.c's report of the device's memory once all is allocated; its -r 1 recomputes GELU. */
function llmC(): PublishedRun[] {
  const source = "logs of karpathy/llm.c train_gpt2.cu on an A800 and an RTX 3060";
  const run = (sequences: number, value: number): PublishedRun => ({
    name: `llm.c 124M batch ${sequences}`,
    source,
    kind: "device",
    bytes: value * mib,
    case: { model: gpt(12, 768, 12), training: { microBatchSequences: sequences } },
  });
  return [run(56, 21_315), run(4, 3511)];
}

export const otherRuns: readonly PublishedRun[] = [
  ...allocated(),
  ...korthikanti(),
  ...huggingFace(),
  ...llmC(),
];
