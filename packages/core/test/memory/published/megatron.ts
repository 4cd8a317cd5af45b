import type { Case } from "../scenario.ts";
import { gpt, mib, type PublishedRun } from "./published-run.ts";

/**
 * Megatron-Core with Transformer Engine on H100 80 GB: tables in 01-dp-zero2.md to 05-ep-moe.md, "GB" being thousands of the
 * MiB that gpustat shows (33321 MiB is printed as 33.3).
 */
const source = "vuiseng9/megatron-tutorials @0b2c030";

function run(name: string, thousandMib: number, given: Omit<Case, "software">): PublishedRun {
  return {
    name: `megatron ${name}`,
    source,
    kind: "device",
    bytes: thousandMib * 1000 * mib,
    case: { ...given, software: { kernels: "megatron" } },
  };
}

const xl = gpt(48, 1600, 25);

/** 01: GPT-2 XL, sequences of 1024; its ZeRO is Megatron's distributed optimizer, which shards what ZeRO-1 shards. */
function data(): PublishedRun[] {
  const rows: [data: number, sequences: number, zero: boolean, memory: number][] = [
    [1, 1, false, 33.3],
    [4, 1, false, 33.8],
    [1, 15, false, 78.5],
    [4, 15, false, 79.0],
    [8, 15, false, 79.2],
    [2, 16, true, 74.9],
    [4, 16, true, 67.5],
    [8, 16, true, 64.5],
    [8, 21, true, 80.3],
  ];
  const runs = rows.map(([ranks, sequences, zero, memory]) =>
    run(`XL data ${ranks} batch ${sequences}${zero ? " zero" : ""}`, memory, {
      model: xl,
      training: { microBatchSequences: sequences },
      parallel: { data: ranks, sharding: zero ? "zero1" : "none" },
    }),
  );
  const longer = {
    model: gpt(62, 1600, 25),
    training: { microBatchSequences: 16 },
    parallel: { data: 8, sharding: "zero1" },
  } as const;
  return [...runs, run("XL with 62 layers data 8 batch 16 zero", 79.8, longer)];
}

const models = [gpt(40, 1536, 16), gpt(54, 1920, 20), gpt(64, 2304, 24), gpt(72, 3072, 32)] as const;

/** 02: weak and strong scaling over tensor ranks, micro-batches of 8 and 20; sequence parallelism and recompute at 22B. */
function tensor(): PublishedRun[] {
  const rows: [model: (typeof models)[number], size: string, tensor: number, of8: number, of20: number][] = [
    [models[0], "1.2B", 1, 43.5, 78.1],
    [models[1], "2.5B", 2, 46.8, 77.7],
    [models[2], "4.2B", 4, 42.6, 72.1],
    [models[3], "8.3B", 8, 46.4, 80.6],
    [models[0], "1.2B", 2, 27.6, 46.5],
    [models[0], "1.2B", 4, 17.2, 30.9],
    [models[0], "1.2B", 8, 13.3, 23.3],
  ];
  const runs = rows.flatMap(([model, size, ranks, of8, of20]) =>
    [[8, of8] as const, [20, of20] as const].map(([sequences, memory]) =>
      run(`${size} tensor ${ranks} batch ${sequences}`, memory, {
        model,
        training: { microBatchSequences: sequences },
        parallel: { tensor: ranks },
      }),
    ),
  );
  const model = gpt(48, 6144, 64, 2048);
  const training = { microBatchSequences: 4, contextLength: 2048 } as const;
  return [
    ...runs,
    run("22B tensor 8 sequence parallel", 62.0, {
      model,
      training,
      parallel: { tensor: 8, sequenceParallel: true },
    }),
    run("22B tensor 8 full recompute", 57.6, {
      model,
      training: { ...training, recompute: "full" },
      parallel: { tensor: 8 },
    }),
  ];
}

/** 03: GPT-2 1.2B, eight sequences; all-gather, or the ring at the ranks where only it was measured. */
function context(): PublishedRun[] {
  const rows: [context: number, length: number, memory: number][] = [
    [2, 4096, 69],
    [4, 4096, 49],
    [8, 4096, 36],
    [8, 16_384, 68],
  ];
  const at = (length: number) => ({
    model: gpt(40, 1536, 16, length),
    training: { microBatchSequences: 8, contextLength: length },
  });
  const { model, training } = at(4096);
  return [
    ...rows.map(([ranks, length, memory]) =>
      run(`1.2B context ${ranks} length ${length}`, memory, { ...at(length), parallel: { context: ranks } }),
    ),
    run("1.2B length 4096 full recompute", 38, { model, training: { ...training, recompute: "full" } }),
  ];
}

/**
 * 04: GPT-2 8.3B, 32 sequences a step. The row of one micro-batch (57) is left out: it was read on a first stage, and the
 * last holds the logits of all 32.
 */
function pipeline(): PublishedRun[] {
  const model = models[3];
  const rows: [microBatches: number, chunks: number, memory: number][] = [
    [2, 1, 56],
    [4, 1, 57],
    [8, 1, 55],
    [16, 1, 40],
    [32, 1, 33],
    [8, 3, 57],
    [8, 9, 55],
  ];
  const mixed: [chunks: number, memory: number][] = [
    [1, 55],
    [2, 56],
    [3, 56],
    [6, 56],
    [9, 55],
    [18, 55],
  ];
  const training = { microBatchSequences: 8, accumulation: 4 };
  return [
    ...rows.map(([m, chunks, memory]) =>
      run(`8.3B pipeline 8 of ${m} chunks ${chunks}`, memory, {
        model,
        training: { microBatchSequences: 32 / m, accumulation: m },
        parallel: { pipeline: 8, interleave: chunks },
      }),
    ),
    run("8.3B tensor 8 sequence parallel batch 32", 53, {
      model,
      training: { microBatchSequences: 32 },
      parallel: { tensor: 8, sequenceParallel: true },
    }),
    ...mixed.map(([chunks, memory]) =>
      run(`8.3B tensor 2 pipeline 4 chunks ${chunks}`, memory, {
        model,
        training,
        parallel: { tensor: 2, sequenceParallel: true, pipeline: 4, interleave: chunks },
      }),
    ),
  ];
}

/** 05: OLMoE's shape with GELU, eight of E experts active, eight data ranks. */
function experts(): PublishedRun[] {
  const rows: [experts: number, ranks: number, zero: boolean, memory: number][] = [
    [64, 1, false, 70],
    [64, 1, true, 48],
    [64, 8, true, 43],
    [128, 1, true, 64],
    [128, 8, true, 49],
    [256, 8, true, 57],
  ];
  return rows.map(([count, ranks, zero, memory]) =>
    run(`${count} experts over ${ranks}${zero ? " zero" : ""}`, memory, {
      model: { ...gpt(16, 1024, 16, 4096), bias: false, moe: { experts: count, active: 8, ffn: 1024 } },
      training: { microBatchSequences: 4, contextLength: 4096 },
      parallel: { data: 8, expert: ranks, sharding: zero ? "zero1" : "none" },
    }),
  );
}

export const megatronRuns: readonly PublishedRun[] = [
  ...data(),
  ...tensor(),
  ...context(),
  ...pipeline(),
  ...experts(),
];
