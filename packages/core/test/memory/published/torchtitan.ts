import type { ModelInput } from "../../../src/spec/model.ts";
import type { Case } from "../scenario.ts";
import { gib, type PublishedRun } from "./published-run.ts";

const h100 = "pytorch/torchtitan benchmarks/llama3_h100_202412_torchtitan.md @b5bcd76, tables 1 to 6";
const h200 = "pytorch/torchtitan benchmarks/llama3-8b_h200_202506_trainy-whitefiber.md @b5bcd76";

function llama(layers: number, width: number, heads: number, ffn: number): ModelInput {
  return { layers, width, heads, kvHeads: 8, ffn, ffnKind: "swiglu", vocab: 128_256 };
}
const llama8b = llama(32, 4096, 32, 14336);
const llama70b = llama(80, 8192, 64, 28672);
const llama405b = llama(126, 16384, 128, 53248);

/** The loss ran eagerly in all runs of 2024 ("compiling loss function causes CUDA errors, turning off for now", train.py @9dec370). */
const compiled = { kernels: "compiled", optimizerKernels: "foreach", year: 2024 } as const;
const eager = { ...compiled, kernels: "library" } as const;

function run(name: string, reservedGib: number, given: Case): PublishedRun {
  return {
    name: `torchtitan ${name}`,
    source: h100,
    kind: "reserved",
    bytes: reservedGib * gib,
    case: { software: compiled, ...given },
  };
}

/** Tables 1 and 3: two sequences of 8192 a device, selective recompute per operation. */
function fsdp(): PublishedRun[] {
  const training = { microBatchSequences: 2, contextLength: 8192, recompute: "selective" } as const;
  const rows = [
    { data: 8, library: 82.4, fused: 77.0, fp8: 76.8 },
    { data: 128, library: 67.0, fused: 62.0, fp8: 61.8 },
  ];
  return rows.flatMap(({ data, library, fused, fp8 }) => {
    const given = { model: llama8b, training, parallel: { data, sharding: "zero3" } } as const;
    return [
      run(`8B FSDP ${data} eager`, library, { ...given, software: eager }),
      run(`8B FSDP ${data} compile`, fused, given),
      run(`8B FSDP ${data} compile fp8`, fp8, { ...given, training: { ...training, precision: "fp8" } }),
    ];
  });
}

/** Table 2: one sequence, full recompute, context parallel. */
function context(): PublishedRun[] {
  const rows = [
    { data: 8, ranks: 1, reserved: 83.9 },
    { data: 4, ranks: 2, reserved: 84.2 },
    { data: 2, ranks: 4, reserved: 84.0 },
    { data: 1, ranks: 8, reserved: 84.5 },
  ];
  return rows.map(({ data, ranks, reserved }) =>
    run(`8B FSDP ${data} CP ${ranks} full recompute`, reserved, {
      model: llama8b,
      training: { contextLength: 32_768 * ranks, recompute: "full", precision: "fp8" },
      parallel: { data, context: ranks, sharding: "zero3" },
    }),
  );
}

/** Tables 4 to 6: tensor parallel 8 with sequence parallelism; 405B in eight stages, a micro-batch for each stage in flight. */
function threeD(): PublishedRun[] {
  const full = { contextLength: 8192, recompute: "full", precision: "fp8" } as const;
  const tensor = { tensor: 8, sequenceParallel: true, sharding: "zero3" } as const;
  const big = { model: llama70b, training: { ...full, microBatchSequences: 16 } };
  const staged = { ...tensor, data: 8, pipeline: 8 } as const;
  const long = [
    { data: 8, ranks: 1, reserved: 75.3 },
    { data: 4, ranks: 2, reserved: 75.9 },
    { data: 2, ranks: 4, reserved: 77.1 },
    { data: 1, ranks: 8, reserved: 84.9 },
  ];
  return [
    run("70B FSDP 32 TP 8", 71.9, { ...big, parallel: { ...tensor, data: 32 } }),
    run("70B FSDP 32 async TP 8", 67.6, { ...big, parallel: { ...tensor, data: 32, asyncTensor: true } }),
    run("405B FSDP 8 TP 8 PP 8", 82.5, {
      model: llama405b,
      training: { ...full, microBatchSequences: 4, accumulation: 8 },
      parallel: staged,
    }),
    run("405B FSDP 8 TP 8 PP 8 interleaved", 72.7, {
      model: llama405b,
      training: { ...full, microBatchSequences: 2, accumulation: 16 },
      parallel: { ...staged, interleave: 2 },
    }),
    ...long.map(({ data, ranks, reserved }) =>
      run(`405B FSDP ${data} TP 8 PP 8 CP ${ranks}`, reserved, {
        model: llama405b,
        training: { ...full, contextLength: 32_768 * ranks, accumulation: 8 },
        parallel: { ...staged, data, context: ranks },
      }),
    ),
  ];
}

/** H200, June 2025: the loss compiled too. */
function compiledLoss(): PublishedRun[] {
  const training = {
    microBatchSequences: 2,
    contextLength: 8192,
    recompute: "selective",
    precision: "fp8",
  } as const;
  const rows = [
    { data: 32, reserved: 47.96 },
    { data: 64, reserved: 46.97 },
  ];
  return rows.map(({ data, reserved }) => ({
    ...run(`8B FSDP ${data} compile fp8, loss compiled`, reserved, {
      model: llama8b,
      training,
      software: { ...compiled, year: 2025 },
      parallel: { data, sharding: "zero3" },
    }),
    source: h200,
  }));
}

export const torchtitanRuns: readonly PublishedRun[] = [
  ...fsdp(),
  ...context(),
  ...threeD(),
  ...compiledLoss(),
];
