import { expect, test } from "vitest";
import { microBatchLedger } from "../../src/ledger/micro-batch.ts";
import { resolve } from "../../src/spec/resolve.ts";
import type { Scenario } from "../../src/spec/scenario.ts";
import { countedOf } from "../../src/time/counted.ts";
import { stepTime } from "../../src/time/step.ts";
import { workOf } from "../../src/time/work.ts";
import { machineFor } from "../support/machine.ts";

/** Published runs whose work was also counted by hand: FLOPs and bytes of one device in one micro-step. */
const bertLarge: Scenario = {
  // lambdal/deeplearning-benchmark @aa5addb, A100_80GB_SXM4, bert_large_squad_FP16: measured 0.513 s
  model: {
    layers: 24,
    width: 1024,
    heads: 16,
    vocab: 30522,
    tiedEmbeddings: true,
    bias: true,
    norm: "layernorm",
    positions: "learned",
    maxPositions: 512,
    causal: false,
    logitShare: 0,
  },
  training: { contextLength: 384, microBatchSequences: 64, precision: "fp16", optimizer: "adam" },
  software: { kernels: "library", attention: "materialized", optimizerKernels: "fused" },
  hardware: "a100-sxm-80gb",
};

const mpt7b: Scenario = {
  // mosaicml/llm-foundry @8c8dd48, scripts/train/benchmarking/README.md, 7b on 8 x A100-80: measured 5.295 s
  model: {
    layers: 32,
    width: 4096,
    heads: 32,
    vocab: 50368,
    tiedEmbeddings: true,
    bias: true,
    norm: "layernorm",
    positions: "learned",
    maxPositions: 2048,
  },
  training: { contextLength: 2048, microBatchSequences: 6, accumulation: 2, precision: "bf16" },
  software: { kernels: "library", attention: "flash", optimizerKernels: "foreach" },
  parallel: { sharding: "zero3" },
  hardware: "8x a100-sxm-80gb",
};

const gpt3: Scenario = {
  // calculon-ai/calculon @caa4b11, calculon/llm/validation.py (Korthikanti 2022, 175B, full recompute): measured 18.13 s
  model: {
    layers: 96,
    width: 12288,
    heads: 96,
    vocab: 51200,
    tiedEmbeddings: true,
    bias: true,
    norm: "layernorm",
    positions: "learned",
    maxPositions: 2048,
  },
  training: {
    contextLength: 2048,
    microBatchSequences: 1,
    accumulation: 64,
    precision: "fp16",
    optimizer: "adam",
    recompute: "full",
  },
  software: { kernels: "megatron", attention: "materialized", optimizerKernels: "fused" },
  parallel: { tensor: 8, pipeline: 8, interleave: 3 },
  hardware: "64x a100-sxm-80gb",
};

function predicted(scenario: Scenario) {
  const resolved = resolve(scenario, machineFor(scenario.hardware));
  const ledger = microBatchLedger(resolved);
  const work = workOf(countedOf(resolved, ledger), "train-step");
  const flop = work.denseFlop + work.scoreFlop + work.flashFlop + work.headFlop;
  const bytes =
    work.operandBytes +
    work.headOperandBytes +
    work.elementwiseBytes +
    work.logitBytes +
    work.outsideBytes +
    work.castBytes +
    work.accumulationBytes;
  return { flop, bytes, ...stepTime(resolved, ledger) };
}

const relative = (value: number, expected: number): number => Math.abs(value / expected - 1);

test.each([
  // by hand without the adding of biases, which the ledger counts, and with half of s² for s (s + 1) / 2 in flash attention
  ["BERT-large on one A100", bertLarge, 4.731336e13, 2e-4, 3.348506e11, 1e-6],
  ["MPT-7B on 8 A100 with FSDP", mpt7b, 5.132894e14, 4e-4, 4.939165e11, 1e-6],
  ["GPT-3 on 64 A100, tensor 8, pipeline 8", gpt3, 4.588797e13, 2e-4, 1.073955e11, 1e-6],
])(
  "the work of %s is what a count by hand gives",
  (_, scenario, flop, flopTolerance, bytes, bytesTolerance) => {
    const { flop: counted, bytes: moved } = predicted(scenario);
    expect(relative(counted, flop)).toBeLessThan(flopTolerance);
    expect(relative(moved, bytes)).toBeLessThan(bytesTolerance);
  },
);

test.each([
  ["BERT-large on one A100", bertLarge, 0.512758],
  ["MPT-7B on 8 A100 with FSDP", mpt7b, 5.29513],
  ["GPT-3 on 64 A100, tensor 8, pipeline 8", gpt3, 18.13],
])("the step of %s agrees with the clock to 12 %", (_, scenario, measured) => {
  expect(relative(predicted(scenario).seconds, measured)).toBeLessThan(0.12);
});

test("the parts of a step sum to its seconds, none negative", () => {
  for (const scenario of [bertLarge, mpt7b, gpt3]) {
    const { seconds, parts } = predicted(scenario);
    expect(
      relative(
        parts.reduce((sum, part) => sum + part.seconds, 0),
        seconds,
      ),
    ).toBeLessThan(1e-12);
    expect(parts.every((part) => part.seconds > 0)).toBe(true);
  }
});
